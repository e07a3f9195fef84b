import { readFileSync } from 'node:fs';
import { Ajv } from 'ajv';
import { describe, expect, it, vi } from 'vitest';
import manifest from '../../package.json';
import configSchema from '../../schemas/ecs-taskdef-config.schema.json';
import permissive from '../../schemas/permissive.schema.json';
import { FILE_NAME_PATTERNS } from '../../server/src/core/detect';
import { ALL_RULES } from '../../server/src/core/rules/metadata';
import { DEFAULT_SETTINGS, readSettings } from '../../server/src/core/settings';
import { BUNDLES } from '../support/bundles';

const read = (file: string): string => readFileSync(new URL(`../../${file}`, import.meta.url), 'utf8');

const registered = vi.hoisted(() => [] as string[]);
vi.mock('vscode', () => ({
  commands: { registerCommand: (id: string) => void registered.push(id) },
  Disposable: { from: () => ({}) },
}));

const { contributes } = manifest;
const settings: Record<string, Setting> = contributes.configuration.properties;
const LEVELS = ['error', 'warning', 'info', 'hint', 'off'];

interface Setting {
  readonly type: string;
  readonly default?: unknown;
  readonly scope?: string;
  readonly enum?: readonly string[];
  readonly enumDescriptions?: readonly string[];
  readonly description?: string;
  readonly markdownDescription?: string;
}

