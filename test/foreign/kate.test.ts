import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import net, { type AddressInfo } from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, it, vi } from 'vitest';
import { type Message, StreamMessageReader } from 'vscode-jsonrpc/node';
import type { CodeAction } from 'vscode-languageserver-types';
import { withBundles } from '../support/bundles';
// @ts-expect-error a tool without types
import { ensureDebianPackage } from '../support/debian.mjs';
import { PROBLEM, setupOf, TWO, TWO_FINE, TWO_RENAMED } from '../support/editors';

const bundle = withBundles();
const NO_KATE = 'Kate is not installed (and can be installed by the tests on Debian as root only)';
const RELAY = fileURLToPath(new URL('./relay.mjs', import.meta.url));
const WAIT = { timeout: 15_000, interval: 20 };
let kate = false;
let folder = '';

beforeAll(async () => {
  // A desktop without a screen, and keys for it.
  kate = [
    ['kate', 'kate'],
    ['Xvfb', 'xvfb'],
    ['xdotool', 'xdotool'],
  ].every(([command = '', name]) => {
    const installed = (): boolean => spawnSync('which', [command], { stdio: 'ignore' }).status === 0;
    return installed() || (ensureDebianPackage(name) && installed());
  });
  folder = await mkdtemp(path.join(os.tmpdir(), 'ecs-taskdef-kate-'));
}, 300_000);
afterAll(() => rm(folder, { recursive: true, force: true }));

type Sent = Message & {
  readonly method?: string;
  readonly id?: number;
  // biome-ignore lint/suspicious/noExplicitAny: whatever the method has
  readonly params?: any;
  readonly result?: unknown;
};

/** What Kate and the server say to each other, in the order in which it passes. */
class Traffic {
  readonly messages: Sent[] = [];
  #seen = 0;
  #arrived = (): void => {};

  listen(stream: NodeJS.ReadableStream): void {
    new StreamMessageReader(stream).listen((message) => {
      this.messages.push(message as Sent);
      this.#arrived();
    });
  }

  /** The next message of that kind behind the last one asked for. */
  async next(kind: (message: Sent) => boolean): Promise<Sent> {
    for (;;) {
      const index = this.messages.findIndex((message, at) => at >= this.#seen && kind(message));
      const found = this.messages[index];
      if (found) {
        this.#seen = index + 1;
        return found;
      }
      await new Promise<void>((resolve, reject) => {
        const last = JSON.stringify(this.messages.at(-1));
        const timer = setTimeout(() => reject(new Error(`nothing came behind ${last}`)), WAIT.timeout);
        this.#arrived = () => {
          clearTimeout(timer);
          resolve();
        };
      });
    }
  }

  request(method: string): Promise<Sent> {
    return this.next((message) => message.method === method);
  }

  answer({ id }: Sent): Promise<Sent> {
    return this.next((message) => message.id === id && message.method === undefined);
  }

  /** Waits until the text in Kate, which sends the whole of it at each change, is this one. */
  async changedTo(text: string): Promise<void> {
    await this.next(
      ({ method, params }) =>
        method === 'textDocument/didChange' && params.contentChanges.at(-1).text === text,
    );
  }
}

