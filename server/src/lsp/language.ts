import type { TextDocument } from 'vscode-languageserver-textdocument';
import { type Hover, MarkupKind, type Position } from 'vscode-languageserver-types';
import { type Analysis, hover as hoverAt, type Settings } from '../core';
import { toLspRange } from './convert';

export function hover(
  document: TextDocument,
  analysis: Analysis,
  position: Position,
  settings: Settings | undefined,
  markdown: boolean,
): Hover | null {
  const found = hoverAt(analysis, document.offsetAt(position), settings);
  if (!found) return null;
  const value = markdown ? found.markdown : toPlainText(found.markdown);
  return {
    contents: { kind: markdown ? MarkupKind.Markdown : MarkupKind.PlainText, value },
    range: toLspRange(document, found.range),
  };
}

/** Markdown of ours for clients that show it as it stands: no fences, no emphasis, links written out. */
export function toPlainText(markdown: string): string {
  return markdown.replace(MARKDOWN, (_, _fence, span: string | undefined, label, url) => {
    if (label !== undefined) return `${label}: ${url}`;
    // One blank on either side keeps backticks inside apart from those around them.
    return span === undefined ? '' : span.replace(/^ (.*[^ ].*) $/, '$1');
  });
}

/** A line that opens or closes a block of code, a code span, which may hold anything, emphasis, a link. */
const MARKDOWN = /^```.*\n|(`+)(.*?[^`])\1(?!`)|\*\*|\[([^\]\n]*)\]\(([^)\n]*)\)/gm;
