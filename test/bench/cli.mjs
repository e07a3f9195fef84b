// How many files the command line checks in a second, once it has started.
import { spawn } from 'node:child_process';
import { mkdir, rm, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { taskDefinition } from './documents.mjs';
import { root } from './root.mjs';
import { median } from './statistics.mjs';

/** Bytes of task definitions in public repositories: half of them are smaller than 1,200 bytes. */
const SIZES = [800, 1200, 2300, 4000];

/**
 * @param {string} folder is emptied
 * @param {{ files: number, rounds: number }} counts
 * @returns {Promise<{ start: number, perSecond: number }>} `start`: milliseconds for one file
 */
export async function measureCli(folder, { files, rounds }) {
  await rm(folder, { recursive: true, force: true });
  const one = path.join(folder, 'one');
  const many = path.join(folder, 'many');
  await fill(one, 1);
  await fill(many, files);
  const times = { one: [], many: [] };
  for (let round = 0; round < rounds; round++) {
    times.one.push(await check(one, 1));
    times.many.push(await check(many, files));
  }
  await rm(folder, { recursive: true, force: true });
  const start = median(times.one);
  return { start, perSecond: ((files - 1) * 1000) / (median(times.many) - start) };
}

async function fill(folder, files) {
  const contents = SIZES.flatMap((size) => [taskDefinition(size), taskDefinition(size, { faulty: true })]);
  await mkdir(folder, { recursive: true });
  for (let i = 0; i < files; i++)
    await writeFile(path.join(folder, `${i}-task-definition.json`), contents[i % contents.length]);
}

/** Milliseconds of one run. */
async function check(folder, files) {
  const started = performance.now();
  const child = spawn(process.execPath, ['dist/cli.js', 'check', '--format', 'json', folder], {
    cwd: root,
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  let output = '';
  for await (const chunk of child.stdout.setEncoding('utf8')) output += chunk;
  const elapsed = performance.now() - started;
  const checked = JSON.parse(output).summary.files;
  if (checked !== files) throw new Error(`the command line checked ${checked} of ${files} files`);
  return elapsed;
}
