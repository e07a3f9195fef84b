import { atValue } from '../location';
import { pointerOf } from '../syntax/pointer';
import { defineRule } from './rule';

export default defineRule({
  id: 'docker-volume-autoprovision',
  severity: 'error',
  preset: 'refused',
  appliesTo: 'volume',
  needs: 'autoprovision',
  facts: ['VOL-13'],
  docs: {
    title: 'autoprovision belongs to shared Docker volumes',
    why: 'A volume of scope task is always made with its task. AWS refuses autoprovision false for it; true registers, and then the task does not start.',
    answer: "'autoprovision' must either not be specified or set to 'True'",
    sources: ['https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_DockerVolumeConfiguration.html'],
  },
  messages: {
    refused:
      'A Docker volume of scope "task" is always created, and AWS refuses autoprovision false for it. Remove autoprovision.',
    fails:
      'A Docker volume of scope "task" cannot be autoprovisioned: the definition registers, but its tasks fail to start. Remove autoprovision, or use scope "shared".',
  },
  check(volume, { report }) {
    const docker = volume.object('dockerVolumeConfiguration');
    const flag = docker?.boolean('autoprovision');
    const scope = docker?.string('scope');
    if (!flag || scope?.value !== 'task') return;
    const remove = {
      title: 'Remove autoprovision',
      changes: [{ kind: 'remove', pointer: pointerOf(flag.node) }],
      safe: !flag.value,
    } as const;
    if (!flag.value) report('refused', atValue(flag.node), { fixes: [remove] });
    else {
      report('fails', atValue(flag.node), {
        severity: 'warning',
        fixes: [
          remove,
          {
            title: 'Change scope to "shared"',
            changes: [{ kind: 'set', pointer: pointerOf(scope.node), value: 'shared' }],
            safe: false,
          },
        ],
      });
    }
  },
});
