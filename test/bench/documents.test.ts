import { describe, expect, it } from 'vitest';
import { Analysis } from '../../server/src/core/analysis';
import { lint } from '../../server/src/core/lint';
import { DEFAULT_SETTINGS } from '../../server/src/core/settings';
// @ts-expect-error a tool without types
import { CURSOR_AFTER, KEY, taskDefinition } from './documents.mjs';

const OPTIONS = { settings: DEFAULT_SETTINGS, syntaxErrors: true, commentErrors: true };
const problems = (text: string): string[] =>
  lint(new Analysis(text, 'task-definition.json'), OPTIONS).map(({ rule }) => rule);

describe.each([1200, 3000, 60_000, 1_000_000])('a task definition of %i bytes', (bytes) => {
  it('has about that size', () => {
    const size = taskDefinition(bytes).length / bytes;
    expect(size).toBeGreaterThan(0.9);
    expect(size).toBeLessThan(1.15);
  });

  it('has no problem as long as AWS takes its size', () => {
    expect(problems(taskDefinition(bytes))).toEqual(bytes > 65536 ? ['definition-too-large'] : []);
  });

  it('has a place to type at, and behind it a key to ask about', () => {
    const text: string = taskDefinition(bytes);
    expect(text.indexOf(KEY, text.indexOf(CURSOR_AFTER))).toBeGreaterThan(text.indexOf(CURSOR_AFTER));
    expect(text.split(CURSOR_AFTER)).toHaveLength(2);
  });
});

it('faulty documents have the mistakes they are made with, in every container', () => {
  const text: string = taskDefinition(9000, { faulty: true });
  const containers = JSON.parse(text).containerDefinitions.length;
  const found = problems(text);
  const count = (rule: string): number => found.filter((other) => other === rule).length;
  expect(containers).toBeGreaterThan(3);
  expect(count('schema/type')).toBeGreaterThanOrEqual(2 * containers - 1);
  expect(count('mount-unknown-volume')).toBeGreaterThanOrEqual(containers - 1);
  expect(count('schema/unknown-key')).toBeGreaterThanOrEqual(containers - 1);
});
