import { describe, expect, it } from 'vitest';
import { readConfig } from '../../server/src/core/config';
import { silence } from '../../server/src/core/silence';
import { applyEdits } from '../../server/src/core/syntax/json/edits';

const RULE = 'links-cycle';

function silenced(config: string, container?: string): string {
  const edits = silence(config, RULE, container);
  if (!edits) throw new Error('it cannot be edited');
  const text = applyEdits(config, edits);
  expect(readConfig(text).problems).toEqual([]);
  return text;
}

describe('a rule is turned off', () => {
  it('in a new file', () => {
    expect(silenced('')).toBe('{\n  "rules": {\n    "links-cycle": "off"\n  }\n}\n');
    expect(readConfig(silenced('\n', 'web')).settings).toEqual({
      overrides: [{ container: 'web', rules: { [RULE]: 'off' }, reason: '' }],
    });
  });

  it.each([
    ['{}', { rules: { [RULE]: 'off' } }],
    ['{ "preset": "strict" }', { preset: 'strict', rules: { [RULE]: 'off' } }],
    ['{ "rules": { "schema/type": "info" } }', { rules: { 'schema/type': 'info', [RULE]: 'off' } }],
    ['{ "rules": { "links-cycle": "info" } }', { rules: { [RULE]: 'off' } }],
    ['{ "rules": null }', { rules: { [RULE]: 'off' } }],
  ])('everywhere: %s', (config, settings) => {
    expect(readConfig(silenced(config)).settings).toEqual(settings);
  });

  const override = { container: 'web', rules: { [RULE]: 'off' }, reason: '' };
  it.each([
    ['{}', [override]],
    ['{ "overrides": [] }', [override]],
    [
      '{ "overrides": [{ "container": "web", "rules": { "schema/type": "off" }, "reason": "old" }] }',
      [{ container: 'web', rules: { 'schema/type': 'off', [RULE]: 'off' }, reason: 'old' }],
    ],
    ['{ "overrides": [{ "container": "job", "rules": {} }] }', [{ container: 'job', rules: {} }, override]],
    [
      '{ "overrides": [{ "container": "web", "path": "/volumes", "rules": {} }] }',
      [{ container: 'web', path: '/volumes', rules: {} }, override],
    ],
    [
      '{ "overrides": [{ "container": "web", "rules": {} }, { "path": "/x", "rules": { "links-cycle": "error" } }] }',
      [{ container: 'web', rules: {} }, { path: '/x', rules: { [RULE]: 'error' } }, override],
    ],
  ])('in one container: %s', (config, overrides) => {
    expect(readConfig(silenced(config, 'web')).settings.overrides).toEqual(overrides);
  });

  it('with every comment kept', () => {
    expect(silenced('{\n  // ours\n  "preset": "strict" // all\n}\n')).toBe(
      '{\n  // ours\n  "preset": "strict", // all\n  "rules": {\n    "links-cycle": "off"\n  }\n}\n',
    );
  });

  it.each(['{', '[]', '"x"', '{ "rules": '])('not in a file that is broken: %s', (config) => {
    expect(silence(config, RULE)).toBeUndefined();
  });
});
