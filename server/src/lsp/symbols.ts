import type { TextDocument } from 'vscode-languageserver-textdocument';
import { type DocumentSymbol, type SymbolInformation, SymbolKind } from 'vscode-languageserver-types';
import { type Analysis, documentSymbols, type DocumentSymbol as Found } from '../core';
import { toLspRange } from './convert';

const KINDS: Readonly<Record<Found['kind'], SymbolKind>> = {
  task: SymbolKind.Package,
  container: SymbolKind.Module,
  port: SymbolKind.Interface,
  volume: SymbolKind.Object,
};

/** @param hierarchical whether the client shows symbols inside of others */
export function symbols(
  document: TextDocument,
  analysis: Analysis,
  hierarchical: boolean,
): DocumentSymbol[] | SymbolInformation[] {
  const found = documentSymbols(analysis);
  if (hierarchical) return found.map((symbol) => toDocumentSymbol(document, symbol));
  return flat(found).map(({ symbol, holder }) => information(document, symbol, symbol.label, holder?.name));
}

/** Families and containers, for a search over many documents: by their plain names. */
export function searchable(document: TextDocument, analysis: Analysis): SymbolInformation[] {
  return flat(documentSymbols(analysis)).flatMap(({ symbol, holder }) =>
    symbol.kind === 'task' || symbol.kind === 'container'
      ? [information(document, symbol, symbol.name, holder?.name)]
      : [],
  );
}

function toDocumentSymbol(document: TextDocument, symbol: Found): DocumentSymbol {
  return {
    name: symbol.label,
    kind: KINDS[symbol.kind],
    range: toLspRange(document, symbol.range),
    selectionRange: toLspRange(document, symbol.selection),
    children: symbol.children.map((child) => toDocumentSymbol(document, child)),
  };
}

function flat(found: readonly Found[], holder?: Found): { symbol: Found; holder: Found | undefined }[] {
  return found.flatMap((symbol) => [{ symbol, holder }, ...flat(symbol.children, symbol)]);
}

function information(
  document: TextDocument,
  { kind, selection }: Found,
  name: string,
  containerName: string | undefined,
): SymbolInformation {
  return {
    name,
    kind: KINDS[kind],
    location: { uri: document.uri, range: toLspRange(document, selection) },
    ...(containerName !== undefined && { containerName }),
  };
}
