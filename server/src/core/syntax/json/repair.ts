import { printParseErrorCode } from 'jsonc-parser';
import type { Fix } from '../../finding';
import { parseJson, type SyntaxProblem } from './parse';

/** Characters. Every attempt reads the whole text, and nobody waits for that in a longer one. */
const LONGEST = 100_000;

/** Puts a text in the place of what stands between two offsets. */
interface Attempt {
  readonly title: string;
  readonly start: number;
  readonly end: number;
  readonly text: string;
}

/**
 * The small change after which a text is JSON as a whole: a comma, a bracket or a quote more, a word that JSON writes
 * otherwise. None where one such change is not enough. Whether it is what was meant, the author has to say.
 */
export function syntaxFix(source: string, problem: SyntaxProblem): Fix[] {
  if (source.length > LONGEST) return [];
  const works = attempts(source, problem).find(({ start, end, text }) =>
    isWhole(source.slice(0, start) + text + source.slice(end)),
  );
  if (!works) return [];
  const { title, text, ...range } = works;
  return [{ title, changes: [{ kind: 'text', range, text }], safe: false }];
}

const isWhole = (text: string): boolean => {
  const { root, problems } = parseJson(text);
  return root !== undefined && !problems.some(({ kind }) => kind === 'syntax');
};

function attempts(text: string, { code, start }: SyntaxProblem): Attempt[] {
  const insert = (what: string, added: string, at: number): Attempt => ({
    title: `Add the missing ${what}`,
    start: at,
    end: at,
    text: added,
  });
  const before = text.slice(0, start).trimEnd().length;
  const last = text.trimEnd().length;
  const rest = text.slice(start);
  const surplus = { title: 'Remove what follows the end', start: before, end: last, text: '' };
  const name = code === undefined ? '' : printParseErrorCode(code);
  switch (name) {
    case 'CommaExpected':
      return [insert('comma', ',', before), ...closing(text, before), ...closing(text, last)];
    case 'ColonExpected':
      return [insert('colon', ':', before)];
    case 'CloseBraceExpected':
    case 'CloseBracketExpected':
      return [...closing(text, before), ...closing(text, last)];
    case 'EndOfFileExpected':
      return [surplus];
    case 'UnexpectedEndOfString': {
      const line = /^[^\r\n]*/.exec(rest)?.[0] ?? '';
      return [/[\s,]*$/, /[\s,}\]]*$/].map((tail) =>
        insert('quote', '"', start + line.replace(tail, '').length),
      );
    }
    case 'ValueExpected':
    case 'PropertyNameExpected':
    case 'InvalidSymbol':
      return rest.startsWith(',')
        ? [{ title: 'Remove the comma', start, end: start + 1, text: '' }]
        : [...inQuotes(rest, start), surplus];
    default:
      return [];
  }
}

/** Python's words, single quotes, and words without any. */
function inQuotes(rest: string, start: number): Attempt[] {
  const [written, single, word] = /^(?:'([^'"\\\r\n]*)'|([A-Za-z_][\w.-]*))/.exec(rest) ?? [];
  if (written === undefined) return [];
  const python = /^(?:True|False|None)$/.test(written) ? written : undefined;
  const text = python === 'None' ? 'null' : (python?.toLowerCase() ?? JSON.stringify(single ?? word));
  return [{ title: `Change ${written} to ${text}`, start, end: start + written.length, text }];
}

/** Strings, closed or not, and brackets. */
const TOKENS = /"(?:[^"\\\r\n]|\\.)*"?|[{}[\]]/g;
const CLOSING: Readonly<Record<string, string>> = { '{': '}', '[': ']' };

/** Closes what is open at an offset: the innermost alone, or all. */
function closing(text: string, at: number): Attempt[] {
  const open: string[] = [];
  for (const [token] of text.slice(0, at).matchAll(TOKENS)) {
    if (token in CLOSING) open.unshift(CLOSING[token] ?? '');
    else if (!token.startsWith('"')) open.shift();
  }
  const all = open.join('');
  return [...new Set([all.slice(0, 1), all])]
    .filter((brackets) => brackets !== '')
    .map((brackets) => ({ title: `Add the missing ${brackets}`, start: at, end: at, text: brackets }));
}
