import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll } from 'vitest';
// @ts-expect-error a build tool without types
import { buildBundles } from '../../server/tools/bundles.mjs';

export const BUNDLES = ['client.js', 'client.web.js', 'server.js', 'server.web.js', 'cli.js'] as const;
export type DistFile = (typeof BUNDLES)[number] | 'licenses.txt' | 'pages.json';

/** Builds all bundles for the tests of a file, as they are built for release; gives the place of each. */
export function withBundles(): (name: DistFile) => string {
  let folder = '';
  beforeAll(async () => {
    folder = await mkdtemp(path.join(os.tmpdir(), 'ecs-taskdef-bundles-'));
    await buildBundles(folder);
  });
  afterAll(() => rm(folder, { recursive: true, force: true }));
  return (name) => path.join(folder, name);
}
