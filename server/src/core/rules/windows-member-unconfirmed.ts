import { atValue } from '../location';
import { refusedMembers } from '../model/support';
import { pointerOf } from '../syntax/pointer';
import { defineRule } from './rule';

export default defineRule({
  id: 'windows-member-unconfirmed',
  severity: 'info',
  preset: 'recommended',
  appliesTo: 'task',
  needs: 'runtimePlatform',
  facts: ['WIN-1'],
  docs: {
    title: 'A member that Windows on EC2 is said not to support',
    why: 'AWS lists members that Windows containers on EC2 do not support, and does not say whether it refuses them or takes no notice. Nothing of what they ask for happens.',
    sources: ['https://docs.aws.amazon.com/AmazonECS/latest/developerguide/windows_task_definitions.html'],
  },
  messages: {
    member: '{member} is documented as not supported by Windows containers on EC2. {instead}',
  },
  check(definition, { report }) {
    if (!definition.windows || !definition.requires('EC2')) return;
    for (const { row, node } of refusedMembers(definition)) {
      // What is surely refused or fails is member-not-supported.
      if (row.severity !== 'info') continue;
      const member = String(row.path.at(-1));
      report('member', atValue(node), {
        data: { member, instead: row.instead },
        fixes: [
          { title: `Remove ${member}`, changes: [{ kind: 'remove', pointer: pointerOf(node) }], safe: false },
        ],
      });
    }
  },
});
