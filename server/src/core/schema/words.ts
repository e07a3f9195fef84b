/** Outside of quotes these make a shell necessary: operators, expansions, globs, escapes, comments. */
const SHELL = /[|&;<>()$`\\*?[\]{}~#!\n]/;
/** What a shell still replaces inside double quotes. */
const SHELL_IN_DOUBLE_QUOTES = /[$`\\!]/;

/**
 * The arguments of a command line, as a shell would split them: `nginx -g "daemon off;"` gives three.
 * Undefined when only a shell can run it, or when a quote is not closed.
 */
export function splitWords(text: string): string[] | undefined {
  const words: string[] = [];
  let word: string | undefined;
  for (let i = 0; i < text.length; i++) {
    const character = text.charAt(i);
    if (character === '"' || character === "'") {
      const end = text.indexOf(character, i + 1);
      if (end < 0) return undefined;
      const quoted = text.slice(i + 1, end);
      if (character === '"' && SHELL_IN_DOUBLE_QUOTES.test(quoted)) return undefined;
      word = (word ?? '') + quoted;
      i = end;
    } else if (character === ' ' || character === '\t') {
      if (word !== undefined) words.push(word);
      word = undefined;
    } else if (SHELL.test(character)) return undefined;
    else word = (word ?? '') + character;
  }
  if (word !== undefined) words.push(word);
  // A first word such as PORT=80 sets a variable, which only a shell does.
  return words.length === 0 || /^\w+=/.test(words[0] ?? '') ? undefined : words;
}

/** A health check as a shell runs it, unless it says itself how it wants to be run. */
export function healthCommand(text: string): string[] {
  const [, how, rest = ''] = /^(CMD-SHELL|CMD)\s+(\S.*)$/s.exec(text) ?? [];
  const words = how === 'CMD' ? splitWords(rest) : undefined;
  return words ? ['CMD', ...words] : ['CMD-SHELL', how ? rest : text];
}
