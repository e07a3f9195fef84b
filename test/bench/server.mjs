// A language server as a process on stdio, spoken to as an editor does.
import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import {
  createMessageConnection,
  StreamMessageReader,
  StreamMessageWriter,
} from 'vscode-languageserver/node';
import { root } from './root.mjs';

const SCHEMA = path.join(root, 'schemas/task-definition.schema.json');

/** The two servers that are compared; `configure` is called behind `initialized`. */
export const SERVERS = {
  ours: {
    script: path.join(root, 'dist/server.js'),
    configure() {},
  },
  peer: {
    script: path.join(root, 'node_modules/vscode-langservers-extracted/bin/vscode-json-language-server'),
    async configure(connection) {
      const schema = JSON.parse(readFileSync(SCHEMA, 'utf8'));
      const schemas = [{ fileMatch: ['*task-definition.json'], url: pathToFileURL(SCHEMA).href, schema }];
      const settings = { json: { validate: { enable: true }, schemas } };
      await connection.sendNotification('workspace/didChangeConfiguration', { settings });
    },
  },
};

const INITIALIZE = {
  processId: process.pid,
  rootUri: null,
  capabilities: {
    workspace: { configuration: true, workspaceEdit: { documentChanges: true } },
    textDocument: {
      diagnostic: { relatedInformation: true },
      hover: { contentFormat: ['markdown', 'plaintext'] },
      completion: { completionItem: { snippetSupport: true, documentationFormat: ['markdown'] } },
      inlayHint: {},
      codeLens: {},
    },
  },
};

export class Server {
  /** Starts a server and returns it when `initialize` is answered. */
  static async start({ script, configure }) {
    const child = spawn(process.execPath, [script, '--stdio'], { stdio: ['pipe', 'pipe', 'inherit'] });
    const connection = createMessageConnection(
      new StreamMessageReader(child.stdout),
      new StreamMessageWriter(child.stdin),
    );
    connection.onRequest('workspace/configuration', ({ items }) => items.map(() => null));
    connection.onRequest(() => null);
    connection.listen();
    await connection.sendRequest('initialize', INITIALIZE);
    return new Server(child, connection, configure);
  }

  constructor(child, connection, configure) {
    this.child = child;
    this.connection = connection;
    this.configure = configure;
  }

  async initialized() {
    await this.connection.sendNotification('initialized', {});
    await this.configure(this.connection);
  }

  async stop() {
    const ended = new Promise((resolve) => this.child.once('exit', resolve));
    await this.connection.sendRequest('shutdown');
    await this.connection.sendNotification('exit');
    await ended;
    this.connection.dispose();
  }

  /**
   * Milliseconds that the main thread has spent on a CPU so far; undefined where the system does not tell.
   * (`stat` counts in ticks of 10 ms; `schedstat` in nanoseconds, and Linux alone has it.)
   */
  mainThreadCpu() {
    const { pid } = this.child;
    const line = readProc(`/proc/${pid}/task/${pid}/schedstat`);
    return line === undefined ? undefined : Number(line.split(' ')[0]) / 1e6;
  }

  /** Resident memory now and at its highest, in MiB; undefined where the system does not tell. */
  memory() {
    const status = readProc(`/proc/${this.child.pid}/status`);
    const mib = (name) => Number(new RegExp(`^${name}:\\s+(\\d+) kB`, 'm').exec(status)?.[1]) / 1024;
    return status === undefined ? undefined : { now: mib('VmRSS'), highest: mib('VmHWM') };
  }
}

function readProc(file) {
  try {
    return readFileSync(file, 'utf8');
  } catch {
    return undefined;
  }
}
