import { spawnSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, realpathSync, rmSync, writeFileSync } from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import * as esbuild from 'esbuild';
import { afterAll, beforeAll } from 'vitest';
// @ts-expect-error a build tool without types
import { entries } from '../../server/tools/bundles.mjs';

const temporary: string[] = [];
let cli = '';

/** Builds the command line for the tests of a file, as it is built for release. */
export function withCommand(): void {
  beforeAll(async () => {
    const outdir = newFolder();
    cli = path.join(outdir, 'cli.js');
    const parts = (entries as esbuild.BuildOptions[]).filter(
      ({ entryPoints = {} }) => 'cli' in entryPoints || 'server.web' in entryPoints,
    );
    for (const part of parts) await esbuild.build({ ...part, minify: true, outdir });
  });
}

afterAll(() => {
  for (const folder of temporary) rmSync(folder, { recursive: true, force: true });
});

/** The file that `node` runs. */
export const commandFile = (): string => cli;

/** Variables of the machine that would change what the command writes. */
export function environment(variables: NodeJS.ProcessEnv = {}): NodeJS.ProcessEnv {
  const { GITHUB_WORKSPACE, NO_COLOR, FORCE_COLOR, NODE_OPTIONS, ...rest } = process.env;
  return { ...rest, ...variables };
}

export interface Outcome {
  readonly code: number | null;
  readonly stdout: string;
  readonly stderr: string;
  readonly bytes: Buffer;
}

/** Runs `ecs-taskdef` as a process of its own. */
export function run(
  cwd: string,
  args: readonly string[],
  { input = '', env = {} }: { input?: string | Buffer; env?: NodeJS.ProcessEnv } = {},
): Outcome {
  const { status, stdout, stderr, error } = spawnSync(process.execPath, [cli, ...args], {
    cwd,
    input,
    env: environment(env),
    maxBuffer: 64 * 1024 * 1024,
  });
  if (error) throw error;
  return { code: status, stdout: stdout.toString(), stderr: stderr.toString(), bytes: stdout };
}

function newFolder(): string {
  const folder = realpathSync(mkdtempSync(path.join(os.tmpdir(), 'ecs-taskdef-')));
  temporary.push(folder);
  return folder;
}

/** A new folder with these files; removed after the tests. */
export function folderOf(files: Readonly<Record<string, string | Buffer>> = {}): string {
  const folder = newFolder();
  for (const [name, content] of Object.entries(files)) {
    const file = path.join(folder, name);
    mkdirSync(path.dirname(file), { recursive: true });
    writeFileSync(file, content);
  }
  return folder;
}

/** A task definition that AWS takes, with nothing to say about it. */
export const RIGHT = `{
  "family": "web",
  "requiresCompatibilities": ["FARGATE"],
  "networkMode": "awsvpc",
  "cpu": "256",
  "memory": "512",
  "containerDefinitions": [
    { "name": "web", "image": "nginx:1.29", "essential": true }
  ]
}
`;

/** One error, at line 4, that has a safe fix: with it the document is `RIGHT`. */
export const WRONG = RIGHT.replace('"awsvpc"', '"bridge"');

/** What is said about `WRONG`. */
export const MESSAGE =
  'Fargate tasks run in network mode "awsvpc" only, not "bridge". Change networkMode to "awsvpc".';
