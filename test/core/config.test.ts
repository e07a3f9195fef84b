import Ajv from 'ajv';
import { describe, expect, it } from 'vitest';
import schema from '../../schemas/ecs-taskdef-config.schema.json';
import { readConfig } from '../../server/src/core/config';
import { DEFAULT_SETTINGS, mergeSettings } from '../../server/src/core/settings';
import { readMarks } from '../support/marks';

const SOUND = [
  '',
  '{ "$schema": "x.json" }',
  '{ "rules": { "image-not-pinned": "off" } }',
  '{ "overrides": [] }',
];

/** For a JSON server to say. */
const BROKEN: [marked: string, ...messages: string[]][] = [
  ['{«»', 'The file is not valid JSON; what could be read counts.'],
  ['«nonsense»', 'The file is not valid JSON.'],
];

const PASSED_OVER: [marked: string, ...messages: string[]][] = [
  ['«[»]', 'Settings must be an object.'],
  ['{ "preset": «"loud"» }', '"preset" must be one of refused, recommended, strict.'],
  ['{ «"presett"»: "strict" }', 'There is no setting called "presett".'],
  ['{ "rules": { «"no-such-rule"»: "off" } }', 'There is no rule called "no-such-rule".'],
  [
    '{ "rules": { "no-such-rule": «1» } }',
    '"rules.no-such-rule" must be one of error, warning, info, hint, off.',
  ],
  [
    '{ "rules": { "schema/type": «1» } }',
    '"rules.schema/type" must be one of error, warning, info, hint, off.',
  ],
  ['{ «"rules"»: [] }', '"rules" must be an object of rule ids and severities.'],
  ['{ "region": «"Ireland"» }', '"region" must be the name of a Region, such as eu-west-1.'],
  ['{ «"region"»: ["eu-west-1"] }', '"region" must be the name of a Region, such as eu-west-1.'],
  ['{ "codeLens": «true» }', '"codeLens" must be an object of names and true or false.'],
  ['{ "codeLens": { "price": «"no"» } }', '"codeLens.price" must be true or false.'],
  ['{ "inlayHints": { «"constructor"»: true } }', 'There is no "inlayHints.constructor".'],
  ['{ "overrides": «1» }', '"overrides" must be a list.'],
  ['{ "overrides": [«1»] }', '"overrides[0]" must be an object.'],
  [
    '{ "overrides": [{ "container": "a", "rules": {}, "reason": "b" }, «{» "rules": {}, "reason": "b" }] }',
    '"overrides[1]" needs a "path" or a "container"; what holds everywhere belongs into "rules".',
  ],
  [
    '{ "overrides": [{ "path": «"image"», "rules": {}, "reason": "b" }] }',
    '"overrides[0].path" must be a JSON pointer such as "/containerDefinitions/*/image".',
  ],
  [
    '{ "overrides": [{ "container": «1», "rules": {}, "reason": "b" }] }',
    '"overrides[0].container" must be text.',
  ],
  [
    '{ "overrides": [{ "container": "a", "reason": "b", "rules": { «"no-such-rule"»: "off", "schema/type": «"no"» } }] }',
    'There is no rule called "no-such-rule".',
    '"overrides[0].rules.schema/type" must be one of error, warning, info, hint, off.',
  ],
];

describe('readConfig', () => {
  it('reads what is well-typed, with comments and a byte order mark', () => {
    expect(
      readConfig('\ufeff{ // ours\n "preset": "strict", "rules": { "fargate-network-mode": "off" }, }'),
    ).toEqual({
      settings: { preset: 'strict', rules: { 'fargate-network-mode': 'off' } },
      problems: [],
    });
  });

  it.each(SOUND)('has nothing to say about %j', (text) => {
    expect(readConfig(text).problems).toEqual([]);
  });

  it.each([...BROKEN, ...PASSED_OVER])('says what it passes over, and where: %s', (marked, ...messages) => {
    const { text, ranges } = readMarks(marked);
    expect(ranges).toHaveLength(messages.length);
    expect(readConfig(text).problems).toEqual(messages.map((message, i) => ({ message, ...ranges[i] })));
  });

  it('says where behind a byte order mark', () => {
    const { text, ranges } = readMarks('\ufeff{ "preset": «"loud"», x }');
    expect(readConfig(text).problems).toMatchObject([{ start: 21 }, { ...ranges[0] }]);
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

describe('the schema of the config file', () => {
  const isRight = new Ajv({ strict: false }).compile(schema);
  const data = (marked: string): unknown => JSON.parse(readMarks(marked).text || '{}');

  // So that VS Code, which has it, needs to hear nothing from the server.
  it.each(PASSED_OVER)('refuses what is passed over: %s', (marked) => {
    expect(isRight(data(marked))).toBe(false);
  });

  it.each(SOUND)('takes %j', (text) => {
    expect(isRight(data(text))).toBe(true);
  });
});
