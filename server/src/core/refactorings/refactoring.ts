import type { Analysis } from '../analysis';
import { fillIn } from '../fillIn';
import type { Change, Json } from '../finding';
import type { Container, TaskDefinition } from '../model/taskDefinition';
import { pointerOf } from '../syntax/pointer';
import { type ObjectNode, propertyOf, type Range } from '../syntax/tree';

/** A change that nothing in the document demands: it is offered, and never reported. */
export interface Refactoring {
  /** Imperative, with the real values, and the marks that a person has to replace. */
  readonly title: string;
  readonly kind: 'refactor.rewrite' | 'refactor.extract';
  readonly changes: readonly Change[];
  /** A file to make beside the document. */
  readonly file?: NewFile;
}

export interface NewFile {
  readonly name: string;
  readonly text: string;
}

/** Where a person asks what could be changed. */
export interface Spot {
  readonly analysis: Analysis;
  readonly definition: TaskDefinition;
  readonly selection: Range;
  /** The container that the selection is in. */
  readonly container: Container | undefined;
  /** Somebody wants to see refactorings, so that all are offered that fit; else only those of this very place. */
  readonly isAsked: boolean;
}

/** One kind of refactoring; none where it does not apply. */
export type Refactor = (spot: Spot) => readonly Refactoring[];

export function rewrite(title: string, changes: readonly Change[]): Refactoring {
  return { title: fillIn({ title, changes, safe: false }).title, kind: 'refactor.rewrite', changes };
}

export function isIn({ selection }: Spot, { start, end }: Range): boolean {
  return start <= selection.start && selection.end <= end;
}

/** Whether the selection is on the key, on the value where that is no object or list, or on the bracket that opens it. */
export function isOnMember(spot: Spot, holder: ObjectNode, key: string): boolean {
  const property = propertyOf(holder, key);
  if (!property) return false;
  const { keyRange, value } = property;
  const isOpening = value?.kind === 'object' || value?.kind === 'array';
  const end = isOpening ? value.start + 1 : (value?.end ?? keyRange.end);
  return isIn(spot, { start: keyRange.start, end });
}

export function isOnBrackets(spot: Spot, { start, end }: Range): boolean {
  return isIn(spot, { start, end: start + 1 }) || isIn(spot, { start: end - 1, end });
}

/** Adds an item to a list, which is made where it is missing. Undefined where something else stands there. */
export function addTo(holder: ObjectNode, list: string, item: Json): Change | undefined {
  const property = propertyOf(holder, list);
  if (!property) return { kind: 'insert', pointer: pointerOf(holder), key: list, value: [item] };
  const { value } = property;
  if (value?.kind === 'array') return { kind: 'append', pointer: pointerOf(value), value: item };
  return value?.kind === 'null' ? { kind: 'set', pointer: pointerOf(value), value: [item] } : undefined;
}
