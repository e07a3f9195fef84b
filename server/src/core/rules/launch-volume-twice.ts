import { atValue } from '../location';
import { pointerOf } from '../syntax/pointer';
import { defineRule } from './rule';

export default defineRule({
  id: 'launch-volume-twice',
  severity: 'error',
  preset: 'refused',
  appliesTo: 'task',
  needs: 'configuredAtLaunch',
  facts: ['VOL-5'],
  docs: {
    title: 'Only one volume can be configured at launch',
    why: 'A task takes at most one EBS volume, described when the task or service is started, so at most one volume may be left open for it.',
    sources: ['https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_Volume.html'],
  },
  messages: {
    twice:
      '{first} is already configured at launch, and a task definition may have one such volume. Remove configuredAtLaunch here or there.',
  },
  check({ volumes }, { report }) {
    const [first, ...others] = volumes.flatMap((volume) => {
      const flag = volume.boolean('configuredAtLaunch');
      return flag?.value ? [{ flag: flag.node, name: volume.string('name')?.value }] : [];
    });
    for (const { flag } of others) {
      report('twice', atValue(flag), {
        data: { first: first?.name === undefined ? 'An earlier volume' : `Volume "${first.name}"` },
        related: first
          ? [{ start: first.flag.start, end: first.flag.end, message: 'The first one is this.' }]
          : [],
        fixes: [
          {
            title: 'Remove configuredAtLaunch',
            changes: [{ kind: 'remove', pointer: pointerOf(flag) }],
            safe: false,
          },
        ],
      });
    }
  },
});
