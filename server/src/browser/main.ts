import { BrowserMessageReader, BrowserMessageWriter, createConnection } from 'vscode-languageserver/browser';
import { startServer } from '../lsp/server';

/** The server in a web worker: files other than open documents come from the client. */
const scope = self as DedicatedWorkerGlobalScope;
startServer(createConnection(new BrowserMessageReader(scope), new BrowserMessageWriter(scope)), {
  readFile: () => Promise.resolve(undefined),
});
