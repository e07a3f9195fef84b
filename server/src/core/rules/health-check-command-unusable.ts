import type { Fix } from '../finding';
import { atValue } from '../location';
import { pointerOf } from '../syntax/pointer';
import { healthCommandOf, shellSign } from './healthCommand';
import { defineRule } from './rule';

export default defineRule({
  id: 'health-check-command-unusable',
  severity: 'warning',
  preset: 'refused',
  appliesTo: 'container',
  needs: 'healthCheck',
  facts: ['HC-2', 'HC-4'],
  docs: {
    title: 'A health check that cannot be run as it is written',
    why: 'Behind CMD stands a program and its arguments, each a string of its own; only CMD-SHELL hands a line of text to a shell. Written otherwise it registers, and then every check fails.',
    sources: [
      'https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_HealthCheck.html',
      'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/healthcheck.html',
    ],
    factors: ['IX'],
  },
  messages: {
    empty: 'This health check has no command. Write one behind "CMD" or "CMD-SHELL", or remove healthCheck.',
    glued: '"{prefix}" has to be a string of its own, with the command in the next one.',
    misspelt: '"{text}" is taken for a program. Write "{prefix}".',
    text: 'Without a shell the whole text is taken for the name of a program. Put "CMD-SHELL" before it.',
    sign: '"{text}" means something to a shell only; here the program gets it as an argument. Write one text behind "CMD-SHELL".',
  },
  check(container, { definition, report }) {
    const command = healthCommandOf(container);
    if (!command) return;
    const { node, texts } = command;
    const [first, ...rest] = texts;
    const at = (index: number) => atValue(node.items[index] ?? node);
    const change = (title: string, value: readonly string[], safe = false): { fixes: Fix[] } => ({
      fixes: [{ title, changes: [{ kind: 'set', pointer: pointerOf(node), value }], safe }],
    });
    if (first === undefined || (rest.length === 0 && (first === 'CMD' || first === 'CMD-SHELL'))) {
      report('empty', atValue(node));
      return;
    }
    if (first === 'CMD-SHELL' || first === 'NONE') return;
    const glued = rest.length === 0 ? GLUED.exec(first) : null;
    if (glued?.[1] && glued[2]) {
      report('glued', at(0), {
        data: { prefix: glued[1] },
        ...change('Split it behind "CMD-SHELL"', ['CMD-SHELL', glued[2]]),
      });
      return;
    }
    const meant = prefixMeant(first, rest, definition.windows);
    if (meant) {
      report('misspelt', at(0), {
        data: { text: first, prefix: meant },
        ...change(`Change "${first}" to "${meant}"`, [meant, ...rest], true),
      });
      return;
    }
    const prefixed = first === 'CMD';
    const program = prefixed ? rest : texts;
    const [only = ''] = program;
    // A path on Windows may hold blanks.
    if (program.length === 1 && /\S\s+\S/.test(only) && definition.windows === false) {
      report('text', at(prefixed ? 1 : 0), change('Run it with "CMD-SHELL"', ['CMD-SHELL', only]));
      return;
    }
    const sign = program.length > 1 ? shellSign(program) : undefined;
    if (sign === undefined) return;
    report('sign', at(texts.lastIndexOf(sign)), {
      data: { text: sign },
      // Quotes and blanks of an argument would mean something else in a line of shell text.
      ...(program.every((text) => text === sign || SIGN_OR_WORD.test(text)) &&
        change('Run it with "CMD-SHELL"', ['CMD-SHELL', program.join(' ')])),
    });
  },
});

const GLUED = /^(CMD-SHELL|CMD)[\s,:]+(\S.*)$/;
const SIGN_OR_WORD = /^(?:\|\|?|&&|;|[^\s"'`$\\|&;<>()*?#~]+)$/;

/** The prefix that a misspelling stands for. On Windows `cmd` is a program. */
function prefixMeant(text: string, rest: readonly string[], windows: boolean | undefined) {
  if (/^cmd[-_ ]?shell$/i.test(text)) return 'CMD-SHELL';
  return /^cmd$/i.test(text) && text !== 'CMD' && windows === false && !rest[0]?.startsWith('/')
    ? 'CMD'
    : undefined;
}
