import type { Fix } from '../finding';
import { atValue } from '../location';
import type { Container } from '../model/taskDefinition';
import { pointerOf } from '../syntax/pointer';
import { type HealthCommand, healthCommandOf } from './healthCommand';
import { defineRule } from './rule';

/** What official images, by name and tag, come without. Only those that have surely never had it. */
const WITHOUT: readonly { name: RegExp; tag: RegExp; programs: readonly string[] }[] = [
  { name: /^(?:alpine|busybox)$/, tag: /^/, programs: ['curl'] },
  { name: /^(?:node|python|postgres)$/, tag: /alpine/, programs: ['curl'] },
  { name: /^(?:node|python)$/, tag: /slim/, programs: ['curl', 'wget'] },
  { name: /^(?:debian|ubuntu)$/, tag: /^/, programs: ['curl', 'wget'] },
];

const OFFICIAL =
  /^(?:(?:docker\.io\/)?library\/|docker\.io\/|public\.ecr\.aws\/docker\/library\/)?([a-z]+)(?::([\w.-]+))?(?:@|$)/;
const PROGRAM = /^(?:\/usr\/bin\/)?(curl|wget)(?:\s|$)/;
const SIMPLE_CURL =
  /^curl(?: -[fsSkL]+| --(?:fail|silent|show-error|location))* ['"]?(https?:\/\/[\w.:/-]+)['"]?( \|\| exit 1)?$/;

export default defineRule({
  id: 'health-check-program-missing',
  severity: 'hint',
  preset: 'recommended',
  appliesTo: 'container',
  needs: 'healthCheck',
  facts: ['HC-4'],
  docs: {
    title: 'A health check with a program that the image does not have',
    why: 'The command of a health check runs inside of the container. A program that is not in its image cannot be started, and the container is found unhealthy for ever.',
    sources: ['https://docs.aws.amazon.com/AmazonECS/latest/developerguide/healthcheck.html'],
    factors: ['II'],
  },
  messages: {
    program: 'The image {image} comes without {program}, so this check fails. Use a program that it has.',
    shell:
      'The image {image} comes without a shell, so "CMD-SHELL" fails. Use "CMD" and a program that it has.',
  },
  check(container, { report }) {
    const command = healthCommandOf(container);
    const image = container.string('image')?.value;
    if (!command || !image) return;
    const [prefix, text = ''] = command.texts;
    // Their debug variants have a shell.
    const distroless = image.startsWith('gcr.io/distroless/') && !image.includes('debug');
    if (distroless && prefix === 'CMD-SHELL') {
      report('shell', atValue(command.node.items[0] ?? command.node), { data: { image } });
      return;
    }
    const program = PROGRAM.exec(text)?.[1];
    if (!program || !(distroless || lacks(image, program))) return;
    // A container that installs something first, or tries something else next.
    if (installs(container) || /(?:\|\||;) *(?!exit|false)\w/.test(text)) return;
    report('program', atValue(command.node.items[1] ?? command.node), {
      data: { image, program },
      fixes: distroless ? [] : useWget(image, command),
    });
  },
});

function lacks(image: string, program: string): boolean {
  const [, name, tag = ''] = OFFICIAL.exec(image) ?? [];
  return (
    name !== undefined &&
    WITHOUT.some((row) => row.name.test(name) && row.tag.test(tag) && row.programs.includes(program))
  );
}

const INSTALLS = /\b(?:apk|apt|apt-get|pip|npm|curl|wget)\b/;

function installs(container: Container): boolean {
  return [...container.strings('command'), ...container.strings('entryPoint')].some(({ value }) =>
    INSTALLS.test(value),
  );
}

/** BusyBox, in all Alpine images too, has a wget. */
function useWget(image: string, { node, texts }: HealthCommand): Fix[] {
  const [, url, exit = ''] = SIMPLE_CURL.exec(texts[1] ?? '') ?? [];
  const text = node.items[1];
  if (!url || !text || texts[0] !== 'CMD-SHELL' || lacks(image, 'wget')) return [];
  const value = `wget -q -O /dev/null ${url}${exit}`;
  const changes = [{ kind: 'set', pointer: pointerOf(text), value } as const];
  return [{ title: 'Use wget instead of curl', changes, safe: false }];
}
