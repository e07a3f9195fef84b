import { atValue } from '../location';
import { pointerOf } from '../syntax/pointer';
import { defineRule } from './rule';

/** Seconds. */
const LONGEST = 120;

export default defineRule({
  id: 'fargate-start-timeout',
  // AWS documents the limit; nobody has reported a refusal.
  severity: 'warning',
  preset: 'refused',
  appliesTo: 'container',
  needs: 'startTimeout',
  facts: ['FG-26'],
  docs: {
    title: 'A start timeout longer than Fargate documents',
    why: 'startTimeout says how long other containers wait until this one has reached the condition of their dependsOn. AWS documents 120 seconds as the longest time on Fargate.',
    sources: [
      'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_ContainerDefinition.html#ECS-Type-ContainerDefinition-startTimeout',
    ],
    factors: ['IX'],
  },
  messages: {
    long: 'On Fargate startTimeout is at most 120 seconds, not {seconds}. Change it to 120 or less.',
  },
  check(container, { definition, report }) {
    const timeout = container.integer('startTimeout');
    if (!timeout || timeout.value <= LONGEST || !definition.requires('FARGATE')) return;
    report('long', atValue(timeout.node), {
      data: { seconds: timeout.value },
      fixes: [
        {
          title: `Change startTimeout to ${LONGEST}`,
          changes: [{ kind: 'set', pointer: pointerOf(timeout.node), value: LONGEST }],
          safe: false,
        },
      ],
    });
  },
});