describe('what the Marketplace shows', () => {
  it('is named and described', () => {
    expect(manifest).toMatchObject({
      name: 'ecs-taskdef',
      displayName: 'ECS Task Definitions',
      publisher: 'ecs-taskdef',
      license: 'MIT',
    });
    expect(manifest.version).toMatch(/^\d+\.\d+\.\d+$/);
    expect(manifest.description.length).toBeGreaterThan(40);
    expect(manifest.description.length).toBeLessThanOrEqual(200);
    expect(read('LICENSE')).toMatch(/^MIT License\n/);
  });

  it('points to one repository everywhere', () => {
    const repository = 'https://github.com/ecs-taskdef/ecs-taskdef';
    expect(manifest.repository).toEqual({ type: 'git', url: `${repository}.git` });
    expect(manifest.homepage).toBe(`${repository}#readme`);
    expect(manifest.bugs).toEqual({ url: `${repository}/issues` });
    expect(manifest.qna).toBe(`${repository}/discussions`);
    for (const { $id } of [configSchema, JSON.parse(read('schemas/task-definition.schema.json'))])
      expect($id).toMatch(new RegExp(`^${repository}/|^https://raw\\.githubusercontent\\.com/ecs-taskdef/`));
  });

  it('has an icon of 256 pixels', () => {
    const icon = readFileSync(new URL(`../../${manifest.icon}`, import.meta.url));
    expect(icon.subarray(0, 8).toString('latin1')).toBe('\x89PNG\r\n\x1a\n');
    expect([icon.readUInt32BE(16), icon.readUInt32BE(20)]).toEqual([256, 256]);
  });

  it('has a banner, categories of the Marketplace, and at most ten keywords', () => {
    expect(manifest.galleryBanner.color).toMatch(/^#[0-9a-f]{6}$/);
    expect(['dark', 'light']).toContain(manifest.galleryBanner.theme);
    expect(manifest.categories).toEqual(['Linters', 'Programming Languages', 'Snippets']);
    expect(manifest.keywords.length).toBeLessThanOrEqual(10);
    expect(new Set(manifest.keywords).size).toBe(manifest.keywords.length);
  });

  it('has a changelog of this version and a README that says whose it is not', () => {
    expect(read('CHANGELOG.md')).toContain(`\n## ${manifest.version}\n`);
    expect(read('README.md')).toMatch(/not affiliated with.* Amazon Web Services/s);
    expect(read('README.md')).toContain(`ecs-taskdef-${manifest.version}.vsix`);
  });
});

describe('where it runs', () => {
  it('is VS Code 1.91 and newer, and nothing newer is used by accident', () => {
    expect(manifest.engines.vscode).toBe('^1.91.0');
    expect(manifest.devDependencies['@types/vscode']).toBe('1.91.0');
    const lock = JSON.parse(read('package-lock.json'));
    expect(lock.packages['node_modules/@types/vscode'].version).toBe('1.91.0');
  });

  it('is the desktop and the browser, from bundles that the build makes', () => {
    expect(manifest.main).toBe('./dist/client.js');
    expect(manifest.browser).toBe('./dist/client.web.js');
    expect(manifest.bin).toEqual({ 'ecs-taskdef': 'dist/cli.js' });
    const names = [manifest.main, manifest.browser, manifest.bin['ecs-taskdef']].map((file) =>
      file.split('/').at(-1),
    );
    for (const name of names) expect(BUNDLES).toContain(name);
    expect(manifest, '1.91 cannot load an ES module').not.toHaveProperty('type');
  });

  it('includes workspaces that are not trusted or not on a disk', () => {
    expect(manifest.capabilities).toEqual({
      untrustedWorkspaces: { supported: true },
      virtualWorkspaces: true,
    });
  });

  it('is loaded for JSON documents only', () => {
    expect(manifest.activationEvents).toEqual(['onLanguage:json', 'onLanguage:jsonc']);
  });

  it('depends on no other extension or package', () => {
    for (const key of ['dependencies', 'extensionDependencies', 'extensionPack', 'files'])
      expect(manifest).not.toHaveProperty(key);
    expect(Object.keys(contributes)).not.toContain('languages');
  });
});

describe('commands', () => {
  const { commands, menus } = contributes;

  it('are all registered, and no other', async () => {
    const { registerCommands } = await import('../../client/src/commands');
    registerCommands({} as never);
    expect([...registered].sort()).toEqual(commands.map(({ command }) => command).sort());
  });

  it('are all of one category, in title case', () => {
    for (const { category, title } of commands) {
      expect(category).toBe('ECS');
      expect(title).toMatch(/^[A-Z]/);
      expect(title).not.toContain('ECS');
    }
  });

  it('are hidden where they make no sense', () => {
    const when = Object.fromEntries(menus.commandPalette.map((item) => [item.command, item.when]));
    expect(when).toEqual({
      'ecsTaskdef.fixAllProblems': 'ecsTaskdef.active',
      'ecsTaskdef.explainProblem': 'ecsTaskdef.active',
      'ecsTaskdef.showDiagram': 'ecsTaskdef.active',
      'ecsTaskdef.makeRegistrable': "ecsTaskdef.kind == 'describe-output'",
      'ecsTaskdef.convertToFargate': 'ecsTaskdef.active',
      'ecsTaskdef.convertToEc2': 'ecsTaskdef.active',
      'ecsTaskdef.treatAsTaskDefinition': '!ecsTaskdef.active && editorLangId =~ /^(json|jsonc|plaintext)$/',
      'ecsTaskdef.restartServer': 'ecsTaskdef.started',
      'ecsTaskdef.showLog': 'ecsTaskdef.started',
    });
    const client = read('client/src/client.ts') + read('client/src/views/status.ts');
    const keys = [...client.matchAll(/'setContext',\s*'([^']+)'/g)].map(([, key]) => key);
    const used = Object.values(when).flatMap((clause) => clause.match(/ecsTaskdef\.\w+/g) ?? []);
    expect(new Set(used), 'context keys that the client sets').toEqual(new Set(keys));
  });

  it('in menus are commands of this extension', () => {
    const known = commands.map(({ command }) => command);
    for (const { command } of [...menus.commandPalette, ...menus['file/newFile']])
      expect(known).toContain(command);
  });

  it('stand in the README, each with its title', () => {
    for (const { title } of commands) expect(read('README.md')).toContain(`ECS: ${title}`);
  });
});

describe('settings', () => {
  it('are all named alike, described and given a default and a scope', () => {
    for (const [name, setting] of Object.entries(settings)) {
      expect(name).toMatch(/^ecsTaskdef\.\w+(\.\w+)?$/);
      expect(setting.description ?? setting.markdownDescription, name).toMatch(/^[A-Z].{20,}\.$/s);
      expect(setting, name).toHaveProperty('default');
      expect(['resource', 'window'], name).toContain(setting.scope);
    }
  });

  it('explain each of their values', () => {
    for (const [name, { enum: values, enumDescriptions }] of Object.entries(settings)) {
      if (!values || name === 'ecsTaskdef.trace.server') continue;
      expect(enumDescriptions, name).toHaveLength(values.length);
    }
  });

  it('have the defaults of the core, and take the values that the core takes', () => {
    for (const [name, value] of Object.entries(DEFAULT_SETTINGS)) {
      expect(settings[`ecsTaskdef.${name}`]?.default, name).toEqual(value);
      for (const choice of settings[`ecsTaskdef.${name}`]?.enum ?? [])
        expect(readSettings({ [name]: choice })).toEqual({ settings: { [name]: choice }, problems: [] });
    }
    const ofTheEditor = ['ecsTaskdef.files', 'ecsTaskdef.trace.server'];
    const ofTheCore = Object.keys(DEFAULT_SETTINGS).map((name) => `ecsTaskdef.${name}`);
    expect(Object.keys(settings).sort()).toEqual([...ofTheCore, ...ofTheEditor].sort());
  });

  it('stand in the README with their defaults', () => {
    for (const [name, { default: value }] of Object.entries(settings)) {
      const shown = typeof value === 'string' && value !== '' ? value : JSON.stringify(value);
      expect(read('README.md')).toContain(`| \`${name}\` | \`${shown}\` |`);
    }
  });

  it('name every rule, and no other', () => {
    const { properties } = contributes.configuration.properties['ecsTaskdef.rules'];
    const ids = ALL_RULES.map(({ id }) => id).sort();
    expect(Object.keys(properties).sort()).toEqual(ids);
    expect(Object.keys(configSchema.definitions.rules.properties).sort()).toEqual(ids);
  });
});

describe('the config file', () => {
  const validate = new Ajv({ strict: false, allErrors: true }).compile(configSchema);

  it('has a schema of every setting of the core, with its default and a description', () => {
    const { $schema, ...ours } = configSchema.properties;
    const defaults = Object.entries(ours).map(([name, setting]) => [name, setting.default]);
    expect(Object.fromEntries(defaults)).toEqual(DEFAULT_SETTINGS);
    expect($schema.type).toBe('string');
    for (const { description } of Object.values(configSchema.properties))
      expect(description).toMatch(/^[A-Z].{10,}\.$/s);
  });

  it.each([
    [{}, true],
    [{ preset: 'strict', rules: { 'fargate-network-mode': 'warning' }, unknownKeys: 'warning' }, true],
    [{ $schema: 'x', deployedWith: 'github-action' }, true],
    [{ assumeLaunchType: 'FARGATE' }, true],
    [{ region: 'us-gov-west-1', inlayHints: { sizes: false }, codeLens: {} }, true],
    [{ region: '' }, true],
    [{ region: 'Ireland' }, false],
    [{ inlayHints: { sizes: 'yes' } }, false],
    [{ inlayHints: { size: true } }, false],
    [{ codeLens: true }, false],
    [{ overrides: [{ container: 'web', rules: { 'schema/type': 'off' }, reason: 'x' }] }, true],
    [{ overrides: [{ rules: { 'schema/type': 'off' }, reason: 'x' }] }, false],
    [{ overrides: [{ path: 'image', rules: {}, reason: 'x' }] }, false],
    [{ preset: 'loud' }, false],
    [{ rules: { 'fargate-network-mode': 'loud' } }, false],
    [{ rules: { 'schema/type': 1 } }, false],
    [{ presets: 'strict' }, false],
    [[], false],
  ])('%j is valid: %s', (config, valid) => {
    expect(validate(config)).toBe(valid);
    const { problems } = readSettings(config);
    // What the core passes over in silence, a misspelt setting, the schema tells.
    expect(problems.length === 0).toBe(valid || 'presets' in config);
  });

  it('allows the levels that the core knows', () => {
    expect(configSchema.definitions.level.enum).toEqual(LEVELS);
    for (const level of LEVELS) expect(readSettings({ rules: { x: level } }).problems).toEqual([]);
  });
});

describe('JSON schemas for VS Code', () => {
  const [stub, config, ...others] = contributes.jsonValidation;

  it('are a permissive one for the names of task definitions, and one for the config file', () => {
    expect(stub).toEqual({ fileMatch: FILE_NAME_PATTERNS, url: './schemas/permissive.schema.json' });
    expect(config).toEqual({
      fileMatch: '.ecs-taskdef.json',
      url: './schemas/ecs-taskdef-config.schema.json',
    });
    expect(others).toEqual([]);
  });

  it('leave hover, completion and problems of task definitions to the language server', () => {
    expect(Object.keys(permissive).sort()).toEqual(['$comment', '$schema', 'title']);
  });
});

describe('snippets', () => {
  it('are found by a prefix that no other JSON file needs', () => {
    const files = new Set(contributes.snippets.map(({ path }) => path));
    expect(contributes.snippets.map(({ language }) => language)).toEqual(['json', 'jsonc']);
    for (const file of files) {
      const snippets: Record<string, { prefix: string | string[] }> = JSON.parse(read(file));
      const prefixes = Object.values(snippets).flatMap(({ prefix }) => prefix);
      expect(prefixes.length).toBeGreaterThan(0);
      expect(prefixes.filter((prefix) => !prefix.startsWith('ecs-'))).toEqual([]);
      for (const prefix of prefixes) expect(read('README.md')).toContain(`\`${prefix}\``);
    }
  });
});
