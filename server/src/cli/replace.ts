import { randomUUID } from 'node:crypto';
import {
  accessSync,
  chmodSync,
  chownSync,
  closeSync,
  constants,
  fsyncSync,
  openSync,
  realpathSync,
  renameSync,
  rmSync,
  statSync,
  writeFileSync,
} from 'node:fs';
import path from 'node:path';

/**
 * Gives a file new content in one step: whoever reads it sees the old or the new one, never half. Keeps
 * mode and owner; a link stays a link. Throws, and leaves the file alone, when it may not be written.
 */
export function replaceFile(file: string, bytes: Uint8Array): void {
  const target = realpathSync(file);
  const stats = statSync(target);
  const { mode, uid, gid } = stats;
  if (!stats.isFile()) throw new Error('it is not a regular file');
  // Renaming asks only for the folder's permission; a read-only file stays as it is all the same.
  accessSync(target, constants.W_OK);
  const temporary = path.join(path.dirname(target), `.ecs-taskdef-${randomUUID()}.tmp`);
  const handle = openSync(temporary, 'wx', 0o600);
  try {
    try {
      writeFileSync(handle, bytes);
      fsyncSync(handle);
    } finally {
      closeSync(handle);
    }
    if (process.getuid?.() === 0) chownSync(temporary, uid, gid);
    chmodSync(temporary, mode & 0o7777);
    renameSync(temporary, target);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  }
}
