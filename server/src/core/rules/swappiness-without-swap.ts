import { atValue } from '../location';
import { pointerOf } from '../syntax/pointer';
import { defineRule } from './rule';

export default defineRule({
  id: 'swappiness-without-swap',
  severity: 'info',
  preset: 'recommended',
  appliesTo: 'container',
  needs: 'swappiness',
  facts: ['LNX-2'],
  docs: {
    title: 'swappiness of a container without swap of its own',
    why: 'swappiness says how readily the kernel moves memory to swap. It counts only beside maxSwap, and a maxSwap of 0 switches swap off.',
    sources: ['https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_LinuxParameters.html'],
  },
  messages: {
    missing: 'Without maxSwap, swappiness is ignored. Add maxSwap in MiB, or remove swappiness.',
    off: 'maxSwap 0 switches swap off, so swappiness {value} has no effect. Raise maxSwap, or remove swappiness.',
  },
  check(container, { definition, report }) {
    const linux = container.object('linuxParameters');
    const swappiness = linux?.integer('swappiness');
    if (!linux || !swappiness) return;
    // These do without linuxParameters, or without swap: said by rules about what they support.
    if (definition.windows || definition.requires('FARGATE') || definition.requires('MANAGED_INSTANCES'))
      return;
    const { value, node } = swappiness;
    const fixes = [
      {
        title: 'Remove swappiness',
        changes: [{ kind: 'remove', pointer: pointerOf(node) } as const],
        safe: false,
      },
    ];
    if (linux.lacks('maxSwap')) report('missing', atValue(node), { fixes });
    else if (linux.integer('maxSwap')?.value === 0 && value !== 0)
      report('off', atValue(node), { data: { value }, fixes });
  },
});
