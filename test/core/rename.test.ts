import { describe, expect, it } from 'vitest';
import { Analysis } from '../../server/src/core/analysis';
import { rename, renameableAt } from '../../server/src/core/features/rename';
import { applyEdits } from '../../server/src/core/syntax/json/edits';

const PATH = 'task-definition.json';
const task = (rest: string): string => `{ "family": "shop", ${rest} }`;

function at(marked: string): { analysis: Analysis; offset: number } {
  const [before, after, more] = marked.split('¦');
  if (before === undefined || after === undefined || more !== undefined) throw new Error('one ¦ is needed');
  return { analysis: new Analysis(before + after, PATH), offset: before.length };
}

/** The document after renaming at ¦, or why it is refused. */
function renamed(marked: string, newName: string): string | undefined {
  const { analysis, offset } = at(marked);
  const result = rename(analysis, offset, newName);
  if (!result) return undefined;
  return 'refusal' in result ? result.refusal : applyEdits(analysis.text, result.edits);
}

/** The text that a new name would replace, and what stands in the box for it. */
function renameable(marked: string): unknown {
  const { analysis, offset } = at(marked);
  const found = renameableAt(analysis, offset);
  if (!found || 'refusal' in found) return found?.refusal;
  return [analysis.text.slice(found.range.start, found.range.end), found.name, found.range.start];
}

const DB = task(`"proxyConfiguration": { "containerName": "db" }, "containerDefinitions": [
  { "name": "web", "links": ["db:database", "db"], "dependsOn": [{ "containerName": "d¦b" }],
    "volumesFrom": [{ "sourceContainer": "db" }], "mountPoints": [{ "sourceVolume": "db" }] },
  { "name": "db", "portMappings": [{ "name": "db" }], "environment": [{ "name": "HOST", "value": "db" }] }],
  "volumes": [{ "name": "db" }]`);

