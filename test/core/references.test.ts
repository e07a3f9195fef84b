import { describe, expect, it } from 'vitest';
import { Analysis } from '../../server/src/core/analysis';
import { definitionAt } from '../../server/src/core/features/navigation';
import {
  marksOf,
  occurrencesOf,
  type SymbolKind,
  symbolAt,
  symbolsOf,
} from '../../server/src/core/model/references';
import { readMarks } from '../support/marks';

const PATH = 'task-definition.json';

/** Asks at both ends of every marked place, and wants all marked places, the definition among them, as the answer. */
function expectOne(kind: SymbolKind, name: string, marked: string, definition: number | undefined): void {
  const { text, ranges } = readMarks(marked);
  const analysis = new Analysis(text, PATH);
  expect(ranges.length).toBeGreaterThan(0);
  for (const offset of ranges.flatMap(({ start, end }) => [start, end])) {
    const symbol = symbolAt(analysis, offset);
    expect(symbol, `at ${offset}`).toMatchObject({ kind, name });
    if (!symbol) return;
    expect(occurrencesOf(symbol).map(({ range }) => range)).toEqual(ranges);
    expect(symbol.definition?.range).toEqual(definition === undefined ? undefined : ranges[definition]);
  }
}

const task = (rest: string): string => `{ "family": "shop", ${rest} }`;

describe('names in a document', () => {
  it('finds a container where it is waited for, linked, mounted from and made the proxy', () => {
    expectOne(
      'container',
      'db',
      task(`"proxyConfiguration": { "containerName": "«db»" },
      "containerDefinitions": [
        { "name": "web", "links": ["«db»:database", "«db»", "cache:db"],
          "dependsOn": [{ "containerName": "«db»", "condition": "START" }],
          "volumesFrom": [{ "sourceContainer": "«db»" }] },
        { "name": "«db»", "image": "db", "command": ["db"] }
      ]`),
      5,
    );
  });

  it('finds a volume where it is mounted, and keeps it apart from a container of the same name', () => {
    expectOne(
      'volume',
      'data',
      task(`"containerDefinitions": [
        { "name": "data", "mountPoints": [{ "sourceVolume": "«data»", "containerPath": "/data" }],
          "volumesFrom": [{ "sourceContainer": "data" }] }
      ],
      "volumes": [{ "name": "logs" }, { "name": "«data»" }]`),
      1,
    );
  });

  it('finds the name of a port, which only other files use', () => {
    expectOne(
      'port',
      'http',
      task('"containerDefinitions": [{ "name": "http", "portMappings": [{ "name": "«http»" }] }]'),
      0,
    );
  });

  it('finds the family', () => {
    expectOne('family', 'shop', '{ "family": "«shop»", "containerDefinitions": [{ "name": "shop" }] }', 0);
  });

  it('finds a name that nothing has', () => {
    expectOne(
      'container',
      'gone',
      task(`"containerDefinitions": [
        { "name": "web", "dependsOn": [{ "containerName": "«gone»" }] },
        { "name": "job", "dependsOn": [{ "containerName": "«gone»" }] }]`),
      undefined,
    );
  });

  it('takes the first of two containers of one name for the definition, the second for another place', () => {
    const { text } = readMarks(task('"containerDefinitions": [{ "name": "web" }, { "name": "web" }]'));
    const [web] = symbolsOf(new Analysis(text, PATH)).filter(({ kind }) => kind === 'container');
    expect(web?.definition?.range.start).toBe(text.indexOf('web'));
    expect(web?.uses.map(({ isDefinition, range }) => [isDefinition, range.start])).toEqual([
      [true, text.lastIndexOf('web')],
    ]);
  });

  it('reads a bare list of containers and describe output', () => {
    expectOne(
      'container',
      'db',
      '[{ "name": "web", "image": "a", "links": ["«db»"] }, { "name": "«db»", "image": "b" }]',
      1,
    );
    expectOne(
      'container',
      'db',
      `{ "taskDefinition": { "family": "a", "containerDefinitions": [
        { "name": "web", "image": "a", "links": ["«db»"] }, { "name": "«db»", "image": "b" }] } }`,
      1,
    );
  });

  it('reads what is half typed', () => {
    expectOne(
      'container',
      'db',
      '{ "family": "a", "containerDefinitions": [{ "name": "«db»", "image": "x" }, { "dependsOn": [{ "containerName": "«db»',
      0,
    );
  });

  it('is on a name next to its quotes, and no farther', () => {
    const text = task('"containerDefinitions": [{ "name": "db" }]');
    const analysis = new Analysis(text, PATH);
    const start = text.indexOf('"db"');
    const at = (offset: number) => symbolAt(analysis, offset)?.name;
    expect([start - 1, start, start + 4, start + 5].map(at)).toEqual([undefined, 'db', 'db', undefined]);
  });

  it('finds nothing in names of the wrong type, in nulls and in empty names', () => {
    const text = task(
      '"containerDefinitions": [{ "name": null, "links": [1, ""] }, { "name": 1, "dependsOn": [{ "containerName": "" }] }]',
    );
    expect(symbolsOf(new Analysis(text, PATH)).map(({ kind }) => kind)).toEqual(['family']);
  });

  it('finds nothing in a document that is no task definition', () => {
    expect(symbolsOf(new Analysis('{ "name": "${X}" }', 'package.json'))).toEqual([]);
  });
});

