import type { Analysis } from '../analysis';
import { placeholderMarks } from '../model/placeholderMarks';
import {
  type DocumentMark,
  type DocumentSymbolInfo,
  markAt,
  marksOf,
  type Occurrence,
  occurrenceAt,
  occurrencesOf,
  type SymbolKind,
  symbolAt,
  symbolsOf,
} from '../model/references';
import { schemaAt } from '../schema/lookup';
import type { TextEdit } from '../syntax/json/edits';
import type { Range } from '../syntax/tree';

/** Why a name cannot be changed, or not to this one: a sentence to show. */
export interface Refusal {
  readonly refusal: string;
}

export interface Renameable {
  /** What the new name takes the place of; of a placeholder, without its signs. */
  readonly range: Range;
  readonly name: string;
}

export interface Renaming {
  readonly kind: SymbolKind;
  readonly oldName: string;
  /** False for one of two that have the name: elsewhere it means the other. */
  readonly everywhere: boolean;
  /** Sorted. */
  readonly edits: readonly TextEdit[];
}

/** What would be renamed at an offset; undefined where there is no name. */
export function renameableAt(analysis: Analysis, offset: number): Renameable | Refusal | undefined {
  const target = targetAt(analysis, offset);
  if (!target) return undefined;
  if (!target.mark) {
    const { range } = target.occurrence;
    const name = analysis.text.slice(range.start, range.end);
    return isMade(analysis, target.occurrence) ? { refusal: byHand(name) } : { range, name };
  }
  const { variable, text } = target.mark;
  if (!variable) return { refusal: byHand(text) };
  const { name, start, end } = variable;
  return { range: { start, end }, name };
}

/** The edits that give the name at an offset another one, wherever it stands in the document. */
export function rename(analysis: Analysis, offset: number, newName: string): Renaming | Refusal | undefined {
  const target = targetAt(analysis, offset);
  if (!target) return undefined;
  return target.mark
    ? renameMark(analysis, target.mark, newName)
    : renameSymbol(analysis, target.symbol, target.occurrence, newName);
}

interface Target {
  readonly symbol: DocumentSymbolInfo;
  readonly occurrence: Occurrence;
  /** The placeholder under the cursor: of a name that is one, the variable is what people mean. */
  readonly mark: DocumentMark | undefined;
}

function targetAt(analysis: Analysis, offset: number): Target | undefined {
  const symbol = symbolAt(analysis, offset);
  const occurrence = symbol && occurrenceAt(symbol, offset);
  return occurrence && { symbol, occurrence, mark: markAt(analysis, occurrence.range) };
}

const byHand = (text: string): string => `${text} is more than a name. Change it by hand.`;

/** Whether a name without quotes is made by a template: in its place no other name could stand without quotes. */
function isMade({ text }: Analysis, { node }: Occurrence): boolean {
  return node.kind === 'string' && text[node.start] !== '"';
}

// ---- names

const PATHS: Readonly<Record<Exclude<SymbolKind, 'placeholder'>, readonly (string | number)[]>> = {
  family: ['family'],
  container: ['containerDefinitions', 0, 'name'],
  volume: ['volumes', 0, 'name'],
  port: ['containerDefinitions', 0, 'portMappings', 0, 'name'],
};

function renameSymbol(
  analysis: Analysis,
  symbol: DocumentSymbolInfo,
  occurrence: Occurrence,
  newName: string,
): Renaming | Refusal {
  const { kind, name: oldName } = symbol;
  const places = occurrencesOf(symbol);
  const isAmbiguous = places.filter(({ isDefinition }) => isDefinition).length > 1;
  if (isAmbiguous && !occurrence.isDefinition)
    return {
      refusal: `Several ${kind}s are called "${oldName}". Give each of them a name of its own first.`,
    };
  if (places.some((place) => isMade(analysis, place))) return { refusal: byHand(oldName) };
  if (newName === oldName) return { kind, oldName, everywhere: false, edits: [] };
  const refusal = refusalOf(kind, newName);
  if (refusal !== undefined) return { refusal };
  if (symbolsOf(analysis).some((other) => other.kind === kind && other.name === newName && other.definition))
    return { refusal: `Another ${kind} is called "${newName}".` };
  // Of two that share a name one gets its own; who uses the name means the other.
  const renamed = isAmbiguous ? [occurrence] : places;
  return {
    kind,
    oldName,
    everywhere: !isAmbiguous,
    edits: renamed.map(({ range }) => ({ range, newText: newName })),
  };
}

function refusalOf(kind: SymbolKind, name: string): string | undefined {
  const schema = kind === 'placeholder' ? undefined : schemaAt([...PATHS[kind]]);
  if (!schema?.pattern || new RegExp(schema.pattern).test(name)) return undefined;
  const marks = placeholderMarks(name);
  if (marks.length > 0 && !/["\\\r\n]/.test(name)) {
    const around = marks.reduceRight((text, { start, end }) => text.slice(0, start) + text.slice(end), name);
    if (/^[\w-]*$/.test(around)) return undefined;
  }
  return `AWS takes ${schema.patternErrorMessage}, not "${name}".`;
}

// ---- placeholders

function renameMark(analysis: Analysis, mark: DocumentMark, newName: string): Renaming | Refusal {
  const { variable } = mark;
  if (!variable) return { refusal: byHand(mark.text) };
  const { key, name: oldName } = variable;
  if (newName === oldName) return { kind: 'placeholder', oldName, everywhere: true, edits: [] };
  const edits: TextEdit[] = [];
  for (const { start, text, variable: place } of marksOf(analysis)) {
    if (place?.key !== key) continue;
    const before = text.slice(0, place.start - start);
    const after = text.slice(place.end - start);
    const [changed, more] = placeholderMarks(before + newName + after);
    if (
      more ||
      /\p{Cc}/u.test(newName) ||
      changed?.text !== before + newName + after ||
      changed.variable?.name !== newName
    )
      return { refusal: `${text} cannot hold "${newName}".` };
    if (marksOf(analysis).some((other) => other.variable?.key === changed.variable?.key))
      return { refusal: `${changed.text} is a placeholder of this file already.` };
    edits.push({ range: { start: place.start, end: place.end }, newText: newName });
  }
  const other = otherMarkWith(analysis, mark);
  if (other !== undefined)
    return { refusal: `${other} holds ${oldName} too, and more. Change them by hand.` };
  return { kind: 'placeholder', oldName, everywhere: true, edits };
}

/** A mark of the same language that holds the name among other things, such as {{ if .Debug }}. */
function otherMarkWith(analysis: Analysis, { text, variable }: DocumentMark): string | undefined {
  const known = marksOf(analysis);
  const seen = new Set(known.map(({ start }) => start));
  const blocks = analysis.parsed.template?.marks.filter(({ start }) => !seen.has(start)) ?? [];
  const others = [
    ...known.map((mark) => ({
      mark: mark.text,
      rest: mark.text.slice(mark.variable ? mark.variable.end - mark.start : 0),
    })),
    ...blocks.map(({ start, end }) => {
      const mark = analysis.text.slice(start, end);
      return { mark, rest: mark };
    }),
  ];
  return others.find(({ mark, rest }) => mark[0] === text[0] && hasWord(rest, variable?.name ?? ''))?.mark;
}

function hasWord(text: string, word: string): boolean {
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) {
    const before = /[\w-]\.?$/.test(text.slice(Math.max(0, at - 2), at));
    if (!before && !/^[\w-]/.test(text.slice(at + word.length, at + word.length + 1))) return true;
  }
  return false;
}