/** Runs what is needed for as long as `use` takes: screen, server, Kate with the file open. */
async function inKate(
  name: string,
  text: string,
  use: (traffic: Traffic, screen: Screen, file: string) => Promise<void>,
): Promise<void> {
  const file = path.join(folder, name);
  const config = path.join(folder, '.config');
  const setup = await setupOf('kate.md', 'json', RELAY);
  await mkdir(path.join(config, 'kate', 'lspclient'), { recursive: true });
  await writeFile(file, text);
  await writeFile(path.join(config, 'kate', 'lspclient', 'settings.json'), setup);
  // The answer to the question whether the server may be started.
  const allowed = `${spawnSync('which', ['node']).stdout.toString().trim()} ${RELAY} --stdio`;
  // Completion comes when asked for only, so that it is known which answer is on the screen.
  const katerc = `[lspclient]\nAllowedServerCommandLines=${allowed}\n[KTextEditor View]\nAuto Completion=false\n`;
  await writeFile(path.join(config, 'katerc'), katerc);

  const traffic = new Traffic();
  const children: ChildProcess[] = [];
  const relays = net.createServer((socket) => {
    const server = spawn(process.execPath, [bundle('server.js'), '--stdio'], {
      stdio: ['pipe', 'pipe', 'ignore'],
    });
    children.push(server);
    traffic.listen(socket);
    traffic.listen(server.stdout);
    socket.pipe(server.stdin);
    server.stdout.pipe(socket);
    socket.on('error', () => {});
    server.stdin.on('error', () => {});
  });
  relays.listen(0, '127.0.0.1');
  await once(relays, 'listening');
  try {
    const xvfb = spawn('Xvfb', ['-displayfd', '3', '-screen', '0', '1280x900x24'], {
      stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
    });
    children.push(xvfb);
    const [number] = await once(xvfb.stdio[3] as NodeJS.ReadableStream, 'data');
    const display = `:${String(number).trim()}`;
    children.push(
      spawn('kate', ['-n', '-b', file], {
        stdio: 'ignore',
        env: {
          PATH: process.env.PATH,
          HOME: folder,
          XDG_RUNTIME_DIR: folder,
          DBUS_SESSION_BUS_ADDRESS: 'disabled:',
          LANG: 'C.UTF-8',
          QT_QPA_PLATFORM: 'xcb',
          DISPLAY: display,
          ECS_PORT: String((relays.address() as AddressInfo).port),
        },
      }),
    );
    await use(traffic, new Screen(display), file);
  } finally {
    // Kate first: it writes files until it is gone.
    for (const child of children.reverse()) if (child.kill('SIGKILL')) await once(child, 'exit');
    relays.close();
  }
}

class Screen {
  constructor(private readonly display: string) {}

  #xdotool(...args: string[]): string {
    const { stdout } = spawnSync('xdotool', args, {
      env: { PATH: process.env.PATH, DISPLAY: this.display },
      timeout: 10_000,
    });
    return stdout.toString();
  }

  keys(...keys: string[]): void {
    this.#xdotool('key', '--delay', '20', ...keys);
  }

  type(text: string): void {
    this.#xdotool('type', '--delay', '20', text);
  }

  windows(...search: string[]): string[] {
    return this.#xdotool('search', '--onlyvisible', ...search)
      .split('\n')
      .filter(Boolean);
  }

  /** Asks for completions, and takes the first as soon as their list is on the screen. */
  async completeFirst(traffic: Traffic): Promise<void> {
    this.keys('ctrl+space');
    await traffic.answer(await traffic.request('textDocument/completion'));
    await this.popup();
    this.keys('Return');
  }

  /** Waits for a list or a menu: these are windows of their own. */
  async popup(): Promise<void> {
    await vi.waitFor(() => expect(this.windows('--class', 'kate').length).toBeGreaterThan(1), WAIT);
  }

  /** Waits for a window, and gives it the keys. */
  async focus(name: string): Promise<void> {
    const id = await vi.waitFor(() => {
      const [window] = this.windows('--name', name);
      if (!window) throw new Error(`no window ${name}`);
      return window;
    }, WAIT);
    this.#xdotool('windowfocus', '--sync', id);
  }
}

