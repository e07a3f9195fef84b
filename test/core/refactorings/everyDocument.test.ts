import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { Analysis } from '../../../server/src/core/analysis';
import type { Finding } from '../../../server/src/core/finding';
import { lint } from '../../../server/src/core/lint';
import { isPlaceholder } from '../../../server/src/core/model/placeholder';
import type { Conversion } from '../../../server/src/core/refactorings/conversion';
import { convertToEc2 } from '../../../server/src/core/refactorings/convertToEc2';
import { convertToFargate } from '../../../server/src/core/refactorings/convertToFargate';
import { DEFAULT_SETTINGS } from '../../../server/src/core/settings';
import { applyEdits, editsOf } from '../../../server/src/core/syntax/json/edits';
import { pointerOf } from '../../../server/src/core/syntax/pointer';
import type { Node } from '../../../server/src/core/syntax/tree';
import { unfold } from '../../support/examples';
import { sharedFolder } from '../../support/shared';

type Document = [name: string, text: string];

const here = (path: string): URL => new URL(`../../../${path}`, import.meta.url);
const read = (url: URL): string => readFileSync(url, 'utf8');
const filesIn = (folder: URL, ending: string): string[] =>
  readdirSync(folder).filter((file) => file.endsWith(ending));

/** Errors that no conversion can avoid: only a person knows what to do. */
const FOR_PEOPLE = new Set([
  'fargate-firelens-config',
  'neuron-device-invalid',
  'port-mapped-twice',
  'port-range-overlap',
]);

const TARGETS = [
  ['Fargate', 'FARGATE', convertToFargate],
  ['EC2', 'EC2', convertToEc2],
] as const;

function ours(): Document[] {
  const rules = here('server/src/core/rules/');
  const plain = ['server/src/core/templates/', 'client/samples/'].flatMap((path) =>
    filesIn(here(path), '.json').map((file): Document => [path + file, read(new URL(file, here(path)))]),
  );
  const examples = filesIn(rules, '.md').flatMap((file) =>
    [...read(new URL(file, rules)).matchAll(/^```json\n([\s\S]*?)^```/gm)].map(
      ([, text], i): Document => [`${file} #${i + 1}`, unfold(text ?? '')],
    ),
  );
  return [...plain, ...examples];
}

function fromShared(): Document[] {
  const corpus = sharedFolder('corpus');
  const cases = sharedFolder('cases/refused');
  const files = corpus && new URL('files/', corpus);
  return [
    ...(files ? filesIn(files, '.json').map((file): Document => [file, read(new URL(file, files))]) : []),
    ...(cases
      ? filesIn(cases, '.json').flatMap((file): Document[] => {
          const { taskDefinition, fixedTaskDefinition } = JSON.parse(read(new URL(file, cases)));
          return [
            [file, JSON.stringify(taskDefinition, null, 2)],
            [`${file}, repaired`, JSON.stringify(fixedTaskDefinition, null, 2)],
          ];
        })
      : []),
  ];
}

describe('converting our own documents', () => {
  for (const [target, launchType, convert] of TARGETS)
    it.each(ours())(`to ${target}: %s`, (_, text) => check(text, launchType, convert));
});

const shared = fromShared();
describe.skipIf(shared.length === 0)('converting real files (skipped where ../shared is absent)', () => {
  it('there are many of them', () => expect(shared.length).toBeGreaterThan(300));
  for (const [target, launchType, convert] of TARGETS)
    it.each(shared)(`to ${target}: %s`, (_, text) => check(text, launchType, convert));
});

function check(
  before: string,
  launchType: 'FARGATE' | 'EC2',
  convert: (analysis: Analysis) => Conversion | undefined,
): void {
  const analysis = new Analysis(before, 'task-definition.json');
  const conversion = convert(analysis);
  if (!conversion) {
    // For this launch type already, or nothing that could be converted.
    const { definition, parsed } = analysis;
    const isBroken = parsed.problems.some(({ kind }) => kind === 'syntax');
    if (
      definition?.task &&
      !definition.hasGaps &&
      !isBroken &&
      !isOpen(definition.task.get('requiresCompatibilities'))
    )
      expect(definition.requires(launchType)).toBeDefined();
    return;
  }
  const edits = editsOf(before, conversion.changes);
  if (!edits) throw new Error('the changes cannot be made');
  const after = applyEdits(before, edits);
  const converted = new Analysis(after, 'task-definition.json');

  expect(converted.parsed.problems.map(({ kind }) => kind)).toEqual(
    analysis.parsed.problems.map(({ kind }) => kind).filter((kind) => kind !== 'duplicate-key'),
  );
  expect(converted.definition?.requires(launchType)).toBeDefined();

  const earlier = new Set(errors(analysis).map(key));
  const left = errors(converted).filter((error) => !earlier.has(key(error)));
  expect(left.filter(({ rule }) => !FOR_PEOPLE.has(rule))).toEqual([]);
  for (const { message } of left) expect(conversion.summary).toContain(`Still to do: ${message}`);

  expect(convert(converted), 'a second time').toBeUndefined();

  const gone = conversion.changes.flatMap((change) =>
    change.kind === 'remove' || change.kind === 'set' ? `${change.pointer}/` : [],
  );
  const kept = marksIn(analysis).filter(({ pointer }) => !gone.some((at) => `${pointer}/`.startsWith(at)));
  const marks = marksIn(converted).map(({ text }) => text);
  const toFillIn = marks.filter((mark) => SKELETON.test(mark) && !before.includes(mark));
  expect(marks.filter((mark) => !toFillIn.includes(mark)).sort()).toEqual(
    kept.map(({ text }) => text).sort(),
  );
  expect(conversion.summary.some((line) => line.startsWith('Fill in '))).toBe(toFillIn.length > 0);
}

const SKELETON = /<(?:ACCOUNT_ID|EXECUTION_ROLE|REGION|LOG_GROUP)>/;

/** Values that a template leaves open, as they are written. */
function marksIn({ parsed, text }: Analysis): { pointer: string; text: string }[] {
  const visit = (node: Node): Node[] => {
    if (node.kind === 'array') return node.items.flatMap(visit);
    if (node.kind === 'object') return node.properties.flatMap(({ value }) => (value ? visit(value) : []));
    return isPlaceholder(node) ? [node] : [];
  };
  return parsed.root
    ? visit(parsed.root).map((node) => ({ pointer: pointerOf(node), text: text.slice(node.start, node.end) }))
    : [];
}

function isOpen(node: Node | undefined): boolean {
  return (
    node !== undefined && (isPlaceholder(node) || (node.kind === 'array' && node.items.some(isPlaceholder)))
  );
}

function errors(analysis: Analysis): Finding[] {
  const options = { settings: DEFAULT_SETTINGS, syntaxErrors: true, commentErrors: true };
  return lint(analysis, options).filter(({ severity }) => severity === 'error');
}

const key = ({ rule, pointer }: Finding): string => `${rule} ${pointer}`;
