import { readFile } from 'node:fs/promises';
import { fileURLToPath } from 'node:url';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { startServer } from '../lsp/server';
import { findFiles } from './findFiles';

/** `server.js --stdio` or `--node-ipc`: the server for desktop VS Code and for every other editor. */
startServer(createConnection(ProposedFeatures.all), {
  readFile: (uri) =>
    uri.startsWith('file:') ? readFile(fileURLToPath(uri), 'utf8') : Promise.resolve(undefined),
  findFiles,
});
