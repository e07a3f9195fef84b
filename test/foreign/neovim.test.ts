import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { Analysis } from '../../server/src/core/analysis';
import type { Finding } from '../../server/src/core/finding';
import { lint } from '../../server/src/core/lint';
import { DEFAULT_SETTINGS } from '../../server/src/core/settings';
import { withBundles } from '../support/bundles';
// @ts-expect-error a tool without types
import { ensureDebianPackage } from '../support/debian.mjs';
import { PROBLEM, setupOf, TWO, TWO_FINE, TWO_RENAMED } from '../support/editors';
import { documentOf } from '../support/positions';
import { sharedFolder } from '../support/shared';

const bundle = withBundles();
const NO_NEOVIM = 'Neovim is not installed (and can be installed by the tests on Debian as root only)';
let neovim = false;
let folder = '';

beforeAll(async () => {
  const installed = (): boolean => spawnSync('nvim', ['--version']).status === 0;
  neovim = installed() || (ensureDebianPackage('neovim') && installed());
  folder = await mkdtemp(path.join(os.tmpdir(), 'ecs-taskdef-neovim-'));
}, 300_000);
afterAll(() => rm(folder, { recursive: true, force: true }));

interface Seen {
  readonly problem?: string;
  readonly attached: boolean;
  readonly diagnostics: readonly Shown[];
  readonly hover: { readonly contents: { readonly kind: string; readonly value: string } };
  readonly title?: string;
  readonly text?: string;
  readonly left?: readonly Shown[];
  readonly lenses?: readonly string[];
  /** How many; Neovim 0.10 and newer. */
  readonly hints?: number;
  /** Neovim up to 0.9; newer ones keep to themselves what they make of the answer. */
  readonly completed?: readonly string[];
  readonly renamed?: string;
}

/** A diagnostic as Neovim keeps it; columns are bytes. */
interface Shown {
  readonly line: number;
  readonly from: number;
  readonly to: number;
  readonly severity: number;
  readonly source: string;
  readonly code: string;
  readonly message: string;
}

/** What Neovim knows after it opened a file of that name and text, set up as server/editors/neovim.md says. */
async function inNeovim(name: string, text: string, hover: string, fix = false): Promise<Seen> {
  const file = path.join(folder, name);
  const out = path.join(folder, `${name}.seen`);
  const setup = path.join(folder, 'setup.lua');
  await writeFile(file, text);
  await writeFile(setup, await setupOf('neovim.md', 'lua', bundle('server.js')));
  const script = fileURLToPath(new URL('./neovim.lua', import.meta.url));
  const child = spawn('nvim', ['--headless', '-u', 'NONE', '-i', 'NONE', '-n', '-c', `luafile ${script}`], {
    stdio: 'ignore',
    timeout: 25_000,
    killSignal: 'SIGKILL',
    env: {
      ...process.env,
      // Neovim's own files, its log of language servers among them, stay out of the home folder.
      HOME: folder,
      XDG_CACHE_HOME: folder,
      XDG_CONFIG_HOME: folder,
      XDG_DATA_HOME: folder,
      XDG_STATE_HOME: folder,
      ECS_FILE: file,
      ECS_FIX: fix ? 'yes' : 'no',
      ECS_HOVER: hover,
      ECS_OUT: out,
      ECS_SETUP: setup,
      PATH: `${path.dirname(process.execPath)}${path.delimiter}${process.env.PATH}`,
    },
  });
  const [code] = await once(child, 'exit');
  expect(code).toBe(0);
  const seen: Seen = JSON.parse(await readFile(out, 'utf8'));
  expect(seen.problem).toBeUndefined();
  return seen;
}

/** The findings of a text as Neovim should show them. */
function expected(name: string, text: string): Shown[] {
  const document = documentOf(text);
  const lines = text.split('\n');
  const bytes = ({ line, character }: { line: number; character: number }): number =>
    Buffer.byteLength((lines[line] ?? '').slice(0, character));
  return findingsOf(name, text).map(({ range, severity, rule, message }) => {
    const [start, end] = [document.positionAt(range.start), document.positionAt(range.end)];
    return {
      line: start.line,
      from: bytes(start),
      to: bytes(end),
      severity: ['error', 'warning', 'info', 'hint'].indexOf(severity) + 1,
      source: 'ecs-taskdef',
      code: rule,
      message,
    };
  });
}

const findingsOf = (name: string, text: string): Finding[] =>
  lint(new Analysis(text, name), {
    settings: { ...DEFAULT_SETTINGS, preset: 'refused' },
    syntaxErrors: true,
    commentErrors: true,
  });

describe('Neovim over stdio', () => {
  it('is here when the tests must be complete', () => {
    if (process.env.CI === 'true') expect(neovim, NO_NEOVIM).toBe(true);
  });

  it('shows our problems and hover, repairs, completes, renames, and shows lenses and hints', async ({
    skip,
  }) => {
    skip(!neovim, NO_NEOVIM);
    const seen = await inNeovim('task-definition.json', TWO, '3:5', true);
    const start = (TWO.split('\n')[3] ?? '').indexOf(PROBLEM.text);
    expect(seen.diagnostics).toEqual([
      {
        line: 3,
        from: start,
        to: start + PROBLEM.text.length,
        severity: 1,
        source: 'ecs-taskdef',
        code: PROBLEM.code,
        message: PROBLEM.message,
      },
    ]);
    expect(seen.hover.contents.kind).toBe('markdown');
    expect(seen.hover.contents.value).toMatch(/^\*\*networkMode\*\* · string\n\n/);
    expect(seen.title).toBe(PROBLEM.fix);
    expect(`${seen.text}\n`).toBe(TWO_FINE);
    expect(seen.left).toEqual([]);
    expect(seen.lenses?.[0]).toMatch(/^Fargate · 0\.25 vCPU · 0\.5 GB · \$/);
    if (seen.hints !== undefined) expect(seen.hints).toBeGreaterThan(0);
    if (seen.completed) expect(seen.completed).toEqual(['"awsvpc"']);
    expect(`${seen.renamed}\n`).toBe(TWO_RENAMED);
  });

  it('sends no other JSON file', async ({ skip }) => {
    skip(!neovim, NO_NEOVIM);
    expect(await inNeovim('package.json', '{ "name": "web", "version": "1.0.0" }\n', '0:3')).toEqual({
      attached: false,
    });
  });

  it('shows what is wrong with a real file, all of it, where it is', async ({ skip }) => {
    skip(!neovim, NO_NEOVIM);
    const corpus = sharedFolder('corpus');
    if (!corpus) return skip('../shared/corpus is not here');
    // The first real file that AWS would refuse; its name counts, so it gets its own.
    const manifest: { file: string; path: string }[] = JSON.parse(
      await readFile(new URL('manifest.json', corpus), 'utf8'),
    );
    for (const { file, path: original } of manifest) {
      const text = await readFile(new URL(`files/${file}`, corpus), 'utf8');
      const name = path.basename(original);
      const family = documentOf(text).positionAt(text.indexOf('"family"') + 1);
      const errors = findingsOf(name, text).filter(({ severity }) => severity === 'error');
      if (errors.length === 0 || !text.includes('"family"')) continue;
      const seen = await inNeovim(name, text, `${family.line}:${family.character}`);
      expect(seen.diagnostics).toEqual(expected(name, text));
      expect(seen.hover.contents.value).toMatch(/^\*\*family\*\* · string · required\n/);
      return;
    }
    throw new Error('no file of the corpus has an error');
  });
});
