import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { DocumentLink } from 'vscode-languageserver-types';
import { type Analysis, documentLinks as linksOf } from '../core';
import { toLspRange } from './convert';

/** Links without their targets, which a client asks for when somebody clicks. */
export function documentLinks(
  document: TextDocument,
  analysis: Analysis,
  region: string,
  tooltips: boolean,
): DocumentLink[] {
  return linksOf(analysis, region).map(({ range, tooltip }) => ({
    range: toLspRange(document, range),
    ...(tooltips && { tooltip }),
    data: { uri: document.uri },
  }));
}

/** The document that a link stands in; empty for what is no link of ours. */
export function documentOfLink({ data }: DocumentLink): string {
  const { uri } = (data ?? {}) as { uri?: unknown };
  return typeof uri === 'string' ? uri : '';
}

/** The link with its target, where it still stands in its place. */
export function resolveLink(
  link: DocumentLink,
  document: TextDocument,
  analysis: Analysis,
  region: string,
): DocumentLink {
  const start = document.offsetAt(link.range.start);
  const target = linksOf(analysis, region).find(({ range }) => range.start === start)?.target;
  return target === undefined ? link : { ...link, target };
}
