import { BrowserMessageReader, BrowserMessageWriter, createConnection } from 'vscode-languageserver/browser';
import { startServer } from '../lsp/server';

declare const require: (module: string) => unknown;

/**
 * For Node, where this bundle is no more than the place of the core: `server.js` and `cli.js` load it from here, so
 * that the package holds it once.
 */
export const loadCore = (): unknown => require('../core');

/** The server in a web worker: files other than open documents come from the client. */
if (typeof self !== 'undefined' && typeof self.postMessage === 'function') {
  const scope = self as DedicatedWorkerGlobalScope;
  startServer(createConnection(new BrowserMessageReader(scope), new BrowserMessageWriter(scope)), {
    readFile: () => Promise.resolve(undefined),
    findFiles: () => Promise.resolve([]),
  });
}
