import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import Ajv from 'ajv';
import { describe, expect, test } from 'vitest';
import { schemaMembers } from '../schema/schemaMembers';
import { sharedFolder } from '../support/shared';

/** The part of JSON schema that the task definition schema uses to say which members exist. */
interface Schema {
  $ref?: string;
  properties?: Record<string, Schema>;
  items?: Schema;
  definitions?: Record<string, Schema>;
  required?: string[];
}

const root = join(__dirname, '../..');
const notesFolder = join(root, 'schemas/notes');
const schema = JSON.parse(readFileSync(join(root, 'schemas/task-definition.schema.json'), 'utf8')) as Schema;

const MAX_LENGTH = 2200;
const BULLETS = ['Launch types', 'Limits', 'Default', 'Watch out'];
const LINK = /^\[AWS documentation\]\(https:\/\/docs\.aws\.amazon\.com\/[^\s)]+\)$/;

/** The object schema behind `$ref`s and list items. */
function resolve(part: Schema): Schema {
  if (part.$ref) return resolve(schema.definitions?.[part.$ref.replace('#/definitions/', '')] ?? {});
  return part.items ? resolve(part.items) : part;
}

/** The schema that lists the siblings of the member at `path`, or undefined when there is no such member. */
function parentOf(path: readonly string[]): Schema | undefined {
  let parent = resolve(schema);
  for (const [index, name] of path.entries()) {
    const member = parent.properties?.[name];
    if (!member) return undefined;
    if (index < path.length - 1) parent = resolve(member);
  }
  return parent;
}

function hasKey(value: unknown, key: string): boolean {
  if (typeof value !== 'object' || value === null) return false;
  return Object.hasOwn(value, key) || Object.values(value).some((inner) => hasKey(inner, key));
}

/** What is wrong with the example: a piece of the document that holds the member the note is about. */
function exampleProblems(path: readonly string[], example: string): string[] {
  let fragment: Record<string, unknown>;
  try {
    fragment = JSON.parse(`{${example}}`) as Record<string, unknown>;
  } catch {
    return ['the example does not parse when wrapped in braces'];
  }
  const key = path[path.length - 1] ?? '';
  if (!hasKey(fragment, key)) return [`the example does not show ${key}`];

  // The example may start at the member itself or at one of its ancestors.
  const start = path.findLastIndex((name) => Object.hasOwn(fragment, name));
  const parent = parentOf(path.slice(0, start + 1));
  if (start < 0 || !parent) return [`the example does not start at ${key} or at a key that holds it`];
  const { required: _onlyAPiece, ...siblings } = parent;
  const ajv = new Ajv({ strict: false, allErrors: true });
  if (ajv.validate({ ...siblings, definitions: schema.definitions }, fragment)) return [];
  return [`the example is not valid: ${ajv.errorsText(ajv.errors, { dataVar: 'example' })}`];
}

/** Everything in which a note differs from the one shape all notes share. */
function noteProblems(path: readonly string[], text: string): string[] {
  const problems: string[] = [];
  const blocks = text.trimEnd().split('\n\n');
  const isProse = (block: string | undefined) => block !== undefined && /^[A-Z`]/.test(block);

  if (text.length > MAX_LENGTH) problems.push(`longer than ${MAX_LENGTH} characters`);
  const prose = text.replace(/```.*?```|`.*?`/gs, '');
  if (/\b(we|our|my)\b/i.test(prose)) problems.push('speaks in the first person');
  if (!isProse(blocks.shift())) problems.push('does not start with a sentence');

  const labels = (blocks.shift() ?? '').split('\n').map((line) => /^- \*\*(.+?):\*\* \S/.exec(line)?.[1]);
  if (labels[0] !== 'Launch types') problems.push('the first bullet is not "Launch types"');
  const inOrder = BULLETS.filter((label) => labels.includes(label));
  if (labels.join() !== inOrder.join())
    problems.push(`bullets other than ${BULLETS.join(', ')} in this order`);

  const rest = blocks.join('\n\n');
  const examples = [...text.matchAll(/^```(\w*)\n(.*?)\n```$/gms)];
  if (examples.length !== 1 || examples[0]?.[1] !== 'json' || !rest.startsWith('```json\n')) {
    problems.push('no single json example right after the bullets');
  } else {
    problems.push(...exampleProblems(path, examples[0][2] ?? ''));
    const tail = rest.slice(examples[0][0].length).trimStart().split('\n\n');
    if (!LINK.test(tail.pop() ?? '')) problems.push('does not end with a link to the AWS documentation');
    if (tail.some((block) => !block.startsWith('**From the study notes:** ')) || tail.length > 1) {
      problems.push('something other than one "From the study notes" between example and link');
    }
  }
  return problems;
}

const paths = readdirSync(notesFolder).map((file) => file.replace(/\.md$/, ''));
// A checkout on Windows may have turned the line ends round.
const read = (path: string) => readFileSync(join(notesFolder, `${path}.md`), 'utf8').replaceAll('\r\n', '\n');

