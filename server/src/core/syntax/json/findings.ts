import { printParseErrorCode } from 'jsonc-parser';
import type { Analysis } from '../../analysis';
import type { Finding, Fix } from '../../finding';
import { severityOf } from '../../rules/engine';
import { type Draft, schemaRule } from '../../schema/rules';
import type { Settings } from '../../settings';
import { toPointer } from '../pointer';
import { type Node, type ObjectNode, pathOf, type Range } from '../tree';
import type { SyntaxProblem } from './parse';
import { syntaxFix } from './repair';

export interface SyntaxOptions {
  readonly settings: Settings;
  /** False where the editor reports `json/syntax` and `json/duplicate-key` itself. */
  readonly syntaxErrors: boolean;
  /** False where the editor reports comments and trailing commas itself. */
  readonly commentErrors: boolean;
}

/** What is wrong with the text as JSON, in the order of the text. */
export function syntaxFindings(analysis: Analysis, options: SyntaxOptions): Finding[] {
  const { parsed } = analysis;
  const places = parsed.problems.some(({ kind }) => kind === 'duplicate-key')
    ? keyPlaces(parsed.root)
    : undefined;
  const drafts = parsed.problems.flatMap((problem) => {
    const isComment = problem.kind === 'comment' || problem.kind === 'trailing-comma';
    if (!(isComment ? options.commentErrors : options.syntaxErrors)) return [];
    return describe(problem, analysis, places);
  });
  return [...drafts, ...aboutTemplate(analysis)].flatMap((draft) => {
    const rule = schemaRule(draft.rule);
    const severity = rule && severityOf(rule, options.settings);
    if (!severity) return [];
    const { message, location, fixes = [], related = [] } = draft;
    return [
      { rule: draft.rule, severity, message, ...location, fixes, related, droppedByDeployAction: false },
    ];
  });
}

/** How far a template is judged, said once, and not where its text has a mistake anyway. */
function aboutTemplate({ text, parsed: { template, problems } }: Analysis): Draft[] {
  const [mark] = template?.marks ?? [];
  if (!template || !mark || problems.some(({ kind }) => kind === 'syntax')) return [];
  const line = /^[^\r\n]*/.exec(text.slice(mark.start, mark.end))?.[0] ?? '';
  const message = template.isTorn
    ? 'Brackets and blocks of this template are not in pairs: what belongs where shows only when it is rendered, and nothing of it is checked before.'
    : template.gaps.length > 0
      ? 'This template is JSON only when it is rendered. Until then single values are checked, but not what is missing or does not fit together.'
      : 'This template is JSON only when marks like this one have been replaced. All the rest of it is checked.';
  return [
    {
      rule: 'json/template',
      message,
      location: { pointer: '', range: { start: mark.start, end: mark.start + line.length } },
    },
  ];
}

function describe(problem: SyntaxProblem, { text, parsed }: Analysis, places: KeyPlaces | undefined): Draft {
  const { start, end } = problem;
  // What is no value has no pointer of its own.
  const location = { pointer: '', range: { start, end } };
  switch (problem.kind) {
    case 'syntax':
      return {
        rule: 'json/syntax',
        message: syntaxMessage(problem, text, parsed.root),
        location,
        // What a template leaves out cannot be told from what its author left out.
        fixes: parsed.template ? [] : syntaxFix(text, problem),
      };
    case 'too-deep':
      return {
        rule: 'json/syntax',
        message: 'This is nested too deeply to be read: no task definition needs 200 levels.',
        location,
      };
    case 'comment': {
      const message = 'JSON has no comments: the AWS CLI cannot read a file with one. Remove it.';
      return {
        rule: 'json/comment',
        message,
        location,
        // Somebody wrote it for people to read, and it is nowhere else.
        fixes: [{ ...cut('Remove the comment', withBlanks(text, location.range)), safe: false }],
      };
    }
    case 'trailing-comma': {
      const message =
        'JSON allows no comma behind the last item: the AWS CLI cannot read the file. Remove it.';
      return {
        rule: 'json/trailing-comma',
        message,
        location,
        fixes: [cut('Remove the comma', location.range)],
      };
    }
    case 'duplicate-key':
      return duplicateKey(problem, places);
  }
}

