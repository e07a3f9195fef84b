import { atValue } from '../location';
import { pointerOf } from '../syntax/pointer';
import { defineRule } from './rule';

export default defineRule({
  id: 'environment-file-on-windows',
  severity: 'warning',
  preset: 'refused',
  appliesTo: 'container',
  needs: 'runtimePlatform',
  facts: ['ENV-4'],
  docs: {
    title: 'Windows containers get no environment files',
    why: 'Environment files are for Linux containers. A Windows task that lists some is registered, and then goes without the variables or does not start.',
    sources: ['https://docs.aws.amazon.com/AmazonECS/latest/developerguide/use-environment-file.html'],
    factors: ['III'],
  },
  messages: {
    windows:
      'Environment files are for Linux containers, and runtimePlatform names Windows. Set the variables in environment and secrets.',
  },
  check(container, { definition, report }) {
    const list = container.items('environmentFiles')[0]?.parent;
    if (!list || !definition.windows) return;
    report('windows', atValue(list), {
      fixes: [
        {
          title: 'Remove environmentFiles',
          changes: [{ kind: 'remove', pointer: pointerOf(list) }],
          safe: false,
        },
      ],
    });
  },
});