const withoutIndices = (path: string) => path.replaceAll('[]', '');

describe('hover notes', () => {
  test('every member has a note', () => {
    const wanted = [...schemaMembers().keys()].map(withoutIndices);
    expect(paths.toSorted()).toEqual(wanted.toSorted());
  });

  test.each(paths)('%s has the shape of a note', (path) => {
    expect(noteProblems(path.split('.'), read(path))).toEqual([]);
  });
});

/** What `../shared/facts` knows about a member. */
interface Fact {
  readonly path: string;
  readonly min?: number;
  readonly max?: number;
  readonly maxItems?: number;
  readonly maxLength?: number;
  readonly default?: unknown;
  readonly os: Readonly<Record<'LINUX' | 'WINDOWS', string>>;
  readonly launchTypes: Readonly<Record<'EC2' | 'FARGATE' | 'EXTERNAL' | 'MANAGED_INSTANCES', string>>;
  readonly docUrl: string;
  readonly apiUrl: string;
}

const LAUNCH_TYPES = [
  ['EC2', 'EC2'],
  ['FARGATE', 'Fargate'],
  ['EXTERNAL', 'External'],
  ['MANAGED_INSTANCES', 'Managed Instances'],
] as const;

const folder = sharedFolder('facts');
const facts: Fact[] = folder ? JSON.parse(readFileSync(new URL('members.json', folder), 'utf8')) : [];

describe.skipIf(!folder)('the facts (skipped where ../shared/facts is absent)', () => {
  test.each(facts.map((fact) => [withoutIndices(fact.path), fact] as const))(
    '%s: limits, default, launch types, systems and link are those of its note',
    (path, fact) => {
      const note = read(path);
      for (const limit of [fact.min, fact.max, fact.maxItems, fact.maxLength])
        if (limit !== undefined) expect(note.replace(/\b(\d+),(\d{3})/g, '$1$2')).toContain(String(limit));
      if (fact.default !== undefined) expect(note).toContain('- **Default:** ');
      const types = /^- \*\*Launch types:\*\* (.*)$/m.exec(note)?.[1] ?? '';
      for (const [type, name] of LAUNCH_TYPES) {
        const denied = new RegExp(`\\b(?:not|none of|no use on)\\b[^;.:]*\\b${name}`, 'i').test(types);
        if (fact.launchTypes[type] === 'no') expect(denied || !types.includes(name), name).toBe(true);
        else expect(types).toContain(name);
      }
      expect(types).toMatch(/Linux|Windows/);
      if (fact.os.WINDOWS === 'no')
        expect(types).toMatch(/Linux only|(?:not|never|neither) [^;.]*Windows|\(Linux\)/i);
      if (fact.os.LINUX === 'no') expect(types).toMatch(/Windows only|neither on Linux/);
      expect([fact.docUrl, fact.apiUrl]).toContain(/\]\((\S+)\)\s*$/.exec(note)?.[1]);
    },
  );
});

describe('the check itself', () => {
  const path = ['containerDefinitions', 'portMappings', 'hostPort'];
  const good = [
    'Port on the host.',
    '- **Launch types:** EC2\n- **Default:** none',
    '```json\n"portMappings": [{ "containerPort": 80, "hostPort": 80 }]\n```',
    '**From the study notes:** static or dynamic.',
    '[AWS documentation](https://docs.aws.amazon.com/x)',
  ].join('\n\n');

  test('accepts a good note', () => {
    expect(noteProblems(path, good)).toEqual([]);
  });

  test.each([
    ['a heading', `# hostPort\n\n${good}`, 'does not start with a sentence'],
    ['no launch types', good.replace('Launch types', 'Limits'), 'the first bullet is not "Launch types"'],
    [
      'an unknown bullet',
      good.replace('Default', 'Tip'),
      `bullets other than ${BULLETS.join(', ')} in this order`,
    ],
    ['no example', good.replace(/```json.*```\n\n/s, ''), 'no single json example right after the bullets'],
    ['broken JSON', good.replace('80 }]', '80 }'), 'the example does not parse when wrapped in braces'],
    ['another key', good.replace('"hostPort": 80', '"name": "http"'), 'the example does not show hostPort'],
    [
      'an invalid value',
      good.replace('"hostPort": 80', '"hostPort": "80"'),
      'the example is not valid: example/portMappings/0/hostPort must be integer',
    ],
    ['no link', good.replace('aws.amazon', 'example'), 'does not end with a link to the AWS documentation'],
    [
      'a stray paragraph',
      good.replace('**From', 'Also. **From'),
      'something other than one "From the study notes" between example and link',
    ],
    ['too much text', good.replace('none', 'x'.repeat(MAX_LENGTH)), `longer than ${MAX_LENGTH} characters`],
    ['the first person', good.replace('static', 'our static'), 'speaks in the first person'],
  ])('finds %s', (_name, text, problem) => {
    expect(noteProblems(path, text)).toContain(problem);
  });
});