describe('renaming', () => {
  it('changes a container wherever it is named, and nothing that only has the same name', () => {
    expect(renamed(DB, 'postgres')).toBe(
      task(`"proxyConfiguration": { "containerName": "postgres" }, "containerDefinitions": [
  { "name": "web", "links": ["postgres:database", "postgres"], "dependsOn": [{ "containerName": "postgres" }],
    "volumesFrom": [{ "sourceContainer": "postgres" }], "mountPoints": [{ "sourceVolume": "db" }] },
  { "name": "postgres", "portMappings": [{ "name": "db" }], "environment": [{ "name": "HOST", "value": "db" }] }],
  "volumes": [{ "name": "db" }]`),
    );
  });

  it('changes a volume and its mounts', () => {
    const text = (name: string, cursor = '') =>
      task(`"containerDefinitions": [{ "name": "data", "mountPoints": [{ "sourceVolume": "${name}" }] }],
        "volumes": [{ "name": "${cursor}${name}" }]`);
    expect(renamed(text('data', '¦'), 'state')).toBe(text('state'));
  });

  it('changes the family and the name of a port', () => {
    expect(renamed('{ "family": "¦a", "containerDefinitions": [] }', 'b')).toBe(
      '{ "family": "b", "containerDefinitions": [] }',
    );
    const port = (name: string) =>
      task(`"containerDefinitions": [{ "name": "web", "portMappings": [{ "name": "${name}" }] }]`);
    expect(renamed(port('ht¦tp'), 'api')).toBe(port('api'));
  });

  it('offers the name without its quotes and without the alias of a link', () => {
    expect(renameable(DB)).toEqual(['db', 'db', at(DB).offset - 1]);
    const link = task('"containerDefinitions": [{ "name": "web", "links": ["d¦b:database"] }]');
    expect(renameable(link)).toEqual(['db', 'db', at(link).offset - 1]);
    expect(renameable(task('"containerDefinitions": [{ "name": "web", "im¦age": "x" }]'))).toBeUndefined();
    expect(renamed(task('"containerDefinitions": [{ "name": "web", "im¦age": "x" }]'), 'y')).toBeUndefined();
  });

  it('takes the same name for no change', () => {
    const { analysis, offset } = at(DB);
    expect(rename(analysis, offset, 'db')).toEqual({
      kind: 'container',
      oldName: 'db',
      everywhere: false,
      edits: [],
    });
  });

  it('refuses a name that is taken by its like, and only by its like', () => {
    expect(renamed(DB, 'web')).toBe('Another container is called "web".');
    expect(renamed(DB.replace('"name": "web"', '"name": "shop"'), 'web')).toContain(
      '"sourceContainer": "web"',
    );
    const volumes = task(
      '"containerDefinitions": [{ "name": "a" }], "volumes": [{ "name": "¦b" }, { "name": "c" }]',
    );
    expect(renamed(volumes, 'c')).toBe('Another volume is called "c".');
    expect(renamed(volumes, 'a')).toContain('{ "name": "a" }, { "name": "c" }');
  });

  it('takes a name that is only used: it names the container from then on', () => {
    const text = (name: string) =>
      task(`"containerDefinitions": [{ "name": "${name}" }, { "name": "web", "links": ["gone"] }]`);
    expect(renamed(text('¦db'), 'gone')).toBe(text('gone'));
  });

  it.each(['', 'a b', 'a.b', 'a"b', 'ä', 'a'.repeat(256), 'a:b'])('refuses what AWS refuses: %j', (name) => {
    expect(renamed(DB, name)).toBe(
      `AWS takes up to 255 letters, digits, hyphens and underscores, not "${name}".`,
    );
  });

  it('knows that names of ports are narrower', () => {
    const port = task('"containerDefinitions": [{ "name": "web", "portMappings": [{ "name": "ht¦tp" }] }]');
    expect(renamed(port, 'Http')).toBe(
      'AWS takes up to 64 lower-case letters, digits, hyphens and underscores, the first one no hyphen, not "Http".',
    );
  });

  it('takes a name with a placeholder, but none that breaks the string or has wrong letters around it', () => {
    expect(renamed(DB, '${APP}-db')).toContain('"links": ["${APP}-db:database", "${APP}-db"]');
    expect(renamed(DB, '{{ env "APP" }}')).toMatch(/^AWS takes /);
    expect(renamed(DB, '${APP} db')).toMatch(/^AWS takes /);
  });

  it('gives one of two containers of the same name a new one, and asks for that where the name is used', () => {
    const text = task(`"containerDefinitions": [{ "name": "web" }, { "name": "¦web" },
      { "name": "job", "links": ["web"] }]`);
    expect(renamed(text, 'api')).toBe(text.replace('¦web', 'api'));
    expect(renamed(text.replace('¦', '').replace('["web"]', '["¦web"]'), 'api')).toBe(
      'Several containers are called "web". Give each of them a name of its own first.',
    );
  });

  it('works in a document that is half typed', () => {
    expect(
      renamed('{ "family": "a", "containerDefinitions": [{ "name": "¦web" }, { "links": ["web"', 'api'),
    ).toBe('{ "family": "a", "containerDefinitions": [{ "name": "api" }, { "links": ["api"');
  });
});

