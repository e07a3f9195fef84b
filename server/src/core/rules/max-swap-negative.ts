import { atValue } from '../location';
import { pointerOf } from '../syntax/pointer';
import { defineRule } from './rule';

export default defineRule({
  id: 'max-swap-negative',
  // The range is documented; that AWS refuses another value nobody has seen.
  severity: 'warning',
  preset: 'refused',
  appliesTo: 'container',
  needs: 'maxSwap',
  facts: ['LNX-2'],
  docs: {
    title: 'Less swap than none',
    why: 'maxSwap is an amount of swap in MiB, and 0 switches swap off. AWS documents no meaning for less.',
    sources: ['https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_LinuxParameters.html'],
  },
  messages: {
    negative:
      'maxSwap is an amount in MiB, and {value} is none. Write 0 for no swap, or leave maxSwap out for what the instance sets.',
  },
  check(container, { definition, report }) {
    const swap = container.object('linuxParameters')?.integer('maxSwap');
    if (!swap || swap.value >= 0) return;
    // Refused there whatever it is, and said.
    if (definition.windows || definition.requires('FARGATE') || definition.requires('MANAGED_INSTANCES'))
      return;
    const pointer = pointerOf(swap.node);
    report('negative', atValue(swap.node), {
      data: { value: swap.value },
      fixes: [
        { title: 'Change maxSwap to 0', changes: [{ kind: 'set', pointer, value: 0 }], safe: false },
        { title: 'Remove maxSwap', changes: [{ kind: 'remove', pointer }], safe: false },
      ],
    });
  },
});
