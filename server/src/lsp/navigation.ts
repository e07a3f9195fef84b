import type { TextDocument } from 'vscode-languageserver-textdocument';
import {
  type DocumentHighlight,
  DocumentHighlightKind,
  type Location,
  type LocationLink,
  type Position,
} from 'vscode-languageserver-types';
import { type Analysis, definitionAt, mappedPortAt, occurrencesAt, symbolAt } from '../core';
import { toLspRange } from './convert';
import type { OtherFiles } from './otherFiles';

/** @param links whether the client shows what is under the cursor and the whole of the target */
export function definition(
  document: TextDocument,
  analysis: Analysis,
  position: Position,
  links: boolean,
): Location | LocationLink[] | null {
  const found = definitionAt(analysis, document.offsetAt(position));
  if (!found) return null;
  const { uri } = document;
  const range = toLspRange(document, found.name);
  if (!links) return { uri, range };
  return [
    {
      originSelectionRange: toLspRange(document, found.origin),
      targetUri: uri,
      targetRange: toLspRange(document, found.whole),
      targetSelectionRange: range,
    },
  ];
}

/** Where the name under the cursor, or the port of a container, stands, in the document and in other files of the workspace. */
export async function references(
  document: TextDocument,
  analysis: Analysis,
  position: Position,
  includeDeclaration: boolean,
  otherFiles: OtherFiles,
): Promise<Location[]> {
  const { uri } = document;
  const offset = document.offsetAt(position);
  const mapped = mappedPortAt(analysis, offset);
  if (mapped) {
    const { container, port, range } = mapped;
    const places = await otherFiles.placesOf(uri, 'containerPort', port, container);
    return [
      ...(includeDeclaration ? [{ uri, range: toLspRange(document, range) }] : []),
      ...places.map((place) => ({ uri: place.uri, range: place.range })),
    ];
  }
  const inDocument = occurrencesAt(analysis, offset)
    .filter(({ isDefinition }) => includeDeclaration || !isDefinition)
    .map(({ range }) => ({ uri, range: toLspRange(document, range) }));
  const symbol = symbolAt(analysis, offset);
  const elsewhere =
    symbol && symbol.kind !== 'placeholder' ? await otherFiles.placesOf(uri, symbol.kind, symbol.name) : [];
  return [...inDocument, ...elsewhere.map((place) => ({ uri: place.uri, range: place.range }))];
}

/** Where a name is given it is written, where it is used it is read. */
export function highlights(
  document: TextDocument,
  analysis: Analysis,
  position: Position,
): DocumentHighlight[] {
  return occurrencesAt(analysis, document.offsetAt(position)).map(({ isDefinition, range }) => ({
    range: toLspRange(document, range),
    kind: isDefinition ? DocumentHighlightKind.Write : DocumentHighlightKind.Read,
  }));
}
