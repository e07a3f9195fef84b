import { existsSync, readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, it } from 'vitest';
import { find } from '../../support/schema-tester';

interface RefusedCase {
  readonly kind: string;
  readonly at: readonly string[];
  readonly taskDefinition: unknown;
  readonly fixedTaskDefinition: unknown;
}

const folder = path.resolve(__dirname, '../../../../shared/cases/refused');
const cases = (existsSync(folder) ? readdirSync(folder) : []).map((file): [string, RefusedCase] => [
  file.replace('.json', ''),
  JSON.parse(readFileSync(path.join(folder, file), 'utf8')),
]);

const write = (document: unknown): string => JSON.stringify(document, null, 2);

describe('documents that AWS refuses', () => {
  it('are here', ({ skip }) => {
    skip(cases.length === 0, '../shared/cases/refused is not here');
    expect(cases.filter(([, { kind }]) => kind === 'client').length).toBeGreaterThan(15);
  });

  it.each(cases.filter(([, { kind }]) => kind === 'client'))(
    '%s: refused by the AWS CLI',
    (_, { at, taskDefinition }) => {
      const errors = find(write(taskDefinition)).filter(({ severity }) => severity === 'error');
      const pointers = errors.map(({ pointer }) => pointer);
      expect(pointers.length).toBeGreaterThan(0);
      expect(pointers.filter((pointer) => !at.includes(pointer))).toEqual([]);
      // More than one only where each is a mistake of its own, as two capitalised keys are.
      expect(new Set(pointers).size).toBe(pointers.length);
      if (pointers.length > 1) expect(pointers).toEqual(at);
    },
  );

  it.each(cases)('%s: nothing in the repaired document', (_, { fixedTaskDefinition }) => {
    expect(find(write(fixedTaskDefinition))).toEqual([]);
  });

  it.each(cases.filter(([, { kind }]) => kind !== 'client'))(
    '%s: if the schema speaks, then at the right place',
    (_, { at, taskDefinition }) => {
      const pointers = find(write(taskDefinition)).map(({ pointer }) => pointer);
      expect(pointers.filter((pointer) => !at.includes(pointer))).toEqual([]);
      expect(pointers.length).toBeLessThanOrEqual(1);
    },
  );
});