describe('Kate', () => {
  it('is here when the tests must be complete', () => {
    if (process.env.CI === 'true') expect(kate, NO_KATE).toBe(true);
  });

  it('takes our problems, repairs, completes and renames', async ({ skip }) => {
    skip(!kate, NO_KATE);
    await inKate('task-definition.json', TWO, async (traffic, screen, file) => {
      const { params } = await traffic.request('textDocument/publishDiagnostics');
      expect(params).toMatchObject({
        uri: pathToFileURL(file).href,
        diagnostics: [{ code: PROBLEM.code, message: PROBLEM.message }],
      });
      await screen.focus('task-definition');

      // It gives the problem back, and applies the one fix.
      screen.keys('ctrl+Home', 'Down', 'Down', 'Down', 'End', 'Left', 'Left', 'Left', 'ctrl+period');
      const asked = await traffic.request('textDocument/codeAction');
      expect(asked.params.context.diagnostics).toMatchObject([
        { code: PROBLEM.code, message: PROBLEM.message },
      ]);
      expect((await traffic.answer(asked)).result).toMatchObject([{ title: PROBLEM.fix }]);
      await traffic.changedTo(TWO_FINE);
      expect((await traffic.request('textDocument/publishDiagnostics')).params.diagnostics).toEqual([]);

      screen.keys('Home', 'End', 'Left', 'Left', 'BackSpace', 'BackSpace', 'BackSpace');
      await screen.completeFirst(traffic);
      await traffic.changedTo(TWO_FINE);

      // With the cursor in the name of the last container.
      screen.keys('ctrl+End', 'Up', 'Up', 'Home', ...Array(11).fill('Right'), 'F2');
      await screen.focus('Rename');
      screen.type('store');
      screen.keys('Return');
      await traffic.changedTo(TWO_RENAMED);
    });
  });

  it('completes a key, and formats', async ({ skip }) => {
    skip(!kate, NO_KATE);
    const [before, after] = [
      '{ "family": "web", "containerDefinitions": [{"name": "a", "image": "b"}] ',
      '}\n',
    ];
    await inKate('key.json', `${before}${after}`, async (traffic, screen) => {
      await traffic.request('textDocument/publishDiagnostics');
      await screen.focus('key.json');
      screen.keys('ctrl+Home', 'End', 'Left');
      // Kate adds the closing quote, the server the comma that is missing.
      screen.type('"pidM');
      await screen.completeFirst(traffic);
      await traffic.changedTo(`${before.trimEnd()}, "pidMode"${after}`);
      screen.keys('ctrl+t', 'f');
      const asked = await traffic.request('textDocument/formatting');
      expect(asked.params.options.insertSpaces).toBe(true);
      await traffic.answer(asked);
    });
  });

  it('offers refactorings of the container in the line of the cursor', async ({ skip }) => {
    skip(!kate, NO_KATE);
    const container = '{ "name": "db", "image": "postgres:17" }';
    const text = `{ "family": "web", "containerDefinitions": [\n  ${container}\n] }\n`;
    await inKate('refactoring.json', text, async (traffic, screen) => {
      await traffic.request('textDocument/publishDiagnostics');
      await screen.focus('refactoring.json');
      screen.keys('ctrl+Home', 'Down', 'alt+Return');
      const { result } = await traffic.answer(await traffic.request('textDocument/codeAction'));
      const titles = (result as CodeAction[]).map(({ title }) => title);
      const place = titles.findIndex((title) => title.startsWith('Add a health check to container "db"'));
      expect(place).toBeGreaterThanOrEqual(0);
      await screen.popup();
      screen.keys(...Array(place + 1).fill('Down'), 'Return');
      const { params } = await traffic.request('textDocument/didChange');
      expect(JSON.parse(params.contentChanges.at(-1).text)).toMatchObject({
        containerDefinitions: [
          { name: 'db', healthCheck: { command: ['CMD-SHELL', 'pg_isready -U postgres || exit 1'] } },
        ],
      });
    });
  });

  it('hears nothing about other JSON files', async ({ skip }) => {
    skip(!kate, NO_KATE);
    await inKate('package.json', '{ "name": "web", "version": "1.0.0", }\n', async (traffic) => {
      const { params } = await traffic.request('textDocument/publishDiagnostics');
      expect(params.diagnostics).toEqual([]);
    });
  });
});
