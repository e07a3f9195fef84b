import { type Node, pathOf } from '../syntax/tree';

/**
 * Marks that a template tool replaces before the document reaches AWS. A value that holds one is
 * unknown, not wrong. What stands between these pairs may be anything, further braces too.
 */
export const PAIRS: readonly Pair[] = [
  ['{{', '}}'], // Go templates (ecspresso), Jinja, Mustache
  ['{%', '%}'],
  ['<%', '%>'], // ERB, EJS
  ['%{', '}'], // Terraform directives
  ['#{', '}'], // Octopus, and #{X}# of other token replacers
];
/** In a shell these are variables and commands. */
export const SHELL_PAIRS: readonly Pair[] = [
  ['${', '}'],
  ['$(', ')'],
];
type Pair = readonly [open: string, close: string];

/** Every alternative stops at its own opening character, which keeps the search linear. */
export const WORDS = [
  String.raw`<[A-Za-z_][^<>"\n]*>`, // CodePipeline's <IMAGE1_NAME>
  // Not the names that JavaScript, Python and Jest write so themselves.
  '__(?!(?:proto|init|main|pycache|tests|mocks)__)[A-Za-z0-9]+(?:[_.-][A-Za-z0-9]+)*__',
  String.raw`%[A-Za-z_]\w*%`,
  String.raw`@@[\w.-]+@@`,
  '@[A-Z][A-Z0-9_]*@',
].join('|');
export const SHELL_WORD = String.raw`\$[A-Za-z_]`;

const HAS_WORD = new RegExp(WORDS);
const HAS_SHELL_WORD = new RegExp(SHELL_WORD);
/** Nothing but a variable: where AWS wants a list, a template tool puts one. */
const VARIABLE = /^\$(?:[A-Za-z_]\w*|\{.*\})$/s;

/**
 * Marks of Concourse and of others that count only where they are the whole value: nothing that AWS takes looks so, but
 * text may hold brackets.
 */
const WHOLE = /^(?:\(\([A-Za-z_][\w./:-]*\)\)|\[\[[A-Za-z_][\w./:-]*\]\])$/;

/** Whether a template leaves the key open. `$schema` and its like look like shell variables and are none. */
export function isPlaceholderKey(key: string): boolean {
  return !/^\$(?:schema|comment|id|ref|defs)$/.test(key) && hasPlaceholder(key);
}

/** Whether the value, found at this path, is left open by a template. */
export function hasPlaceholder(value: string, path: readonly (string | number)[] = []): boolean {
  if (!/[$<{%#@]|__|^\(\(|^\[\[/.test(value)) return false;
  if (PAIRS.some((pair) => holds(value, pair)) || HAS_WORD.test(value)) return true;
  if (isForShell(path)) return VARIABLE.test(value);
  return WHOLE.test(value) || HAS_SHELL_WORD.test(value) || SHELL_PAIRS.some((pair) => holds(value, pair));
}

/** Whether a template leaves the value open. */
export function isPlaceholder(node: Node): boolean {
  if (node.kind !== 'string') return false;
  // Finding the path takes longer, and in a shell fewer signs count as marks.
  return node.bare || (hasPlaceholder(node.value) && hasPlaceholder(node.value, pathOf(node)));
}

function holds(value: string, [open, close]: Pair): boolean {
  const start = value.indexOf(open);
  return start >= 0 && value.includes(close, start + open.length);
}

/** Whether a string there reaches a shell, where `$X` and `${X}` are the shell's, not a template's. */
export function isForShell(path: readonly (string | number)[]): boolean {
  return path.at(-1) === 'healthCheck' || path.includes('command') || path.includes('entryPoint');
}
