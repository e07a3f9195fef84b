import { atValue } from '../location';
import { pointerOf } from '../syntax/pointer';
import { defineRule } from './rule';

const HIGHEST = 100;

export default defineRule({
  id: 'swappiness-out-of-range',
  // The range is documented; that AWS refuses another value nobody has seen.
  severity: 'warning',
  preset: 'refused',
  appliesTo: 'container',
  needs: 'swappiness',
  facts: ['LNX-2'],
  docs: {
    title: 'swappiness outside of 0 to 100',
    why: 'At 0 the kernel swaps as little as it can, at 100 as readily as it can. AWS documents nothing beyond these two.',
    sources: ['https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_LinuxParameters.html'],
  },
  messages: {
    range: 'swappiness goes from 0 to 100, and {value} lies outside. Change it to {nearest}.',
  },
  check(container, { definition, report }) {
    const linux = container.object('linuxParameters');
    const swappiness = linux?.integer('swappiness');
    if (!linux || !swappiness || (swappiness.value >= 0 && swappiness.value <= HIGHEST)) return;
    // Where it is ignored, or refused whatever it is, its value does not matter.
    if ((linux.integer('maxSwap')?.value ?? 0) <= 0) return;
    if (definition.windows || definition.requires('FARGATE') || definition.requires('MANAGED_INSTANCES'))
      return;
    const nearest = swappiness.value < 0 ? 0 : HIGHEST;
    report('range', atValue(swappiness.node), {
      data: { value: swappiness.value, nearest },
      fixes: [
        {
          title: `Change swappiness to ${nearest}`,
          changes: [{ kind: 'set', pointer: pointerOf(swappiness.node), value: nearest }],
          safe: false,
        },
      ],
    });
  },
});
