import type { Fix } from '../finding';
import { atValue } from '../location';
import { pointerOf } from '../syntax/pointer';
import { healthCommandOf } from './healthCommand';
import { defineRule } from './rule';

export default defineRule({
  id: 'health-check-shell-arguments',
  severity: 'warning',
  preset: 'refused',
  appliesTo: 'container',
  needs: 'healthCheck',
  facts: ['HC-2'],
  docs: {
    title: 'Only the first string behind CMD-SHELL is run',
    why: 'CMD-SHELL hands one text to the shell. Further strings become arguments of the shell, which the text does not see.',
    sources: ['https://docs.aws.amazon.com/AmazonECS/latest/APIReference/API_HealthCheck.html'],
    factors: ['IX'],
  },
  messages: {
    lost: 'The shell runs {first} alone; what follows is lost. Write the whole command as one string.',
  },
  check(container, { report }) {
    const command = healthCommandOf(container);
    if (!command || command.texts.length < 3 || command.texts[0] !== 'CMD-SHELL') return;
    const { node } = command;
    const [, first = '', ...rest] = command.texts;
    const pointer = pointerOf(node);
    const words = [first, ...rest.map(unquoted)];
    const fixes: Fix[] = [
      {
        title: 'Join the strings',
        changes: [{ kind: 'set', pointer, value: ['CMD-SHELL', words.join(' ')] }],
        safe: false,
      },
    ];
    if (words.every((word) => WORD.test(word))) {
      const prefix = node.items[0];
      fixes.unshift({
        title: 'Change "CMD-SHELL" to "CMD"',
        changes: [{ kind: 'set', pointer: pointerOf(prefix ?? node), value: 'CMD' }],
        safe: false,
      });
    }
    report('lost', atValue(node.items[2] ?? node), {
      data: { first: JSON.stringify(first.length > 40 ? `${first.slice(0, 40)}...` : first) },
      fixes,
    });
  },
});

/** An argument that needs no shell. */
const WORD = /^[^\s"'`$\\|&;<>()*?#~]+$/;

/** Quotes around a sign, "|| exit 1", would make it a plain argument once more. */
const unquoted = (text: string): string => /^(["'])((?:\|\||&&).*)\1$/.exec(text)?.[2] ?? text;
