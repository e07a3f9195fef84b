import * as vscode from 'vscode';
import { LanguageClient } from 'vscode-languageclient/browser';
import { type Api, activateClient } from './client';

/** vscode.dev and github.dev: the server is a web worker. */
export function activate(context: vscode.ExtensionContext): Promise<Api> {
  const script = vscode.Uri.joinPath(context.extensionUri, 'dist', 'server.web.js').toString(true);
  return activateClient(
    context,
    (id, name, options) => new LanguageClient(id, name, new Worker(script), options),
  );
}
