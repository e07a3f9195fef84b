import { fillIn } from '../fillIn';
import { atValue } from '../location';
import { accountOrMarks } from '../model/account';
import { pointerOf } from '../syntax/pointer';
import { defineRule } from './rule';

export default defineRule({
  id: 's3-files-role-missing',
  severity: 'error',
  preset: 'refused',
  appliesTo: 'task',
  needs: 's3filesVolumeConfiguration',
  facts: ['VOL-15'],
  docs: {
    title: 'S3 Files needs a task role',
    why: 'A volume of S3 Files is always mounted with the rights of the task role, so the task has to have one.',
    sources: ['https://docs.aws.amazon.com/AmazonECS/latest/developerguide/s3files-volumes.html'],
  },
  messages: {
    missing: 'A volume of S3 Files is mounted with the task role, and this task has none. Add taskRoleArn.',
  },
  check({ task, volumes }, { report }) {
    if (volumes.length === 0 || !task?.lacks('taskRoleArn')) return;
    const [first, ...others] = volumes.flatMap((volume) => volume.object('s3filesVolumeConfiguration') ?? []);
    if (!first) return;
    const { partition, id } = accountOrMarks(task.node);
    const value = `arn:${partition}:iam::${id}:role/ecsTaskRole`;
    report('missing', atValue(first.node), {
      related: others.map(({ node }) => ({
        ...atValue(node).range,
        message: 'This volume needs the task role too.',
      })),
      fixes: [
        fillIn({
          title: `Add "taskRoleArn": "${value}"`,
          changes: [{ kind: 'insert', pointer: pointerOf(task.node), key: 'taskRoleArn', value }],
          safe: false,
        }),
      ],
    });
  },
});
