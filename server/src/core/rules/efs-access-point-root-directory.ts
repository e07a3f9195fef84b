import { atValue } from '../location';
import { pointerOf } from '../syntax/pointer';
import { defineRule } from './rule';

export default defineRule({
  id: 'efs-access-point-root-directory',
  severity: 'error',
  preset: 'refused',
  appliesTo: 'volume',
  needs: 'efsVolumeConfiguration',
  facts: ['VOL-10'],
  docs: {
    title: 'An EFS access point already names its directory',
    why: 'An access point leads to one directory of the file system, set where the access point was made. A rootDirectory beside it would say it a second time.',
    answer: 'the root directory must either be set to "/" or be omitted',
    sources: ['https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_EFSAuthorizationConfig.html'],
    factors: ['IV'],
  },
  messages: {
    both: 'With the access point "{id}" the rootDirectory can only be "/" or left out, not "{directory}": the access point has a directory of its own. Remove rootDirectory.',
  },
  check(volume, { report }) {
    const efs = volume.object('efsVolumeConfiguration');
    const id = efs?.object('authorizationConfig')?.string('accessPointId');
    const root = efs?.string('rootDirectory');
    if (!id?.value || !root?.value || root.value === '/') return;
    report('both', atValue(root.node), {
      data: { id: id.value, directory: root.value },
      related: [{ start: id.node.start, end: id.node.end, message: 'The access point is named here.' }],
      fixes: [
        {
          title: 'Remove rootDirectory',
          changes: [{ kind: 'remove', pointer: pointerOf(root.node) }],
          safe: false,
        },
        {
          title: 'Change rootDirectory to "/"',
          changes: [{ kind: 'set', pointer: pointerOf(root.node), value: '/' }],
          safe: false,
        },
      ],
    });
  },
});
