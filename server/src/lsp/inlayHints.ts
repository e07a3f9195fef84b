import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { InlayHint, Range } from 'vscode-languageserver-types';
import { type Analysis, inlayHints as hintsIn, type Settings } from '../core';

export function inlayHints(
  document: TextDocument,
  analysis: Analysis,
  { start, end }: Range,
  settings: Settings,
): InlayHint[] {
  const part = { start: document.offsetAt(start), end: document.offsetAt(end) };
  return hintsIn(analysis, settings, part).map(({ offset, label, tooltip }) => ({
    position: document.positionAt(offset),
    label,
    tooltip,
    paddingLeft: true,
  }));
}
