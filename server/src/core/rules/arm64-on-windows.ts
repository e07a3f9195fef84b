import { atValue } from '../location';
import { pointerOf } from '../syntax/pointer';
import { defineRule } from './rule';

export default defineRule({
  id: 'arm64-on-windows',
  severity: 'error',
  preset: 'refused',
  appliesTo: 'task',
  needs: 'runtimePlatform',
  facts: ['PLT-1', 'FG-25'],
  docs: {
    title: 'Windows containers do not run on ARM64',
    why: 'Graviton processors run Linux tasks only; every Windows family needs X86_64.',
    sources: ['https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_RuntimePlatform.html'],
  },
  messages: {
    arm: '{family} runs on X86_64 only, not on ARM64. Change cpuArchitecture to "X86_64", or run on LINUX.',
  },
  check(definition, { report }) {
    const platform = definition.task?.object('runtimePlatform');
    const architecture = platform?.string('cpuArchitecture');
    const family = platform?.string('operatingSystemFamily')?.value;
    if (architecture?.value !== 'ARM64' || !family?.startsWith('WINDOWS')) return;
    report('arm', atValue(architecture.node), {
      data: { family },
      fixes: [
        {
          title: 'Change cpuArchitecture to "X86_64"',
          changes: [{ kind: 'set', pointer: pointerOf(architecture.node), value: 'X86_64' }],
          safe: false,
        },
      ],
    });
  },
});
