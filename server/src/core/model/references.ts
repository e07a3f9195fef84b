import type { Analysis } from '../analysis';
import { type Node, pathOf, type Range, type StringNode } from '../syntax/tree';
import { isForShell, isPlaceholderKey } from './placeholder';
import { type PlaceholderMark, placeholderMarks } from './placeholderMarks';

/** The family is defined here and used by other files only; so are the names of ports. */
export type SymbolKind = 'family' | 'container' | 'volume' | 'port' | 'placeholder';

/** One place where a name stands. */
export interface Occurrence {
  /** The value that the name is in; for a name in a key the object that has the key. */
  readonly node: Node;
  /** The name itself, without quotes: `db` in `"db:database"`. A placeholder is taken with its signs. */
  readonly range: Range;
  readonly isDefinition: boolean;
}

/** A name and every place of the document where it stands. */
export interface DocumentSymbolInfo {
  readonly kind: SymbolKind;
  /** For a placeholder the mark as it is written first: `${TAG}`. */
  readonly name: string;
  /** Placeholders have none, and a name that is only used has none either. */
  readonly definition?: Occurrence;
  /** Every other place, in the order of the document; a name given twice is among them. */
  readonly uses: readonly Occurrence[];
}

/** A mark of the document, with offsets of the document. */
export interface DocumentMark extends PlaceholderMark {
  readonly node: Node;
}

interface Symbols {
  readonly all: readonly DocumentSymbolInfo[];
  readonly marks: readonly DocumentMark[];
}

const known = new WeakMap<Analysis, Symbols>();

/** The names of containers, volumes and ports, and the placeholders of a document. Gathered once for a version of it. */
export function symbolsOf(analysis: Analysis): readonly DocumentSymbolInfo[] {
  return gathered(analysis).all;
}

/** Every template mark in the strings and keys of a document. */
export function marksOf(analysis: Analysis): readonly DocumentMark[] {
  return gathered(analysis).marks;
}

/**
 * Where the name that a node gives is used, and what stands behind it there: `:database` in `"db:database"`. None for a
 * node that gives no name.
 */
export function usesOf(
  analysis: Analysis,
  node: Node,
): { readonly node: StringNode; readonly rest: string }[] {
  const symbol = symbolsOf(analysis).find((one) =>
    occurrencesOf(one).some((occurrence) => occurrence.isDefinition && occurrence.node === node),
  );
  return (symbol?.uses ?? []).flatMap((use) =>
    use.isDefinition || use.node.kind !== 'string' || !symbol
      ? []
      : { node: use.node, rest: use.node.value.slice(symbol.name.length) },
  );
}

/**
 * The name at an offset; a cursor next to its quotes is on it. In a name that is made with a placeholder, `${APP}-web`,
 * the placeholder is found where it stands and the name elsewhere; `${APP}` alone is found as the name.
 */
export function symbolAt(analysis: Analysis, offset: number): DocumentSymbolInfo | undefined {
  const at = symbolsOf(analysis).filter((symbol) => occurrenceAt(symbol, offset));
  const name = at.find(({ kind }) => kind !== 'placeholder');
  const mark = at.find(({ kind }) => kind === 'placeholder');
  if (!name || !mark) return name ?? mark;
  return isOneMark(analysis, name) ? name : mark;
}

/** Whether a name is nothing but one placeholder. */
function isOneMark(analysis: Analysis, symbol: DocumentSymbolInfo): boolean {
  const [first] = occurrencesOf(symbol);
  return first !== undefined && markAt(analysis, first.range) !== undefined;
}

/** The placeholder that stands in exactly this place. */
export function markAt(analysis: Analysis, { start, end }: Range): DocumentMark | undefined {
  return marksOf(analysis).find((mark) => mark.start === start && mark.end === end);
}

/** All places of a name, in the order of the document. */
export function occurrencesOf({ definition, uses }: DocumentSymbolInfo): readonly Occurrence[] {
  return definition ? [definition, ...uses].sort((a, b) => a.range.start - b.range.start) : uses;
}

/** The place of a name that an offset is in. */
export function occurrenceAt(symbol: DocumentSymbolInfo, offset: number): Occurrence | undefined {
  return occurrencesOf(symbol).find((occurrence) => isOn(occurrence, offset));
}

function isOn({ node, range }: Occurrence, offset: number): boolean {
  const start = range.start === node.start + 1 ? node.start : range.start;
  const end = range.end === node.end - 1 ? node.end : range.end;
  return start <= offset && offset <= end;
}

