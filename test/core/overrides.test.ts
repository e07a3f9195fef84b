import { describe, expect, it } from 'vitest';
import { Analysis } from '../../server/src/core/analysis';
import { lint } from '../../server/src/core/lint';
import { mergeSettings, type Override, readSettings } from '../../server/src/core/settings';

const RULE = 'ulimit-soft-over-hard';
const ulimits = [{ name: 'nofile', softLimit: 2, hardLimit: 1 }];
const containers = ['web', 'job'].map((name) => ({ name, image: 'nginx:1.27', memory: 64, ulimits }));
const TASK = { family: 'web', containerDefinitions: containers };

/** Where the rule is heard, and how loud. */
function heard(overrides: readonly Override[], document: unknown = TASK, rules = {}): Record<string, string> {
  const analysis = new Analysis(JSON.stringify(document), 'task-definition.json');
  const settings = mergeSettings({ preset: 'refused', rules, overrides });
  const found = lint(analysis, { settings, syntaxErrors: true, commentErrors: true });
  return Object.fromEntries(
    found.flatMap(({ rule, pointer, severity }) => (rule === RULE ? [[pointer, severity]] : [])),
  );
}

const at = (container: number, from = '/containerDefinitions') => `${from}/${container}/ulimits/0/softLimit`;

describe('overrides', () => {
  it('change nothing by themselves', () => {
    expect(heard([])).toEqual({ [at(0)]: 'error', [at(1)]: 'error' });
    expect(heard([{ container: 'web', rules: { 'links-cycle': 'off' } }])).toEqual(heard([]));
  });

  it.each<[string, Override]>([
    ['the name of a container', { container: 'job', rules: { [RULE]: 'off' } }],
    ['a path', { path: '/containerDefinitions/1', rules: { [RULE]: 'off' } }],
    ['the very path', { path: at(1), rules: { [RULE]: 'off' } }],
    [
      'a path in a container',
      { path: '/containerDefinitions/*/ulimits', container: 'job', rules: { [RULE]: 'off' } },
    ],
  ])('silence a rule by %s', (_, override) => {
    expect(heard([override])).toEqual({ [at(0)]: 'error' });
  });

  it('match any one step with *, and no part of a step', () => {
    expect(heard([{ path: '/*/*/ulimits/*/softLimit', rules: { [RULE]: 'hint' } }])).toEqual({
      [at(0)]: 'hint',
      [at(1)]: 'hint',
    });
    expect(heard([{ path: '/containerDefinitions/*/ulimit', rules: { [RULE]: 'off' } }])).toEqual(heard([]));
    expect(heard([{ path: `${at(0)}/more`, rules: { [RULE]: 'off' } }])).toEqual(heard([]));
  });

  it('count from the last one that matches', () => {
    const overrides: Override[] = [
      { path: '/containerDefinitions', rules: { [RULE]: 'off' } },
      { container: 'job', rules: { [RULE]: 'info' } },
    ];
    expect(heard(overrides)).toEqual({ [at(1)]: 'info' });
    expect(heard(overrides.toReversed())).toEqual({});
  });

  it('switch a rule on that is off elsewhere', () => {
    const overrides = [{ container: 'job', rules: { [RULE]: 'warning' } }] as const;
    expect(heard(overrides, TASK, { [RULE]: 'off' })).toEqual({ [at(1)]: 'warning' });
  });

  it('mean the task definition in describe output, and the containers of a bare list', () => {
    const overrides: Override[] = [
      { path: '/containerDefinitions/0', rules: { [RULE]: 'hint' } },
      { container: 'job', rules: { [RULE]: 'off' } },
    ];
    expect(heard(overrides, { taskDefinition: { ...TASK, revision: 1, status: 'ACTIVE' } })).toEqual({
      [at(0, '/taskDefinition/containerDefinitions')]: 'hint',
    });
    expect(heard(overrides, containers)).toEqual({ [at(0, '')]: 'hint' });
  });

  it('of several layers are put one behind the other', () => {
    const [editor, file] = ['info', 'warning'].map((level) => ({
      overrides: [{ path: '/x', rules: { [RULE]: level as 'info' } }],
    }));
    expect(mergeSettings(editor ?? {}, file ?? {}).overrides).toEqual([
      ...(editor?.overrides ?? []),
      ...(file?.overrides ?? []),
    ]);
  });

  it.each([
    ['{}', '"overrides" must be a list.'],
    ['[7]', '"overrides[0]" must be an object.'],
    [
      '[{ "rules": {} }]',
      '"overrides[0]" needs a "path" or a "container"; what holds everywhere belongs into "rules".',
    ],
    [
      '[{ "path": "image", "rules": {} }]',
      '"overrides[0].path" must be a JSON pointer such as "/containerDefinitions/*/image".',
    ],
    ['[{ "container": 7, "rules": {} }]', '"overrides[0].container" must be text.'],
    [
      '[{ "container": "web", "rules": { "links-cycle": "loud" } }]',
      '"overrides[0].rules.links-cycle" must be one of error, warning, info, hint, off.',
    ],
  ])('that cannot be read are passed over, with a word: %s', (overrides, problem) => {
    const { problems } = readSettings({ overrides: JSON.parse(overrides) });
    expect(problems.map(({ message }) => message)).toEqual([problem]);
  });
});

describe('assumeLaunchType', () => {
  const document = {
    family: 'web',
    containerDefinitions: [{ name: 'web', image: 'nginx:1.27', memory: 64 }],
  };

  function found(given: object, assumeLaunchType: 'none' | 'FARGATE' | 'EC2') {
    const text = JSON.stringify(given);
    const settings = mergeSettings({ preset: 'refused', assumeLaunchType });
    const all = lint(new Analysis(text, 'task-definition.json'), {
      settings,
      syntaxErrors: true,
      commentErrors: true,
    });
    return all.map(({ rule, severity, range }) => ({
      rule,
      severity,
      at: text.slice(range.start, range.end),
    }));
  }

  it('judges a document that lists none, with warnings', () => {
    expect(found(document, 'none')).toEqual([]);
    expect(found(document, 'EC2')).toEqual([]);
    expect(found(document, 'FARGATE')).toEqual([
      { rule: 'fargate-network-mode', severity: 'warning', at: '{' },
      { rule: 'fargate-size-missing', severity: 'warning', at: '{' },
      { rule: 'fargate-size-missing', severity: 'warning', at: '{' },
    ]);
    expect(found({ ...document, requiresCompatibilities: [] }, 'FARGATE')).toHaveLength(3);
  });

  it('leaves alone what the document says, or leaves open', () => {
    expect(found({ ...document, requiresCompatibilities: ['EC2'] }, 'FARGATE')).toEqual([]);
    expect(found({ ...document, requiresCompatibilities: ['${TYPE}'] }, 'FARGATE')).toEqual([]);
    expect(found({ ...document, requiresCompatibilities: '${TYPES}' }, 'FARGATE')).toEqual([]);
  });

  it('lowers nothing that is wrong for every launch type', () => {
    const wrong = { ...document, containerDefinitions: containers };
    expect(found(wrong, 'FARGATE').filter(({ rule }) => rule === RULE)).toEqual([
      { rule: RULE, severity: 'error', at: '2' },
      { rule: RULE, severity: 'error', at: '2' },
    ]);
  });
});
