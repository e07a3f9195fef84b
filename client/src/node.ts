import * as vscode from 'vscode';
import { LanguageClient, TransportKind } from 'vscode-languageclient/node';
import { type Api, activateClient } from './client';

/** Desktop and remote: the server is a Node process beside the extension host. */
export function activate(context: vscode.ExtensionContext): Promise<Api> {
  const module = vscode.Uri.joinPath(context.extensionUri, 'dist', 'server.js').fsPath;
  const run = { module, transport: TransportKind.ipc };
  return activateClient(
    context,
    (id, name, options) => new LanguageClient(id, name, { run, debug: run }, options),
  );
}