describe('renaming a placeholder', () => {
  it.each([
    [
      '${TAG} $TAG ${TAG:-latest} ${TAGS} TAG',
      '${VERSION} $VERSION ${VERSION:-latest} ${TAGS} TAG',
      'VERSION',
    ],
    ['$(TAG) $(Build.Tag)', '$(VERSION) $(Build.Tag)', 'VERSION'],
    ['<TAG> <TAG>', '<VERSION> <VERSION>', 'VERSION'],
    ['__TAG__-__TAG__', '__VERSION__-__VERSION__', 'VERSION'],
    ['%TAG% %TAG%', '%VERSION% %VERSION%', 'VERSION'],
    ['#{TAG}# #{TAG}', '#{VERSION}# #{VERSION}', 'VERSION'],
    ['@@TAG@@ @@TAG@@', '@@VERSION@@ @@VERSION@@', 'VERSION'],
    ['@TAG@ @TAG@', '@VERSION@ @VERSION@', 'VERSION'],
    [
      '{{ .TAG }}{{.TAG}}{{- .TAG | quote }}{{ .App.TAG }}',
      '{{ .V.W }}{{.V.W}}{{- .V.W | quote }}{{ .App.TAG }}',
      'V.W',
    ],
    [
      '{{ env `TAG` `x` }}{{ must_env `TAG` }}{{ .TAG }}',
      '{{ env `VERSION` `x` }}{{ must_env `VERSION` }}{{ .TAG }}',
      'VERSION',
    ],
    ['<%= TAG %>', '<%= VERSION %>', 'VERSION'],
  ])('keeps its signs: %s', (before, after, newName) => {
    const text = (image: string) => task(`"containerDefinitions": [{ "name": "web", "image": "${image}" }]`);
    expect(renamed(text(before.replace('TAG', 'T¦AG')), newName)).toBe(text(after));
  });

  it('changes it in keys, without quotes, and where it is the whole of a name', () => {
    const text = (name: string, cursor = '') =>
      task(`"cpu": {{ must_env "${name}" }}, "containerDefinitions": [{ "name": "{{ must_env "${cursor}${name}" }}",
        "dockerLabels": { "{{ env "${name}" }}": "x" } }]`);
    expect(renamed(text('APP', '¦'), 'SHOP')).toBe(text('SHOP'));
  });

  it('leaves alone what a shell reads', () => {
    const text = (name: string) =>
      task(
        `"containerDefinitions": [{ "name": "web", "image": "\${${name}}", "command": ["echo \${TAG}"] }]`,
      );
    expect(renamed(text('T¦AG'), 'V')).toBe(text('V'));
  });

  const image = (text: string): string =>
    task(`"containerDefinitions": [{ "name": "web", "image": "${text}" }]`);

  it('offers the variable without its signs', () => {
    const marked = image('a:${TA¦G:-latest}');
    expect(renameable(marked)).toEqual(['TAG', 'TAG', at(marked).offset - 2]);
    expect(renameable(image('a:¦$TAG'))).toEqual(['TAG', 'TAG', at(image('a:¦$TAG')).offset + 1]);
  });

  it('refuses a name that another placeholder has', () => {
    expect(renamed(image('${A¦}:$B'), 'B')).toBe('${B} is a placeholder of this file already.');
    expect(renamed(image('${A¦}:<B>'), 'B')).toBe(image('${B}:<B>'));
  });

  it.each([
    ['${A¦}', 'B C', '${A} cannot hold "B C".'],
    ['${A¦}', '', '${A} cannot hold "".'],
    ['${A¦}', 'B}', '${A} cannot hold "B}".'],
    ['${A¦}', '${B}', '${A} cannot hold "${B}".'],
    ['__A¦__', 'B__', '__A__ cannot hold "B__".'],
    ['%A¦%', 'B-C', '%A% cannot hold "B-C".'],
    ['{{ env `A¦` }}', 'B`', '{{ env `A` }} cannot hold "B`".'],
    ['@A¦@', 'b', '@A@ cannot hold "b".'],
    ['{{ env `A¦` }}', 'B\u0000', '{{ env `A` }} cannot hold "B\u0000".'],
  ])('refuses what its signs cannot hold: %s, %j', (mark, newName, refusal) => {
    expect(renamed(image(mark), newName)).toBe(refusal);
  });

  it('refuses where the mark is more than a variable', () => {
    const refusal = '{{ index .Tags 0 }} is more than a name. Change it by hand.';
    expect(renameable(image('{{ index¦ .Tags 0 }}'))).toBe(refusal);
    expect(renamed(image('{{ index¦ .Tags 0 }}'), 'x')).toBe(refusal);
  });

  it('refuses where a template makes a name without quotes', () => {
    const made = '{{ if .X }}a{{ else }}b{{ end }}';
    const refusal = `${made} is more than a name. Change it by hand.`;
    const text = `{ "family": ¦${made}, "containerDefinitions": [] }`;
    expect(renameable(text)).toBe(refusal);
    expect(renamed(text, 'shop')).toBe(refusal);
  });

  it('refuses where a mark that is more than a variable holds it too', () => {
    expect(renamed(image('{{ .Ta¦g }}{{ default .Tag "x" }}'.replace('"x"', '`x`')), 'V')).toBe(
      '{{ default .Tag `x` }} holds Tag too, and more. Change them by hand.',
    );
    expect(renamed(image('${T¦AG}:${VERSION:-$TAG}'), 'V')).toBe(
      '${VERSION:-$TAG} holds TAG too, and more. Change them by hand.',
    );
    const block = `{{ if .Debug }}, "tags": []{{ end }} }`;
    expect(renamed(`{ "family": "{{ .Deb¦ug }}", "containerDefinitions": [] ${block}`, 'V')).toBe(
      '{{ if .Debug }} holds Debug too, and more. Change them by hand.',
    );
    expect(renamed(`{ "family": "{{ .Bug¦ }}", "containerDefinitions": [] ${block}`, 'V')).toBe(
      `{ "family": "{{ .V }}", "containerDefinitions": [] ${block}`,
    );
  });
});
