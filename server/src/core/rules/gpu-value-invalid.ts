import { atValue } from '../location';
import { pointerOf } from '../syntax/pointer';
import { requirementsOf } from './accelerators';
import { defineRule } from './rule';

const AMOUNT = /^(?:ALL|[0-9]+|0\.(?:125|25|5))$/;

/** The parts of a GPU that the G6f instances have. */
const PARTS: readonly number[] = [0.125, 0.25, 0.5];

export default defineRule({
  id: 'gpu-value-invalid',
  severity: 'warning',
  preset: 'refused',
  appliesTo: 'container',
  needs: 'resourceRequirements',
  facts: ['ACC-5'],
  docs: {
    title: 'A number of GPUs that no instance has',
    why: 'A container gets whole GPUs, all of them, or on G6f instances an eighth, a quarter or half of one. No instance can place a task that asks for another amount.',
    sources: ['https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ResourceRequirement.html'],
  },
  messages: {
    amount:
      '"{value}" is no number of GPUs. Write a whole number such as "1", or "ALL"; G6f instances have "0.125", "0.25" and "0.5" too.',
  },
  check(container, { definition, report }) {
    for (const requirement of requirementsOf(container, definition)) {
      const value = requirement.string('value');
      if (!value || value.value === '' || AMOUNT.test(value.value)) continue;
      if (requirement.string('type')?.value !== 'GPU') continue;
      const meant = meantBy(value.value);
      report('amount', atValue(value.node), {
        data: { value: value.value },
        fixes:
          meant === undefined
            ? []
            : [
                {
                  title: `Change value to "${meant}"`,
                  changes: [{ kind: 'set', pointer: pointerOf(value.node), value: meant }],
                  safe: false,
                },
              ],
      });
    }
  },
});

/** The next amount upwards; undefined for a text that is no number. */
function meantBy(text: string): string | undefined {
  if (/^all$/i.test(text.trim())) return 'ALL';
  const number = Number(text);
  if (!(number > 0 && number <= 64)) return undefined;
  return String(PARTS.find((part) => part >= number) ?? Math.ceil(number));
}
