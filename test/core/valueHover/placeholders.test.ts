import { describe, expect, it } from 'vitest';
import { answerAt, container, fargate, hoverAt } from '../../support/hover';

const IS_ONE =
  'A template tool, or a pipeline, writes the value before AWS sees the document. Until then it is unknown: no rule judges it.';
const lines = (...all: string[]) => all.join('\n');

/** The text that the answer covers. */
function covered(marked: string): string | undefined {
  const range = hoverAt(marked)?.range;
  return range && marked.replace('|', '').slice(range.start, range.end);
}

describe('a placeholder', () => {
  it('says that it is one, of which style, and where else it stands', () => {
    const marked = fargate(
      '"cpu": "${C|PU}",',
      `[
        { "name": "web", "environment": [{ "name": "CPU", "value": "\${CPU}" }] },
        { "name": "\${CPU}-b", "image": "a:\${CPU}" }
      ]`,
    );
    expect(answerAt(marked)).toBe(
      lines(
        '**placeholder** · `${CPU}`',
        '',
        IS_ONE,
        '',
        '- **Style:** Terraform templatefile, or a variable of a shell (envsubst)',
        '- **Also in:** `environment.value` of `web` (line 2), `name` of `${CPU}-b` (line 3), `image` of `${CPU}-b` (line 3)',
      ),
    );
    expect(covered(marked)).toBe('"${CPU}"');
  });

  it('is all that counts where the cursor is on it, and no more than it', () => {
    const image = (cursor: string) => container(`"image": "ghcr.io/team/app:${cursor}"`);
    expect(covered(image('${T|AG}'))).toBe('${TAG}');
    expect(answerAt(image('${T|AG:-1.0}'))).toContain('- **When it is not set:** `1.0`');
    expect(covered(container('"image": "ghcr.io/te|am/app:${TAG}"'))).toBe('"ghcr.io/team/app:${TAG}"');
  });

  it('is told beside it too, where nothing else is known', () => {
    const marked = fargate('"cpu": "25|6${UNIT}",');
    expect(answerAt(marked)).toMatch(/^\*\*cpu\*\* · `\$\{UNIT\}`\n\n/);
    expect(covered(marked)).toBe('"256${UNIT}"');
  });

  it('that many use names the first six', () => {
    const containers = `[${Array(9).fill('{ "name": "a", "image": "${X}" }').join(',\n')}]`;
    expect(answerAt(fargate('"cpu": "${|X}",', containers))).toMatch(
      /(?:`image` of `a` \(line [1-5]\), ){5}`image` of `a` \(line 6\) and 3 more$/,
    );
  });

  it('that is used twice in one place names it once', () => {
    const two = '[{ "name": "a", "image": "${X}/web:${X}" }]';
    expect(answerAt(fargate('"cpu": "${|X}",', two))).toMatch(/\*\*Also in:\*\* `image` of `a` \(line 1\)$/);
  });

  it('of Docker in a log tag is told apart', () => {
    const log = (tag: string) =>
      answerAt(container(`"logConfiguration": { "logDriver": "syslog", "options": { "tag": "${tag}" } }`));
    expect(log('{{.|Name}}')).toBe(
      [
        '**placeholder** · `{{.Name}}`',
        '',
        'Docker writes the value into each message of the log, unless a template tool takes the mark before.',
        '',
        '- **Style:** log tag of Docker',
      ].join('\n'),
    );
    expect(log('{{ must_|env `TAG` }}')).toContain('- **Style:** ecspresso (a Go template)');
  });

  it.each([
    ['{{ must_env `TAG` }}', 'ecspresso (a Go template)'],
    ['{{ .Values.tag }}', 'Go template, Jinja, Mustache or Handlebars'],
    ['<%= tag %>', 'ERB or EJS'],
    ['#{Tag}', 'Octopus, or a token replacer of a pipeline'],
    ['${{ vars.TAG }}', 'GitHub Actions or GitLab expression'],
    ['$TAG', 'variable of a shell (envsubst)'],
    ['$(Tag)', 'variable of Azure Pipelines, or a command of a shell'],
    ['<IMAGE1_NAME>', 'CodePipeline, which writes the image there'],
    ['<TAG>', 'to be filled in, by a pipeline or by hand'],
    ['__TAG__', 'token replacer of a pipeline'],
    ['@@TAG@@', 'token replacer of a pipeline'],
    ['%TAG%', 'token replacer of a pipeline'],
  ])('%s is of its style', (mark, style) => {
    expect(answerAt(container(`"image": "|${mark}"`))).toContain(`\n- **Style:** ${style}`);
  });

  it('without quotes', () => {
    const marked = container('"memory": ${MEM|ORY}, "cpu": 256');
    expect(answerAt(marked)).toMatch(/^\*\*placeholder\*\* · `\$\{MEMORY\}`\n/);
    expect(covered(marked)).toBe('${MEMORY}');
  });

  it('that writes nothing by itself', () => {
    const marked = fargate('{{ if .De|bug }} "cpu": "256", {{ end }}');
    expect(answerAt(marked)).toBeUndefined();
    expect(answerAt(fargate('"cpu": "{{ if .De|bug }}256{{ end }}",'))).toContain(
      'A template tool reads this and leaves nothing of it in the document. What depends on it is not judged.',
    );
  });

  it('in a key', () => {
    const marked = container('"dockerLabels": { "${L|ABEL}": "a" }');
    expect(answerAt(marked)).toMatch(/^\*\*placeholder\*\* · `\$\{LABEL\}`\n/);
    expect(covered(marked)).toBe('${LABEL}');
  });

  it('is none in a command, where it is the shell’s', () => {
    expect(answerAt(container('"command": ["sh", "-c", "echo ${HO|ME}"]'))).toMatch(
      /^\*\*command\*\* · list/,
    );
  });

  it('half typed', () => {
    expect(answerAt('{ "containerDefinitions": [{ "image": "a:${TA|G}')).toMatch(
      /^\*\*placeholder\*\* · `\$\{TAG\}`/,
    );
  });
});
