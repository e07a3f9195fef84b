import { TextDocument } from 'vscode-languageserver-textdocument';
import { type Diagnostic, DiagnosticSeverity } from 'vscode-languageserver-types';
import { CONFIG_FILE_NAME, readConfig } from '../core';
import { SOURCE, toLspRange } from './convert';
import { fileName, sameFile } from './uris';

export const isConfigFile = (uri: string): boolean => fileName(uri) === CONFIG_FILE_NAME;

/** What is passed over in the text of a config file, for clients that do not check it with its schema. */
export function configDiagnostics(document: TextDocument): Diagnostic[] {
  return readConfig(document.getText()).problems.map(({ message, ...range }) => ({
    range: toLspRange(document, range),
    severity: DiagnosticSeverity.Warning,
    source: SOURCE,
    message,
  }));
}

/** Shows what is wrong in the config files that count for open documents. A config file that is open is asked for itself. */
export class ConfigProblems {
  readonly #shown = new Set<string>();

  constructor(
    private readonly publish: (uri: string, diagnostics: Diagnostic[]) => void,
    private readonly openDocuments: () => readonly TextDocument[],
  ) {}

  /** A file has been looked for on the disk; `text` is undefined where there is none. */
  read(uri: string, text: string | undefined): void {
    const isHere = text !== undefined && !this.#isOpen(uri);
    this.#show(uri, isHere ? configDiagnostics(TextDocument.create(uri, 'json', 0, text)) : []);
  }

  /** Whether problems of the file are shown that may be gone by now. */
  isShown(uri: string): boolean {
    return this.#shown.has(uri);
  }

  /** A document has been opened, so that its problems are no longer shown as those of a file. */
  opened(): void {
    for (const uri of this.#shown) if (this.#isOpen(uri)) this.#show(uri, []);
  }

  #isOpen(uri: string): boolean {
    return this.openDocuments().some((document) => sameFile(document.uri) === sameFile(uri));
  }

  #show(uri: string, diagnostics: Diagnostic[]): void {
    if (diagnostics.length === 0 && !this.#shown.delete(uri)) return;
    if (diagnostics.length > 0) this.#shown.add(uri);
    this.publish(uri, diagnostics);
  }
}
