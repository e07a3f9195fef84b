import type { TextDocument } from 'vscode-languageserver-textdocument';
import {
  type FoldingRange,
  FoldingRangeKind,
  type FormattingOptions,
  type Position,
  type Range,
  type SelectionRange,
  type TextEdit,
} from 'vscode-languageserver-types';
import { type Analysis, folds, format, selections } from '../core';
import { toLspEdits, toLspRange } from './convert';

/** What is folded keeps the line of its closing bracket in sight. */
export function foldingRanges(document: TextDocument, analysis: Analysis): FoldingRange[] {
  let last = -1;
  return folds(analysis).flatMap(({ start, end, isComment }) => {
    const startLine = document.positionAt(start).line;
    const endLine = document.positionAt(end).line - (isComment ? 0 : 1);
    // Of several that begin on one line editors show the first.
    if (endLine <= startLine || startLine === last) return [];
    last = startLine;
    return [{ startLine, endLine, ...(isComment && { kind: FoldingRangeKind.Comment }) }];
  });
}

export function selectionRanges(
  document: TextDocument,
  analysis: Analysis,
  positions: readonly Position[],
): SelectionRange[] {
  return positions.map((position) => {
    const ranges = selections(analysis, document.offsetAt(position)).map((range) =>
      toLspRange(document, range),
    );
    const innermost = ranges.reduceRight<SelectionRange | undefined>(
      (parent, range) => (parent ? { range, parent } : { range }),
      undefined,
    );
    return innermost ?? { range: { start: position, end: position } };
  });
}

export function formatting(
  document: TextDocument,
  analysis: Analysis,
  { tabSize, insertSpaces, insertFinalNewline }: FormattingOptions,
  part?: Range,
): TextEdit[] {
  const options = { tabSize, insertSpaces, insertFinalNewline: insertFinalNewline === true };
  const range = part && { start: document.offsetAt(part.start), end: document.offsetAt(part.end) };
  return toLspEdits(document, format(analysis, options, range));
}
