import { fillIn } from '../fillIn';
import { atValue } from '../location';
import { accountOrMarks } from '../model/account';
import type { TaskDefinition } from '../model/taskDefinition';
import { pointerOf } from '../syntax/pointer';
import { defineRule } from './rule';

const EXAMPLES = {
  fileSystemArn: 'arn:aws:s3files:eu-west-1:123456789012:file-system/fs-0123456789abcdef0',
  accessPointArn:
    'arn:aws:s3files:eu-west-1:123456789012:file-system/fs-0123456789abcdef0/access-point/fsap-0123456789abcdef0',
} as const;

export default defineRule({
  id: 's3-files-not-arn',
  severity: 'error',
  preset: 'refused',
  appliesTo: 'volume',
  needs: 's3filesVolumeConfiguration',
  facts: ['VOL-15'],
  docs: {
    title: 'S3 Files names file systems and access points by their ARN',
    why: 'EFS takes the short id of a file system, fs-..., but S3 Files wants the whole ARN.',
    sources: ['https://docs.aws.amazon.com/AmazonECS/latest/developerguide/s3files-volumes.html'],
  },
  messages: {
    notArn: '{key} takes a whole ARN, and "{value}" is none. Write it like {example}.',
  },
  check(volume, { definition, report }) {
    const s3 = volume.object('s3filesVolumeConfiguration');
    if (!s3) return;
    for (const key of ['fileSystemArn', 'accessPointArn'] as const) {
      const found = s3.string(key);
      if (!found || found.value.startsWith('arn:')) continue;
      const { value, node } = found;
      const fileSystem = key === 'fileSystemArn' ? value : (s3.string('fileSystemArn')?.value ?? '');
      const arn = arnOf(fileSystem, key === 'fileSystemArn' ? '' : accessPoint(value), definition);
      report('notArn', atValue(node), {
        data: { key, value, example: EXAMPLES[key] },
        droppedByDeployAction: value === '',
        fixes: [
          fillIn({
            title: `Change it to "${arn}"`,
            changes: [{ kind: 'set', pointer: pointerOf(node), value: arn }],
            safe: false,
          }),
        ],
      });
    }
  },
});

/** The ARN of a file system, or of its access point; what the document does not tell is a mark to fill in. */
function arnOf(fileSystem: string, accessPoint: string, definition: TaskDefinition): string {
  const { partition, id, region } = accountOrMarks(definition.node);
  const [written = '<FILE_SYSTEM_ID>'] = /fs-[0-9a-f]+/.exec(fileSystem) ?? [];
  return `arn:${partition}:s3files:${region}:${id}:file-system/${written}${accessPoint}`;
}

const accessPoint = (id: string): string =>
  `/access-point/${/^fsap-[0-9a-f]+$/.test(id) ? id : '<ACCESS_POINT_ID>'}`;
