import { Marks } from '../syntax/json/marks';
import type { Range } from '../syntax/tree';

/** A template mark in a text, and the variable that it writes. */
export interface PlaceholderMark extends Range {
  /** The mark with its signs: `${TAG}`. */
  readonly text: string;
  /** False for what writes nothing by itself: `{{ if .Debug }}`. */
  readonly isValue: boolean;
  /** Undefined where the mark is more than a variable: `{{ index .Tags 0 }}`. */
  readonly variable: Variable | undefined;
}

/** Offsets are those of the text that holds the mark. */
export interface Variable extends Range {
  readonly name: string;
  /** Marks of one key write the same: `${TAG}`, `$TAG`, `${TAG:-latest}`. */
  readonly key: string;
}

/** What stands before the variable, the variable, and the end of the mark or what changes the value: `| quote`, `:-x`. */
const PLAIN =
  /^(\$\{\{|\$[{(]?|\{\{[-~]?|\{%-?|#\{|<%[=-]?|<|__|%|@@|@)(\s*\$?\.?)([A-Za-z_]\w*?(?:[.-]\w+?)*)(?:__|\s*(?:[}%>)@|:?+=#^,/-]|$))/;

/** ecspresso's functions and their like, whose argument is the name: {{ must_env `TAG` }}, {{ ssm "/app/key" }}. */
const CALL =
  /^(\{\{[-~]?\s*(?:must_)?)(env|ssm|tfstatef?|secretsmanager_arn|var|lookup)(\s*\(?\s*\\?["'`])([^"'`\\\r\n]+)["'`\\]/;

/** The marks of a text, in order; in a text for a shell `$X` and `${X}` are the shell's own. */
export function placeholderMarks(text: string, isForShell = false): PlaceholderMark[] {
  const found: PlaceholderMark[] = [];
  if (!MAY_HAVE_MARKS.test(text)) return found;
  const marks = new Marks(text);
  for (let at = 0; at < text.length; ) {
    const mark = SIGN.test(text[at] ?? '') ? marks.at(at) : undefined;
    if (!mark?.closed) {
      at++;
      continue;
    }
    const whole = text.slice(at, mark.end);
    if (!isForShell || !whole.startsWith('$') || whole.length === text.length) {
      const isValue = mark.role === 'value';
      found.push({
        start: at,
        end: mark.end,
        text: whole,
        isValue,
        variable: isValue ? variableOf(whole, at) : undefined,
      });
    }
    at = mark.end;
  }
  return found;
}

const MAY_HAVE_MARKS = /[$<{%#@]|__/;
const SIGN = /[$<{%#@_]/;

function variableOf(mark: string, offset: number): Variable | undefined {
  const call = CALL.exec(mark);
  if (call) {
    const [, opener = '', called = '', quote = '', name = ''] = call;
    const start = offset + opener.length + called.length + quote.length;
    return { name, key: `${called} ${name}`, start, end: start + name.length };
  }
  const [, opener = '', blank = '', name] = PLAIN.exec(mark) ?? [];
  if (name === undefined) return undefined;
  const start = offset + opener.length + blank.length;
  const sign = opener.startsWith('$') ? '$' : opener.slice(0, 2);
  return { name, key: `${sign} ${blank.trim()}${name}`, start, end: start + name.length };
}
