import { describe, expect, it } from 'vitest';
import { readConfig } from '../../server/src/core/config';
import { DEFAULT_SETTINGS, mergeSettings } from '../../server/src/core/settings';

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
    ['{ "region": "Ireland" }', ['"region" must be the name of a Region, such as eu-west-1.']],
    ['{ "region": ["eu-west-1"] }', ['"region" must be the name of a Region, such as eu-west-1.']],
    ['{ "codeLens": true }', ['"codeLens" must be an object of names and true or false.']],
    ['{ "codeLens": { "price": "no" } }', ['"codeLens.price" must be true or false.']],
    ['{ "inlayHints": { "constructor": true } }', ['There is no "inlayHints.constructor".']],
  ])('says what it passes over: %s', (text, problems) => {
    expect(readConfig(text).problems).toEqual(problems);
  });

  it('keeps the switches that are sound, and those that nobody mentions as they are', () => {
    const { settings } = readConfig(
      '{ "region": "eu-west-1", "inlayHints": { "sizes": false, "remaining": 1 }, "codeLens": { "price": false } }',
    );
    expect(settings).toEqual({
      region: 'eu-west-1',
      inlayHints: { sizes: false },
      codeLens: { price: false },
    });
    expect(mergeSettings({ codeLens: { shares: false }, region: 'eu-west-2' }, settings)).toEqual({
      ...DEFAULT_SETTINGS,
      ...settings,
      inlayHints: { ...DEFAULT_SETTINGS.inlayHints, sizes: false },
      codeLens: { ...DEFAULT_SETTINGS.codeLens, price: false, shares: false },
    });
  });

  it('keeps __proto__ out of every prototype', () => {
    const { settings } = readConfig('{ "rules": { "__proto__": { "schema/type": "off" } } }');
    expect(settings.rules?.['schema/type']).toBeUndefined();
    expect({}).not.toHaveProperty('schema/type');
  });
});
