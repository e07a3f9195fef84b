import { PAIRS, SHELL_PAIRS, SHELL_WORD, WORDS } from '../../model/placeholder';

/**
 * What a template mark does to the text around it.
 *
 * - `value`: something is written in its place
 * - `nothing`: nothing is, as with a comment
 * - `open`, `middle`, `close`: what stands between is written once, several times or not at all
 * - `definition`: what stands between is written somewhere else, if at all
 */
export type Role = 'value' | 'nothing' | 'open' | 'middle' | 'close' | 'definition';

export interface Mark {
  /** Behind its last character. */
  readonly end: number;
  readonly role: Role;
  /** With which signs it begins: a block ends in the language in which it began. */
  readonly opener: string;
  /** False: it goes on to the end of its line, because nothing closes it. */
  readonly closed: boolean;
}

type Roles = readonly (readonly [role: Role, sign: RegExp])[];

/** By what stands first in a mark, without blanks and the signs that trim them. What is not listed is a value. */
const ROLES: Readonly<Record<string, Roles>> = {
  // Go templates, Handlebars, Mustache
  '{{': [
    ['nothing', /^(?:\/\*|!|\$\w+(?:\s*,\s*\$\w+)?\s*:?=[^=]|(?:break|continue)$)/],
    ['definition', /^define\s/],
    ['open', /^(?:(?:if|range|with|block|unless|each)[\s(]|[#^].)/],
    ['middle', /^(?:else\b|\^$)/],
    ['close', /^(?:end$|\/)/],
  ],
  // Jinja, Liquid, Twig
  '{%': [
    ['definition', /^(?:macro|comment)\b/],
    [
      'open',
      /^(?:if|for|unless|case|with|filter|call|block|raw|verbatim|autoescape|capture|spaceless|trans)\b/,
    ],
    ['middle', /^(?:else|elif|elsif|elseif|when)\b/],
    ['close', /^end/],
    ['nothing', /^(?:set|assign|import|from|extends|do)\b/],
  ],
  '{#': [['nothing', /^/]],
  // ERB, EJS
  '<%': [
    ['value', /^=/],
    ['nothing', /^#/],
    ['middle', /^(?:else|elsif|when|rescue|ensure)\b|^\}.*\{$/s],
    ['close', /^(?:end\b|\})/],
    ['open', /^(?:if|unless|for|while|until|case|begin)\b|(?:\bdo|\{)\s*(?:\|[^|]*\|)?$/],
    ['nothing', /^(?:(?:const|let|var)\s|@?\w+\s*=[^=>])/],
  ],
  // Terraform
  '%{': [
    ['open', /^(?:if|for)\b/],
    ['middle', /^else\b/],
    ['close', /^end(?:if|for)\b/],
  ],
  // Octopus
  '#{': [
    ['open', /^(?:if|unless|each)\s/],
    ['middle', /^else$/],
    ['close', /^\//],
  ],
};

/** In these, brackets stand in pairs, so that one inside does not close the mark. Ruby's and JavaScript's need not. */
const WITH_PAIRS: ReadonlySet<string> = new Set(['{{', '${', '#{', '%{', '$(']);

const CLOSERS: ReadonlyMap<string, string> = new Map([...PAIRS, ...SHELL_PAIRS, ['{#', '#}']]);

/** Longer than any real one; what it bounds is how far a search for the end goes before it is given up. */
const LONGEST = 10_000;

const WORD = new RegExp(`${WORDS}|${SHELL_WORD}\\w*`, 'y');

/** `{{ "a": 1 }}`: doubled braces around members, not a mark. */
const MEMBERS = /\{\{\s*"[^"\n]*"\s*:/y;

/** A line of JSON, which no mark goes on behind: its end has not been typed. */
const MEMBER_LINE = /\n[ \t]*"[^"\n]*"\s*:/y;

const COMMENT = /\{(?:\{[-~]?\s*\/\*|#)/y;

/** A mark counts although nothing closes it, but brackets alone are JSON being typed, and `{%X%` is one and a mark. */
const UNCLOSED = /(?:\{%-?[ \t]|(?!\{%)..)[-~=]?[ \t]*[\w.$("']/y;

/** Finds template marks in a text, from its start to its end, in time linear in its length. */
export class Marks {
  /** By opener: up to where the search for the end of a mark has been in vain. */
  readonly #inVain = new Map<string, number>();
  /** By what is looked for: from where it was, and where it is next. */
  readonly #next = new Map<string, { from: number; at: number }>();

  constructor(readonly text: string) {}

  /** The mark outside of a string that begins at an offset. */
  at(start: number): Mark | undefined {
    const opener = this.#openerAt(start);
    if (opener === undefined) {
      WORD.lastIndex = start;
      const word = WORD.exec(this.text)?.[0];
      return word === undefined
        ? undefined
        : { end: start + word.length, role: 'value', opener: '', closed: true };
    }
    const lineEnd = this.#lineEnd(start);
    const end = this.#endOf(start, opener, this.text.length) ?? this.#firstEnd(start, opener, lineEnd);
    if (end !== undefined) {
      // #{X} and #{X}# are the same.
      const whole = opener === '#{' && /^#(?!\{)/.test(this.text.slice(end, end + 2)) ? end + 1 : end;
      return { end: whole, role: this.#roleOf(start, end, opener), opener, closed: true };
    }
    UNCLOSED.lastIndex = start;
    if (!UNCLOSED.test(this.text)) return undefined;
    let last = lineEnd;
    while (/[\s,]/.test(this.text[last - 1] ?? '')) last--;
    return { end: last, role: 'value', opener, closed: false };
  }

  /**
   * The end of a mark, inside of a string, that holds double quotes: `"{{ must_env "X" }}"`. Without them, or where
   * the line ends before the mark does, the string is read as any other.
   */
  endInString(start: number): number | undefined {
    const opener = this.#openerAt(start);
    if (opener === undefined) return undefined;
    const end = this.#endOf(start, opener, this.#lineEnd(start));
    return end !== undefined && /[^\\]"/.test(this.text.slice(start, end)) ? end : undefined;
  }

  #openerAt(start: number): string | undefined {
    const opener = this.text.slice(start, start + 2);
    if (!CLOSERS.has(opener)) return undefined;
    MEMBERS.lastIndex = start;
    return opener === '{{' && MEMBERS.test(this.text) ? undefined : opener;
  }

  /** Behind the closer that belongs to the opener: not one in quotes, and not one of brackets inside. */
  #endOf(start: number, opener: string, limit: number): number | undefined {
    if (start < (this.#inVain.get(opener) ?? 0)) return undefined;
    const { text } = this;
    const closer = CLOSERS.get(opener) ?? '';
    const hasPairs = WITH_PAIRS.has(opener);
    const last = Math.min(limit, start + LONGEST);
    let depth = 0;
    let at = this.#behindComment(start, opener);
    if (at >= last) return undefined;
    for (; at < last; at++) {
      const sign = text[at];
      if (depth === 0 && text.startsWith(closer, at)) return at + closer.length;
      if (sign === '\\') at++;
      else if (sign === '"' || sign === '`') {
        at = endOfQuoted(text, at, last);
        if (text[at] !== sign) break;
      } else if (sign === '\n' && depth === 0 && (closer.length === 1 || this.#isMemberLine(at))) break;
      else if (hasPairs && /[([{]/.test(sign ?? '')) depth++;
      else if (hasPairs && /[)\]}]/.test(sign ?? '') && depth > 0) depth--;
    }
    this.#inVain.set(opener, at);
    return undefined;
  }

  #isMemberLine(at: number): boolean {
    MEMBER_LINE.lastIndex = at;
    return MEMBER_LINE.test(this.text);
  }

  // Quotes and brackets in a comment need not be in pairs: {{/* it's */}}, {# it's #}.
  #behindComment(start: number, opener: string): number {
    COMMENT.lastIndex = start;
    if (!COMMENT.test(this.text)) return start + opener.length;
    return opener === '{#' ? this.#find('#}', start + 2) : this.#find('*/', start + 2) + 2;
  }

  /** Behind the next closer on the line, whatever stands before it. */
  #firstEnd(start: number, opener: string, lineEnd: number): number | undefined {
    const closer = CLOSERS.get(opener) ?? '';
    const end = this.#find(closer, start + opener.length) + closer.length;
    return end <= lineEnd ? end : undefined;
  }

  #lineEnd(start: number): number {
    return Math.min(this.#find('\n', start), this.text.length);
  }

  /** Where something is next; beyond the text where it is not. */
  #find(what: string, from: number): number {
    const known = this.#next.get(what);
    if (known && known.from <= from && known.at >= from) return known.at;
    const found = this.text.indexOf(what, from);
    const at = found < 0 ? Number.MAX_SAFE_INTEGER : found;
    this.#next.set(what, { from, at });
    return at;
  }

  #roleOf(start: number, end: number, opener: string): Role {
    const roles = ROLES[opener];
    if (!roles) return 'value';
    const inside = this.text.slice(start + 2, end - (CLOSERS.get(opener)?.length ?? 0));
    const body = inside
      .replace(/^[-~_+]/, '')
      .replace(/[-~_+]$/, '')
      .trim();
    return roles.find(([, sign]) => sign.test(body))?.[0] ?? 'value';
  }
}

/** The closing quote of what begins at an offset, or how far it was looked for: only Go's raw strings have lines. */
function endOfQuoted(text: string, start: number, limit: number): number {
  const quote = text[start];
  let at = start + 1;
  for (; at < limit && text[at] !== quote; at++) {
    if (quote === '"' && text[at] === '\\') at++;
    else if (quote === '"' && text[at] === '\n') break;
  }
  return at;
}
