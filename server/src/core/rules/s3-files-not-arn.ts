import { atValue } from '../location';
import { accountIn } from '../model/account';
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
      const arn =
        key === 'fileSystemArn' ? fileSystemArn(value, definition.task?.node ?? volume.node) : undefined;
      report('notArn', atValue(node), {
        data: { key, value, example: EXAMPLES[key] },
        droppedByDeployAction: value === '',
        fixes: arn
          ? [
              {
                title: `Change it to "${arn}"`,
                changes: [{ kind: 'set', pointer: pointerOf(node), value: arn }],
                safe: false,
              },
            ]
          : [],
      });
    }
  },
});

/** The ARN of a file system, where the document says in which account and Region it can be. */
function fileSystemArn(id: string, root: Parameters<typeof accountIn>[0]): string | undefined {
  if (!/^fs-[0-9a-f]+$/.test(id)) return undefined;
  const { partition, id: account, region } = accountIn(root);
  return account && region && `arn:${partition}:s3files:${region}:${account}:file-system/${id}`;
}
