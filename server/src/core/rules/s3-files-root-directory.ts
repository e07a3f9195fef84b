import { atValue } from '../location';
import { pointerOf } from '../syntax/pointer';
import { defineRule } from './rule';

export default defineRule({
  id: 's3-files-root-directory',
  severity: 'error',
  preset: 'refused',
  appliesTo: 'volume',
  needs: 's3filesVolumeConfiguration',
  facts: ['VOL-15'],
  docs: {
    title: 'An access point of S3 Files already names its directory',
    why: 'An access point leads to one directory of the file system, set where the access point was made. A rootDirectory beside it would say it a second time.',
    sources: ['https://docs.aws.amazon.com/AmazonECS/latest/developerguide/s3files-volumes.html'],
  },
  messages: {
    both: 'With accessPointArn the rootDirectory can only be "/" or left out, not "{directory}": the access point has a directory of its own. Remove rootDirectory.',
  },
  check(volume, { report }) {
    const s3 = volume.object('s3filesVolumeConfiguration');
    const arn = s3?.string('accessPointArn');
    const root = s3?.string('rootDirectory');
    if (!arn?.value || !root?.value || root.value === '/') return;
    report('both', atValue(root.node), {
      data: { directory: root.value },
      related: [{ start: arn.node.start, end: arn.node.end, message: 'The access point is named here.' }],
      fixes: [
        {
          title: 'Remove rootDirectory',
          changes: [{ kind: 'remove', pointer: pointerOf(root.node) }],
          safe: false,
        },
      ],
    });
  },
});
