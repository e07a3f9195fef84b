import type { TextDocument } from 'vscode-languageserver-textdocument';
import { Analysis, type Finding, type LintOptions, lint } from '../core';

interface Entry {
  readonly forced: boolean;
  readonly analysis: Analysis;
  findings?: { readonly options: LintOptions; readonly list: readonly Finding[] };
}

/** One analysis a document: a text is parsed once, and forgotten when the document changes or closes. */
export class AnalysisCache {
  readonly #entries = new Map<string, Entry>();

  constructor(private readonly isForced: (uri: string) => boolean) {}

  analysis(document: TextDocument): Analysis {
    return this.#entry(document).analysis;
  }

  /** The findings of a document version; computed once for the same options. */
  findings(document: TextDocument, options: LintOptions): readonly Finding[] {
    const entry = this.#entry(document);
    const { settings, syntaxErrors, commentErrors } = options;
    const known = entry.findings?.options;
    if (
      known?.settings !== settings ||
      known.syntaxErrors !== syntaxErrors ||
      known.commentErrors !== commentErrors
    )
      entry.findings = { options, list: lint(entry.analysis, options) };
    return entry.findings?.list ?? [];
  }

  drop(uri: string): void {
    this.#entries.delete(uri);
  }

  #entry(document: TextDocument): Entry {
    const { uri } = document;
    const text = document.getText();
    const forced = this.isForced(uri);
    const cached = this.#entries.get(uri);
    // By the text, since a version may be used again, by a client that lies or after closing. It is the same
    // string as long as the document is unchanged, which makes the comparison cheap.
    if (cached?.analysis.text === text && cached.forced === forced) return cached;
    this.#entries.delete(uri); // memory for one tree, not for two
    const entry: Entry = { forced, analysis: new Analysis(text, uri, forced) };
    this.#entries.set(uri, entry);
    return entry;
  }
}
