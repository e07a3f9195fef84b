import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { withBundles } from '../support/bundles';
// @ts-expect-error a tool without types
import { ensureDebianPackage } from '../support/debian.mjs';
import { PROBLEM, setupOf, TWO, TWO_FINE, TWO_RENAMED } from '../support/editors';

const bundle = withBundles();
const NO_EMACS =
  'Emacs with Eglot is not installed (and can be installed by the tests on Debian as root only)';
const BATCH = ['--batch', '-f', 'package-activate-all'];
let emacs = false;
let folder = '';

beforeAll(async () => {
  const installed = (): boolean =>
    spawnSync('emacs', [...BATCH, '--eval', "(require 'eglot)"], { stdio: 'ignore' }).status === 0;
  // Eglot comes with Emacs 29, and is a package of its own for older ones.
  emacs = installed() || ['emacs-nox', 'elpa-eglot'].some((name) => ensureDebianPackage(name) && installed());
  folder = await mkdtemp(path.join(os.tmpdir(), 'ecs-taskdef-emacs-'));
}, 300_000);
afterAll(() => rm(folder, { recursive: true, force: true }));

interface Shown {
  readonly text: string;
  readonly type: string;
  readonly message: string;
}

interface Seen {
  readonly problem?: string;
  readonly mode: string;
  readonly managed: boolean;
  readonly diagnostics: readonly Shown[];
  readonly hover: string;
  readonly action: string;
  readonly left: readonly Shown[];
  readonly fixed: string;
  readonly offered: readonly string[];
  readonly completed: string;
  readonly renamed: string;
}

/** What Emacs shows of a file of that name and text, set up as server/editors/emacs.md says. */
async function inEmacs(name: string, text: string): Promise<Seen> {
  const [file, setup, out] = [name, `${name}.el`, `${name}.seen`].map((part) => path.join(folder, part));
  if (!file || !setup || !out) throw new Error('three paths');
  await writeFile(file, text);
  await writeFile(setup, await setupOf('emacs.md', 'elisp', bundle('server.js')));
  const script = fileURLToPath(new URL('./emacs.el', import.meta.url));
  const child = spawn('emacs', [...BATCH, '-l', script], {
    stdio: 'ignore',
    timeout: 25_000,
    killSignal: 'SIGKILL',
    env: {
      ...process.env,
      HOME: folder,
      PATH: `${path.dirname(process.execPath)}${path.delimiter}${process.env.PATH}`,
      ECS_CHOOSE: '"awsvpc"',
      ECS_FILE: file,
      ECS_OUT: out,
      ECS_SETUP: setup,
    },
  });
  const [code] = await once(child, 'exit');
  expect(code).toBe(0);
  const seen: Seen = JSON.parse(await readFile(out, 'utf8'));
  expect(seen.problem).toBeUndefined();
  return seen;
}

describe('Emacs with Eglot', () => {
  it('is here when the tests must be complete', () => {
    if (process.env.CI === 'true') expect(emacs, NO_EMACS).toBe(true);
  });

  for (const [sign, name] of [
    ['its name', 'task-definition.json'],
    ['its first member', 'web.json'],
  ] as const)
    it(`knows a task definition by ${sign}; shows, repairs, completes and renames`, async ({ skip }) => {
      skip(!emacs, NO_EMACS);
      const seen = await inEmacs(name, TWO);
      expect(seen.mode).toBe('ecs-task-definition-mode');
      expect(seen.diagnostics).toEqual([
        {
          text: PROBLEM.text,
          type: 'eglot-error',
          message: `ecs-taskdef [${PROBLEM.code}]: ${PROBLEM.message}`,
        },
      ]);
      // Without the package markdown-mode Emacs asks for plain text.
      expect(seen.hover).toMatch(/^networkMode · string\n\nConnects /);
      expect(seen.action).toBe(PROBLEM.fix);
      expect(seen.left).toEqual([]);
      expect(seen.fixed).toBe(TWO_FINE);
      expect(seen.offered).toEqual(['"awsvpc"']);
      expect(seen.completed).toBe('"networkMode": "awsvpc",');
      expect(seen.renamed).toBe(TWO_RENAMED);
    });

  it('sends no other JSON file', async ({ skip }) => {
    skip(!emacs, NO_EMACS);
    const seen = await inEmacs('package.json', '{ "name": "web", "version": "1.0.0" }\n');
    expect(seen).toEqual({ mode: expect.stringMatching(/^js-(json-)?mode$/), managed: false });
  });
});
