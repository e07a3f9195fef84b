import { atValue } from '../location';
import { defineRule } from './rule';

/** One for each free drive letter. */
const MOST_VOLUMES = 23;

export default defineRule({
  id: 'fsx-volumes-too-many',
  severity: 'error',
  preset: 'refused',
  appliesTo: 'task',
  needs: 'fsxWindowsFileServerVolumeConfiguration',
  facts: ['VOL-16'],
  docs: {
    title: 'A task has at most 23 FSx volumes',
    why: 'Each share of FSx for Windows File Server takes a drive letter of the instance, and 23 of them are free.',
    sources: ['https://docs.aws.amazon.com/AmazonECS/latest/developerguide/wfsx-volumes.html'],
  },
  messages: {
    many: 'This task has {count} volumes of FSx for Windows File Server, and there are drive letters for 23. Mount a directory that holds several of them.',
  },
  check({ volumes }, { report }) {
    if (volumes.length <= MOST_VOLUMES) return;
    const shares = volumes.flatMap(
      (volume) => volume.object('fsxWindowsFileServerVolumeConfiguration') ?? [],
    );
    const over = shares[MOST_VOLUMES];
    if (over) report('many', atValue(over.node), { data: { count: shares.length } });
  },
});
