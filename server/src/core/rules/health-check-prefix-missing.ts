import { atValue } from '../location';
import { pointerOf } from '../syntax/pointer';
import { healthCommandOf, shellSign } from './healthCommand';
import { defineRule } from './rule';

export default defineRule({
  id: 'health-check-prefix-missing',
  severity: 'info',
  preset: 'recommended',
  appliesTo: 'container',
  needs: 'healthCheck',
  facts: ['HC-2'],
  docs: {
    title: 'A health check that does not say how it is run',
    why: 'AWS documents that the command begins with CMD, for a program, or CMD-SHELL, for a line of shell text. It registers others too, and takes them for CMD.',
    sources: ['https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_HealthCheck.html'],
  },
  messages: {
    program: 'Begin the health check with "CMD", which is what ECS takes this one for.',
  },
  check(container, { report }) {
    const command = healthCommandOf(container);
    const [first] = command?.texts ?? [];
    // Said by health-check-command-unusable: what does not work without a shell.
    if (!command || first === undefined || /^(?:cmd|none$)/i.test(first)) return;
    if ((command.texts.length === 1 && /\s/.test(first)) || shellSign(command.texts)) return;
    report('program', atValue(command.node.items[0] ?? command.node), {
      fixes: [
        {
          title: 'Begin with "CMD"',
          changes: [{ kind: 'set', pointer: pointerOf(command.node), value: ['CMD', ...command.texts] }],
          safe: false,
        },
      ],
    });
  },
});
