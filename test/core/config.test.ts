import { describe, expect, it } from 'vitest';
import { readConfig } from '../../server/src/core/config';

describe('readConfig', () => {
  it('reads what is well-typed, with comments and a byte order mark', () => {
    expect(
      readConfig('\ufeff{ // ours\n "preset": "strict", "rules": { "fargate-network-mode": "off" }, }'),
    ).toEqual({
      settings: { preset: 'strict', rules: { 'fargate-network-mode': 'off' } },
      problems: [],
    });
  });

  it.each([
    ['', []],
    ['{ "$schema": "x.json" }', []],
    ['[]', ['Settings must be an object.']],
    ['{', ['The file is not valid JSON; what could be read counts.']],
    ['nonsense', ['The file is not valid JSON.']],
    ['{ "preset": "loud" }', ['"preset" must be one of refused, recommended, strict.']],
    ['{ "presett": "strict" }', ['There is no setting called "presett".']],
    ['{ "rules": { "no-such-rule": "off" } }', ['There is no rule called "no-such-rule".']],
    [
      '{ "rules": { "schema/type": 1 } }',
      ['"rules.schema/type" must be one of error, warning, info, hint, off.'],
    ],
    ['{ "rules": [] }', ['"rules" must be an object of rule ids and severities.']],
  ])('says what it passes over: %s', (text, problems) => {
    expect(readConfig(text).problems).toEqual(problems);
  });

  it('keeps __proto__ out of every prototype', () => {
    const { settings } = readConfig('{ "rules": { "__proto__": { "schema/type": "off" } } }');
    expect(settings.rules?.['schema/type']).toBeUndefined();
    expect({}).not.toHaveProperty('schema/type');
  });
});
