import { spawnSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { createRequire, isBuiltin } from 'node:module';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import vm from 'node:vm';
import { Worker } from 'node:worker_threads';
import { afterAll, describe, expect, it } from 'vitest';
import { createProtocolConnection } from 'vscode-languageserver/node';
import manifest from '../../package.json';
import { BRIDGE, REFUSED, TASK } from '../lsp/samples';
import { BUNDLES, withBundles } from '../support/bundles';
import { EVERYWHERE, PULL, TestClient } from '../support/lsp-client';
import { places } from '../support/positions';
import { WorkerReader, WorkerWriter } from '../support/worker-messages';

const root = fileURLToPath(new URL('../..', import.meta.url));
const bundle = withBundles();

/** Where a pattern is in a text, with a few characters round each place. */
function found(text: string, pattern: RegExp): string[] {
  return [...text.matchAll(pattern)].map(({ index, 0: match }) =>
    text.slice(Math.max(0, index - 30), index + match.length + 30),
  );
}

describe.each(BUNDLES)('%s', (name) => {
  const source = (): string => readFileSync(bundle(name), 'utf8');

  it('knows no place on the machine that built it', () => {
    const places = [root, path.join(os.homedir(), path.sep)];
    expect(places.filter((place) => source().includes(place))).toEqual([]);
    expect(found(source(), /sourceMappingURL|[\\/]node_modules[\\/]|file:\/\/\/[a-z]/gi)).toEqual([]);
  });

  it('makes no code from text', () => {
    expect(found(source(), /(?<![\w$.])eval\(|new Function\b|(?<![\w$.])Function\(["'`]/g)).toEqual([]);
  });

  it('has no means to talk to a network', () => {
    expect(found(source(), /require\("(?:node:)?(?:https?|http2|dgram|tls|dns)"\)/g)).toEqual([]);
    const ofBrowsers =
      /(?<![\w$.])fetch\(|XMLHttpRequest|WebSocket\(|EventSource\(|sendBeacon|importScripts/g;
    expect(found(source(), ofBrowsers)).toEqual([]);
  });

  it('needs nothing but Node, VS Code and the core at run time', () => {
    const needed = [...source().matchAll(/(?<![\w$.'"`])require\("([^"]+)"\)/g)].map(
      ([, module = '']) => module,
    );
    const others = new Set(needed.filter((module) => !isBuiltin(module)));
    const beside = name.startsWith('client')
      ? ['vscode']
      : ['server.js', 'cli.js'].includes(name)
        ? ['./server.web.js']
        : [];
    expect([...others]).toEqual(beside);
    if (name.includes('web')) expect(needed.filter((module) => isBuiltin(module))).toEqual([]);
  });
});

/** Stands in for the module `vscode`: every member is a class, a function and an object. */
function anything(): unknown {
  const stub: unknown = new Proxy(class {}, {
    get: (target, key) =>
      key === 'prototype' ? target.prototype : key === Symbol.toPrimitive ? () => 0 : stub,
    apply: () => stub,
    construct: () => ({}),
  });
  return stub;
}

interface Extension {
  readonly activate?: unknown;
}

describe('the client', () => {
  const wrap = (file: string): string =>
    `(function (exports, require, module) {${readFileSync(file, 'utf8')}\n})`;

  it('for Node evaluates and exports activate', () => {
    const module: { exports: Extension } = { exports: {} };
    const require = createRequire(import.meta.url);
    const run = vm.runInThisContext(wrap(bundle('client.js')), { filename: 'client.js' });
    run(module.exports, (id: string) => (id === 'vscode' ? anything() : require(id)), module);
    expect(module.exports.activate).toBeTypeOf('function');
  });

  it('for browsers evaluates with what a web worker has, and exports activate', () => {
    const module: { exports: Extension } = { exports: {} };
    const scope = {
      setTimeout,
      clearTimeout,
      queueMicrotask,
      TextDecoder,
      TextEncoder,
      URL,
      console,
      performance,
    };
    const context = vm.createContext({ ...scope }, { codeGeneration: { strings: false, wasm: false } });
    vm.runInContext('var self = globalThis', context);
    const run = vm.runInContext(wrap(bundle('client.web.js')), context, { filename: 'client.web.js' });
    const onlyVscode = (id: string): unknown => {
      if (id !== 'vscode') throw new Error(`no module ${id} in a browser`);
      return anything();
    };
    run(module.exports, onlyVscode, module);
    expect(typeof module.exports.activate).toBe('function');
  });
});

describe('server.web.js', () => {
  const workers: Worker[] = [];
  afterAll(async () => {
    for (const worker of workers) await worker.terminate();
  });

  it('serves in a web worker that has nothing of Node', async () => {
    const shim = fileURLToPath(new URL('./web-worker.cjs', import.meta.url));
    const worker = new Worker(shim, { workerData: bundle('server.web.js') });
    workers.push(worker);
    const failed = new Promise<never>((_, reject) => worker.once('error', reject));
    const client = new TestClient(
      createProtocolConnection(new WorkerReader(worker), new WorkerWriter(worker)),
      {
        capabilities: PULL,
        initializationOptions: { ...REFUSED, files: true },
        files: { 'file:///project/.ecs-taskdef.json': '{ "rules": { "fargate-network-mode": "warning" } }' },
      },
    );
    const { serverInfo } = await Promise.race([client.initialize(), failed]);
    expect(serverInfo).toEqual({ name: 'ecs-taskdef' });
    const { text, ranges } = places(BRIDGE);
    await client.open(TASK, text);
    expect(await client.pull(TASK)).toMatchObject([
      { code: 'fargate-network-mode', severity: 2, range: ranges[0] },
    ]);
    expect(await client.hover(TASK, { line: 3, character: 5 })).not.toBeNull();
    const values = await client.complete(TASK, { line: 3, character: 20 });
    expect(values.map(({ label }) => label)).toContain('"awsvpc"');
    expect(await client.codeActions(TASK, EVERYWHERE, { only: ['source.fixAll'] })).toHaveLength(1);
    expect(client.log).toEqual([]);
  });
});

describe('cli.js', () => {
  it('says its version', () => {
    const { status, stdout, stderr } = spawnSync(process.execPath, [bundle('cli.js'), '--version'], {
      encoding: 'utf8',
    });
    expect({ status, stdout, stderr }).toEqual({ status: 0, stdout: `${manifest.version}\n`, stderr: '' });
  });
});

describe('server.js without a way to talk', () => {
  it('ends with what it needs, and not with success', () => {
    const { status, stderr } = spawnSync(process.execPath, [bundle('server.js')], { encoding: 'utf8' });
    expect(status).not.toBe(0);
    expect(stderr).toContain('--stdio');
  });
});