function gathered(analysis: Analysis): Symbols {
  let symbols = known.get(analysis);
  if (!symbols) {
    symbols = gather(analysis);
    known.set(analysis, symbols);
  }
  return symbols;
}

function gather(analysis: Analysis): Symbols {
  const { definition, parsed, text } = analysis;
  if (!definition) return { all: [], marks: [] };
  const names = new Names();
  const add = (kind: SymbolKind, node: Node | undefined, isDefinition = false): void => {
    if (node?.kind === 'string' && node.value !== '')
      names.add(kind, node.value, { node, range: insideQuotes(text, node), isDefinition });
  };

  add('family', definition.task?.get('family'), true);
  for (const container of definition.containers) {
    add('container', container.get('name'), true);
    for (const dependency of container.objects('dependsOn'))
      add('container', dependency.get('containerName'));
    for (const from of container.objects('volumesFrom')) add('container', from.get('sourceContainer'));
    for (const link of container.items('links')) addLink(link, text, names);
    for (const mount of container.objects('mountPoints')) add('volume', mount.get('sourceVolume'));
    for (const mapping of container.objects('portMappings')) add('port', mapping.get('name'), true);
  }
  add('container', definition.task?.object('proxyConfiguration')?.get('containerName'));
  for (const volume of definition.volumes) add('volume', volume.get('name'), true);

  const marks = parsed.root ? collectMarks(parsed.root, text, []) : [];
  for (const { node, start, end, text: mark, isValue, variable } of marks) {
    if (!isValue) continue;
    const occurrence = { node, range: { start, end }, isDefinition: false };
    names.add('placeholder', mark, occurrence, variable?.key);
  }
  return { all: names.all(), marks };
}

/** `"db:database"` names the container db. A placeholder may hold a colon too: `"${DB:-db}"`. */
function addLink(link: Node, text: string, names: Names): void {
  if (link.kind !== 'string' || link.value === '') return;
  const range = insideQuotes(text, link);
  const alias = /:[^:{}()<>"]*$/.exec(text.slice(range.start, range.end))?.[0];
  const end = range.end - (alias?.length ?? 0);
  const name = alias === undefined ? link.value : text.slice(range.start, end);
  if (name !== '')
    names.add('container', name, {
      node: link,
      range: { start: range.start, end },
      isDefinition: false,
    });
}

class Names {
  readonly #symbols = new Map<string, { kind: SymbolKind; name: string; occurrences: Occurrence[] }>();

  /** @param key what counts as the same name */
  add(kind: SymbolKind, name: string, occurrence: Occurrence, key = name): void {
    const id = `${kind} ${key}`;
    const symbol = this.#symbols.get(id);
    if (symbol) symbol.occurrences.push(occurrence);
    else this.#symbols.set(id, { kind, name, occurrences: [occurrence] });
  }

  all(): DocumentSymbolInfo[] {
    return [...this.#symbols.values()].map(({ kind, name, occurrences }) => {
      const definition = occurrences.find(({ isDefinition }) => isDefinition);
      const uses = occurrences
        .filter((occurrence) => occurrence !== definition)
        .sort((a, b) => a.range.start - b.range.start);
      return definition ? { kind, name, definition, uses } : { kind, name, uses };
    });
  }
}

/** The text of a string that may still lack its quote; of a mark without quotes all of it. */
export function insideQuotes(text: string, { start, end }: Range): Range {
  const from = text[start] === '"' ? start + 1 : start;
  return { start: from, end: end > from && text[end - 1] === '"' ? end - 1 : end };
}

function collectMarks(node: Node, text: string, marks: DocumentMark[]): DocumentMark[] {
  if (node.kind === 'string') addMarks(node, node, isForShell(pathOf(node)));
  else if (node.kind === 'array') for (const item of node.items) collectMarks(item, text, marks);
  else if (node.kind === 'object') {
    for (const { key, keyRange, value } of node.properties) {
      if (isPlaceholderKey(key)) addMarks(node, keyRange, false);
      if (value) collectMarks(value, text, marks);
    }
  }
  return marks;

  function addMarks(holder: Node, place: Range, forShell: boolean): void {
    const { start, end } = insideQuotes(text, place);
    for (const { variable, ...mark } of placeholderMarks(text.slice(start, end), forShell)) {
      marks.push({
        ...mark,
        node: holder,
        start: start + mark.start,
        end: start + mark.end,
        variable: variable && {
          ...variable,
          start: start + variable.start,
          end: start + variable.end,
        },
      });
    }
  }
}
