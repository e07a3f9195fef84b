import type { TextDocument } from 'vscode-languageserver-textdocument';
import { type CompletionList, type Hover, MarkupKind, type Position } from 'vscode-languageserver-types';
import { type Analysis, type CompletionClient, hover as hoverAt, loadCompletion } from '../core';
import { toLspRange } from './convert';

export function hover(
  document: TextDocument,
  analysis: Analysis,
  position: Position,
  markdown: boolean,
): Hover | null {
  const found = hoverAt(analysis, document.offsetAt(position));
  if (!found) return null;
  const value = markdown ? found.markdown : toPlainText(found.markdown);
  return {
    contents: { kind: markdown ? MarkupKind.Markdown : MarkupKind.PlainText, value },
    range: toLspRange(document, found.range),
  };
}

/** Markdown of our own notes for clients that show it as it stands: no fences, no emphasis, links written out. */
function toPlainText(markdown: string): string {
  return markdown
    .replace(/^```.*\n/gm, '')
    .replace(/\*\*|`/g, '')
    .replace(/\[([^\]\n]*)\]\(([^)\n]*)\)/g, '$1: $2');
}

/** Loads the completion library with the first request. */
export async function complete(
  document: TextDocument,
  analysis: Analysis,
  position: Position,
  client: CompletionClient,
): Promise<CompletionList> {
  const { complete: completeAt } = await loadCompletion();
  const items = await completeAt(analysis, position, document.offsetAt(position), client);
  return { isIncomplete: false, items };
}
