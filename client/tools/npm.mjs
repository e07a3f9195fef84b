// Runs npm from a plain Node file, on every system, before anything is installed.
import { spawn } from 'node:child_process';
import path from 'node:path';

/**
 * Runs `npm <args>` in a folder and waits for its end. npm's output goes to stderr, so that stdout stays ours.
 * @param {string[]} args
 * @param {string} cwd
 */
export function npm(args, cwd) {
  // Under `npm run` the running npm itself; otherwise the one on the PATH, which on Windows is a .cmd and needs a shell.
  const running = process.env.npm_execpath;
  const [command, first, shell] =
    running && path.basename(running) === 'npm-cli.js'
      ? [process.execPath, [running], false]
      : ['npm', [], process.platform === 'win32'];
  return new Promise((resolve, reject) => {
    const child = spawn(command, [...first, ...args], { cwd, shell, stdio: ['ignore', 2, 2] });
    child.once('error', reject);
    child.once('exit', (code) =>
      code === 0 ? resolve() : reject(new Error(`npm ${args.join(' ')} failed in ${cwd}`)),
    );
  });
}
