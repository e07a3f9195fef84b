import type { Fix } from '../finding';
import { atValue } from '../location';
import { type Container, nameOf, type TaskDefinition } from '../model/taskDefinition';
import type { Value } from '../model/view';
import { pointerOf } from '../syntax/pointer';
import { defineRule } from './rule';

export default defineRule({
  id: 'stop-signal-lost',
  severity: 'hint',
  preset: 'strict',
  appliesTo: 'container',
  facts: [],
  docs: {
    title: 'A shell that keeps the stop signal from the program',
    why: 'ECS sends SIGTERM to the first process of a container and kills all of them after stopTimeout. When that process is a shell running a line of commands, the program never hears the signal and is killed in the middle of its work.',
    sources: [
      'https://docs.aws.amazon.com/AmazonECS/latest/developerguide/task_definition_parameters.html#container_definition_timeout',
    ],
    factors: ['IX'],
  },
  messages: {
    shell:
      'The first process of container "{name}" is the shell, which does not pass SIGTERM on: at a stop the program is killed after stopTimeout. Begin its command with exec.',
  },
  check(container, { definition, report }) {
    const script = shellScript(container);
    if (!script || !SEVERAL_COMMANDS.test(script.value) || HANDLES_SIGNALS.test(script.value)) return;
    if (mayHaveInit(container, definition)) return;
    report('shell', atValue(script.node), {
      data: { name: nameOf(container, definition.containers) },
      fixes: execLast(script),
    });
  },
});

const SHELL = /^(?:\/(?:usr\/)?bin\/)?(?:ba|da|a)?sh$/;
/** A shell with a single command becomes that command by itself. */
const SEVERAL_COMMANDS = /[;&|\n]/;
const HANDLES_SIGNALS = /\b(?:exec|trap)\b/;

/** The script of `sh -c`, as the first process of the container. */
function shellScript(container: Container): Value<string> | undefined {
  for (const key of ['entryPoint', 'command'] as const) {
    const words = container.strings(key);
    const [shell, flag, script] = words;
    if (words.length === 0) continue;
    if (!shell || !SHELL.test(shell.value) || !flag || !/^-[a-z]*c$/.test(flag.value)) return undefined;
    return script;
  }
  return undefined;
}

/** An init as the first process ends the container at SIGTERM, and so does the pause container of a shared namespace. */
function mayHaveInit(container: Container, { task }: TaskDefinition): boolean {
  const linux = container.object('linuxParameters');
  const init = linux?.boolean('initProcessEnabled');
  return init
    ? init.value
    : linux?.get('initProcessEnabled') !== undefined || task?.get('pidMode') !== undefined;
}

/** A plain last command after `&&` or `;`: no quotes, no pipes, nothing that belongs to a loop. */
const PLAIN_LAST = /^([^"'`()|]*(?:&&|;))(\s*)([A-Za-z0-9_./-]+(?: [^"'`()|&;\n]*)?)$/;
const KEYWORDS = /^(?:done|fi|esac|then|else|do|exit|wait|true|cd|export|set)\b/;

function execLast(script: Value<string>): Fix[] {
  const [, before, blank, last] = PLAIN_LAST.exec(script.value) ?? [];
  if (before === undefined || last === undefined || KEYWORDS.test(last)) return [];
  return [
    {
      title: `Begin the last command with exec: "exec ${last}"`,
      changes: [
        { kind: 'set', pointer: pointerOf(script.node), value: `${before}${blank || ' '}exec ${last}` },
      ],
      safe: false,
    },
  ];
}
