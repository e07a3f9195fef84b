import path from 'node:path';
import { type Position, TextDocument } from 'vscode-languageserver-textdocument';
import { type Finding, type Kind, type Range, SEVERITIES, type Severity } from '../core';

/** What is said about one file. */
export interface FileReport {
  /** Relative to the working directory, with `/`. */
  readonly path: string;
  readonly kind: Kind;
  /** The document that the findings are about: after the fixes. */
  readonly text: string;
  readonly findings: readonly Finding[];
  /** Fixes were written. */
  readonly repaired: boolean;
}

/** What a run says, files ordered by path. */
export interface Report {
  readonly files: readonly FileReport[];
  readonly cwd: string;
  /** Safe fixes were applied before. */
  readonly fix: boolean;
}

/** Zero-based, characters in UTF-16 code units, as in LSP. */
export interface LineRange {
  readonly start: Position;
  readonly end: Position;
}

/** Turns the offsets of a file's findings into lines and characters. */
export function linesOf(file: FileReport): (range: Range) => LineRange {
  const document = TextDocument.create('', '', 0, file.text);
  return ({ start, end }) => ({ start: document.positionAt(start), end: document.positionAt(end) });
}

export function countBySeverity(files: readonly FileReport[]): Record<Severity, number> {
  const counts: Record<Severity, number> = { error: 0, warning: 0, info: 0, hint: 0 };
  for (const { findings } of files) for (const { severity } of findings) counts[severity]++;
  return counts;
}

/** "1 error, 2 warnings": what there is, the gravest first. */
export function sayCounts(counts: Record<Severity, number>): string {
  return SEVERITIES.filter((severity) => counts[severity] > 0)
    .map((severity) => plural(counts[severity], severity))
    .join(', ');
}

export function plural(count: number, noun: string): string {
  return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

/** A path as it is shown: from the working directory, with `/`. */
export function shownPath(file: string, cwd: string): string {
  return path.relative(cwd, file).split(path.sep).join('/');
}

export function byPath(a: { readonly path: string }, b: { readonly path: string }): number {
  return a.path < b.path ? -1 : a.path > b.path ? 1 : 0;
}
