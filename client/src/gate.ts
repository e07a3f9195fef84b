import type * as vscode from 'vscode';
import type { BaseLanguageClient, Middleware } from 'vscode-languageclient';
import type { TaskDefinitionDocuments } from './documents';

interface AboutDocument {
  readonly textDocument?: { readonly uri?: string; readonly version?: number };
}

/**
 * A client's selector cannot test content, so every JSON document would reach the server. This gate
 * stands in the two middlewares that all traffic passes and lets through only what is about a
 * recognised document.
 */
export class Gate {
  /** The version each document had when it was sent to the server. */
  readonly #sent = new Map<string, number>();

  constructor(private readonly documents: TaskDefinitionDocuments) {}

  readonly middleware: Pick<Middleware, 'sendRequest' | 'sendNotification'> = {
    sendRequest: (type, params, token, next) => {
      const uri = (params as AboutDocument | undefined)?.textDocument?.uri;
      if (uri === undefined || this.#sent.has(uri)) return next(type, params, token);
      const method = typeof type === 'string' ? type : type.method;
      const nothing = method === 'textDocument/diagnostic' ? { kind: 'full', items: [] } : null;
      return Promise.resolve(nothing as never);
    },
    sendNotification: (type, next, params) => {
      const method = typeof type === 'string' ? type : type.method;
      const { uri, version = 0 } = (params as AboutDocument | undefined)?.textDocument ?? {};
      if (uri === undefined) return next(type, params);
      const sent = this.#sent.get(uri);
      if (method === 'textDocument/didOpen') {
        if (!this.documents.has(uri) || sent !== undefined) return Promise.resolve();
        this.#sent.set(uri, version);
      } else if (sent === undefined) return Promise.resolve();
      // A document that was recognised by this very edit went out with the edit in it.
      else if (method === 'textDocument/didChange' && version <= sent) return Promise.resolve();
      if (method === 'textDocument/didClose') this.#sent.delete(uri);
      return next(type, params);
    },
  };

  /** Sends a document that has just become a task definition, or takes back one that is none any more. */
  async update(
    client: BaseLanguageClient,
    document: vscode.TextDocument,
    recognised: boolean,
  ): Promise<void> {
    const uri = document.uri.toString();
    const textDocument = {
      uri,
      languageId: document.languageId,
      version: document.version,
      text: document.getText(),
    };
    if (recognised) await client.sendNotification('textDocument/didOpen', { textDocument });
    else if (this.#sent.has(uri))
      await client.sendNotification('textDocument/didClose', { textDocument: { uri } });
  }

  /** A restarted server knows no document. */
  reset(): void {
    this.#sent.clear();
  }
}
