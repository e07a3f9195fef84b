// Tools that the tests can install themselves: only as root on Debian, from Debian's own packages.
import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';

/** True on Debian itself (not on a derivative, where packages of the same name may be something else) as root. */
function canInstall() {
  if (process.platform !== 'linux' || process.getuid?.() !== 0) return false;
  try {
    return /^ID=debian$/m.test(readFileSync('/etc/os-release', 'utf8'));
  } catch {
    return false;
  }
}

let updated = false;

/**
 * Installs a Debian package where that is possible.
 * @param {string} name package name, for example `neovim`
 * @returns {boolean} whether the package is installed now
 */
export function ensureDebianPackage(name) {
  if (!canInstall()) return false;
  const environment = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  // Test files run side by side, and apt-get gives up where another one is at work.
  const lock = path.join(os.tmpdir(), 'ecs-taskdef-apt.lock');
  const run = (...command) =>
    spawnSync('flock', [lock, ...command], { env: environment, stdio: ['ignore', 2, 2] }).status === 0;
  if (spawnSync('dpkg', ['-s', name], { stdio: 'ignore' }).status === 0) return true;
  if (!updated && !run('apt-get', 'update', '-qq')) return false;
  updated = true;
  return run('apt-get', 'install', '-y', '-qq', '--no-install-recommends', name);
}