describe('placeholders', () => {
  it.each([
    [
      'envsubst, with and without braces',
      '${TAG}',
      '"«${TAG}»", "image": "a:«$TAG»", "user": "«${TAG:-latest}»"',
    ],
    ['Azure and Jenkins', '$(TAG)', '"«$(TAG)»", "image": "a:«$(TAG)»"'],
    ['GitHub', '${{ env.TAG }}', '"«${{ env.TAG }}»", "image": "a:«${{env.TAG}}»"'],
    ['CodePipeline', '<IMAGE1_NAME>', '"x", "user": "«<IMAGE1_NAME>»", "image": "«<IMAGE1_NAME>»"'],
    ['tokens', '__TAG__', '"«__TAG__»-x", "image": "a:«__TAG__»"'],
    ['tokens of several words', '__MY_TAG__', '"«__MY_TAG__»-x", "image": "a:«__MY_TAG__»"'],
    ['Windows', '%TAG%', '"«%TAG%»-x", "image": "a:«%TAG%»"'],
    ['Octopus', '#{Tag}', '"«#{Tag}»-x", "image": "a:«#{Tag}#»"'],
    ['Ansible', '@@tag@@', '"«@@tag@@»-x", "image": "a:«@@tag@@»"'],
    ['Go', '{{ .Tag }}', '"«{{ .Tag }}»-x", "image": "a:«{{.Tag}}»:«{{- .Tag | quote -}}»"'],
    [
      'ecspresso',
      '{{ must_env `TAG` }}',
      '"«{{ must_env `TAG` }}»-x", "image": "a:«{{ env `TAG` `latest` }}»"',
    ],
    [
      'ecspresso with quotes',
      '{{ must_env "TAG" }}',
      '"«{{ must_env "TAG" }}»-x", "image": "a:«{{ env "TAG" }}»"',
    ],
    ['ERB', '<%= tag %>', '"«<%= tag %>»-x", "image": "a:«<%= tag %>»"'],
    ['no variable', '{{ index .A 0 }}', '"«{{ index .A 0 }}»-x", "image": "a:«{{ index .A 0 }}»"'],
    ['a mark without quotes', '${TAG}', '"x", "cpu": «${TAG}», "image": "a:«$TAG»"'],
    ['a key', '${TAG}', '"x", "dockerLabels": { "«${TAG}»": "«$TAG»" }'],
    ['blocks around', '${TAG}', '"«${TAG}»-x" {{ if .Debug }}, "image": "a:«$TAG»"{{ end }}'],
  ])('are one: %s', (_, name, members) => {
    expectOne(
      'placeholder',
      name,
      task(`"containerDefinitions": [{ "name": "x", "hostname": ${members} }]`),
      undefined,
    );
  });

  it('are none where a shell reads them', () => {
    expectOne(
      'placeholder',
      '${TAG}',
      task(`"containerDefinitions": [{ "name": "x", "image": "a:«\${TAG}»", "entryPoint": ["«\${TAG}»"],
        "command": ["sh", "-c", "echo \${TAG} $TAG"], "healthCheck": { "command": ["CMD-SHELL", "curl $TAG"] } }]`),
      undefined,
    );
  });

  it('differ by language and by function', () => {
    const text = task(
      '"containerDefinitions": [{ "name": "x", "image": "${X}<X>__X__{{ .X }}{{ env `X` }}{{ ssm `X` }}#{X}" }]',
    );
    const names = symbolsOf(new Analysis(text, PATH)).filter(({ kind }) => kind === 'placeholder');
    expect(names.map(({ name, uses }) => [name, uses.length])).toEqual(
      ['${X}', '<X>', '__X__', '{{ .X }}', '{{ env `X` }}', '{{ ssm `X` }}', '#{X}'].map((mark) => [mark, 1]),
    );
  });

  it('are not made of $schema, nor of blocks', () => {
    const text = task('"$schema": "x", "tags": [], "taskRoleArn": "{{ if .A }}a{{ end }}"');
    const analysis = new Analysis(text, PATH);
    expect(symbolsOf(analysis).map(({ kind }) => kind)).toEqual(['family']);
    expect(marksOf(analysis).map((mark) => mark.text)).toEqual(['{{ if .A }}', '{{ end }}']);
  });

  it('stand in names: alone they are the name, else they are found where they stand', () => {
    const { text, ranges } = readMarks(
      task(`"containerDefinitions": [{ "name": "«\${A}»", "links": ["«\${A}»:a"] }, { "name": "«\${B}»«-web»" },
        { "name": "x", "dependsOn": [{ "containerName": "\${B}-web" }] }]`),
    );
    const analysis = new Analysis(text, PATH);
    expect(ranges.map(({ end }) => symbolAt(analysis, end - 1)?.name)).toEqual([
      '${A}',
      '${A}',
      '${B}',
      '${B}-web',
    ]);
    const kinds = ranges.map(({ end }) => symbolAt(analysis, end - 1)?.kind);
    expect(kinds).toEqual(['container', 'container', 'placeholder', 'container']);
  });

  it('may hold a colon in a link', () => {
    expectOne(
      'container',
      '${DB:-db}',
      task('"containerDefinitions": [{ "name": "web", "links": ["«${DB:-db}»", "«${DB:-db}»:alias"] }]'),
      undefined,
    );
  });
});

describe('definition', () => {
  it('leads to the name and knows what has it', () => {
    const { text, ranges } = readMarks(
      task(`"containerDefinitions": [{ "name": "web", "dependsOn": [{ "containerName": "«db»" }] },
        «{ "name": "«db»", "image": "x" }»]`),
    );
    const [origin, whole, name] = ranges;
    expect(definitionAt(new Analysis(text, PATH), origin?.start ?? -1)).toEqual({ origin, whole, name });
    expect(definitionAt(new Analysis(text, PATH), name?.start ?? -1)).toEqual({ origin: name, whole, name });
  });

  it('is not there for a placeholder, a name that nothing has, and anything else', () => {
    const text = task('"containerDefinitions": [{ "name": "web", "image": "${IMAGE}", "links": ["gone"] }]');
    const analysis = new Analysis(text, PATH);
    for (const word of ['IMAGE', 'gone', 'image', 'containerDefinitions'])
      expect(definitionAt(analysis, text.indexOf(word) + 1), word).toBeUndefined();
  });
});