/** By the names of jsonc-parser's error codes. */
const MESSAGES: Readonly<Record<string, string>> = {
  InvalidSymbol:
    'This is not JSON: text stands in double quotes, and apart from that there are numbers, true, false and null.',
  InvalidNumberFormat:
    'This is not a number as JSON writes it: no plus sign, no leading zero, a digit on both sides of the point.',
  PropertyNameExpected: 'A key in double quotes is expected here.',
  ValueExpected: 'A value is missing here.',
  ColonExpected: 'A colon is missing between the key and its value.',
  CommaExpected: 'A comma is missing here.',
  CloseBraceExpected: 'The closing brace } is missing.',
  CloseBracketExpected: 'The closing bracket ] is missing.',
  InvalidCommentToken: 'JSON has no comments.',
  UnexpectedEndOfComment: 'This comment is never closed.',
  UnexpectedEndOfString: 'The closing quote of this string is missing.',
  UnexpectedEndOfNumber: 'This number breaks off.',
  InvalidUnicode: 'Four hexadecimal digits have to follow \\u.',
  InvalidEscapeCharacter: 'JSON does not know this escape. A backslash itself is written \\\\.',
  InvalidCharacter:
    'Tabs and other control characters cannot stand in a string as they are: write \\t, or \\u and four digits.',
};

function syntaxMessage({ code, start }: SyntaxProblem, text: string, root: Node | undefined): string {
  if (code === undefined) return 'This template mark is never closed.';
  const isComment = text.startsWith('/*', start);
  if (root && start >= root.end && start < text.length && !isComment)
    return 'The document ends before this: nothing may follow it.';
  const line = text.slice(start, start + 200).split(/[\r\n]/, 1)[0] ?? '';
  if (line.startsWith("'")) return 'Strings stand in double quotes in JSON, not in single ones.';
  const python = /^(?:True|False|None)\b/.exec(line)?.[0];
  if (python) return `JSON writes ${python === 'None' ? 'null' : python.toLowerCase()}, not ${python}.`;
  return MESSAGES[printParseErrorCode(code)] ?? 'This is not JSON.';
}

function cut(title: string, range: Range): Fix {
  return { title, changes: [{ kind: 'text', range, text: '' }], safe: true };
}

/** A comment with the blanks before it, or with its whole line when nothing else stands there. */
function withBlanks(text: string, { start, end }: Range): Range {
  let from = start;
  while (text[from - 1] === ' ' || text[from - 1] === '\t') from--;
  let to = end;
  while (text[to] === ' ' || text[to] === '\t' || text[to] === '\r') to++;
  const startsLine = from === 0 || text[from - 1] === '\n';
  if (!startsLine) return { start: from, end };
  return text[to] === '\n' ? { start: from, end: to + 1 } : { start, end };
}

interface KeyPlace {
  readonly holder: ObjectNode;
  readonly index: number;
}

/** Properties by the offset of their key. */
type KeyPlaces = ReadonlyMap<number, KeyPlace>;

function keyPlaces(root: Node | undefined): KeyPlaces {
  const places = new Map<number, KeyPlace>();
  const walk = (node: Node | undefined): void => {
    if (node?.kind === 'array') for (const item of node.items) walk(item);
    if (node?.kind !== 'object') return;
    for (const [index, { keyRange, value }] of node.properties.entries()) {
      places.set(keyRange.start, { holder: node, index });
      walk(value);
    }
  };
  walk(root);
  return places;
}

function duplicateKey({ start, end, key = '', first }: SyntaxProblem, places: KeyPlaces | undefined): Draft {
  const earlier = first && places?.get(first.start);
  const next = earlier?.holder.properties[earlier.index + 1];
  const fix =
    first && next && cut(`Remove the earlier ${key}`, { start: first.start, end: next.keyRange.start });
  const holder = places?.get(start)?.holder;
  return {
    rule: 'json/duplicate-key',
    message: `"${key}" stands twice in this object: only the last value counts, the earlier one is lost.`,
    location: { pointer: toPointer([...(holder ? pathOf(holder) : []), key]), range: { start, end } },
    ...(fix && { fixes: [{ ...fix, safe: false }] }),
    ...(first && { related: [{ start: first.start, end: first.end, message: `The earlier "${key}"` }] }),
  };
}
