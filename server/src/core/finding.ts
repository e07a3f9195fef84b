import type { Range } from './syntax/tree';

/** error: AWS or its CLI refuses. warning: registers, then fails or is ignored. info, hint: advice. */
export type Severity = 'error' | 'warning' | 'info' | 'hint';

export const SEVERITIES: readonly Severity[] = ['error', 'warning', 'info', 'hint'];

export type Json = string | number | boolean | null | readonly Json[] | { readonly [key: string]: Json };

/** A change said on the value, never on the text. Pointers are RFC 6901 and mean the document before the fix. */
export type Change =
  /** Give an existing value another one. */
  | { readonly kind: 'set'; readonly pointer: string; readonly value: Json }
  /** Add a member to the object, or an item to the list, at `pointer`. A list takes `index` (default: at its end). */
  | { readonly kind: 'insert'; readonly pointer: string; readonly key: string; readonly value: Json }
  | { readonly kind: 'append'; readonly pointer: string; readonly value: Json }
  /** Change the key of the member at `pointer`. */
  | { readonly kind: 'rename'; readonly pointer: string; readonly key: string }
  | { readonly kind: 'remove'; readonly pointer: string }
  /** For what is no value: comments, stray commas. Offsets in the text before the fix. */
  | { readonly kind: 'text'; readonly range: Range; readonly text: string };

export interface Fix {
  /** Imperative, with the real values: "Change hostPort to 8080". */
  readonly title: string;
  readonly changes: readonly Change[];
  /** Exactly one right answer and nothing lost: preferred in the editor, applied by fix-all and `--fix`. */
  readonly safe: boolean;
}

export interface Related extends Range {
  readonly message: string;
}

/** One thing to say about a document. Offsets are UTF-16 code units, `end` exclusive. */
export interface Finding {
  readonly rule: string;
  readonly severity: Severity;
  readonly message: string;
  /** RFC 6901; for a missing member the object that lacks it. */
  readonly pointer: string;
  readonly range: Range;
  readonly fixes: readonly Fix[];
  readonly related: readonly Related[];
  /** The value is one that the GitHub deploy action removes before it registers. */
  readonly droppedByDeployAction: boolean;
}
