import { atValue } from '../location';
import { pointerOf } from '../syntax/pointer';
import { defineRule } from './rule';

/** A directory of a drive, not the drive as a whole. */
const ON_DRIVE = /^([A-Za-z]):[\\/]+([^\\/].*)$/;

export default defineRule({
  id: 'windows-source-path-drive',
  severity: 'warning',
  preset: 'refused',
  appliesTo: 'volume',
  needs: 'sourcePath',
  facts: ['VOL-18'],
  docs: {
    title: 'A host directory on another drive',
    why: 'Windows containers can mount directories of the drive that holds ProgramData only, which is C: on the images of AWS. A container with a directory of another drive does not start.',
    sources: ['https://docs.aws.amazon.com/AmazonECS/latest/developerguide/bind-mounts.html'],
  },
  messages: {
    drive:
      'Windows containers mount directories of the drive that holds ProgramData, which is usually C:, and "{path}" is on {drive}:. Use a directory on C:.',
  },
  check(volume, { definition, report }) {
    const path = volume.object('host')?.string('sourcePath');
    const match = path && ON_DRIVE.exec(path.value);
    if (!match) return;
    const [, drive = '', directory = ''] = match;
    if (drive.toUpperCase() === 'C') return;
    // A Linux host has no drives; Fargate takes no path of the host at all: said by member-not-supported.
    if (!definition.windows || definition.requires('FARGATE')) return;
    const value = `C:\\${directory}`;
    report('drive', atValue(path.node), {
      data: { path: path.value, drive: drive.toUpperCase() },
      fixes: [
        {
          title: `Change sourcePath to "${value}"`,
          changes: [{ kind: 'set', pointer: pointerOf(path.node), value }],
          safe: false,
        },
      ],
    });
  },
});
