import { spawnSync } from 'node:child_process';
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';

const root = path.join(__dirname, '../..');
let copy: string;

/** The scaffold writes into its own checkout, so it runs in a copy of one. */
beforeAll(() => {
  copy = mkdtempSync(path.join(tmpdir(), 'ecs-taskdef-new-rule-'));
  for (const part of [
    'server',
    'schemas',
    'snippets',
    'package.json',
    'README.md',
    'tsconfig.json',
    'test/support',
    'test/rules',
    'test/vitest.config.mts',
  ]) {
    cpSync(path.join(root, part), path.join(copy, part), { recursive: true });
  }
  symlinkSync(path.join(root, 'node_modules'), path.join(copy, 'node_modules'), 'junction');
});
afterAll(() => rmSync(copy, { recursive: true, force: true }));

function newRule(...args: string[]) {
  return spawnSync(process.execPath, ['server/tools/new-rule.mjs', ...args], { cwd: copy, encoding: 'utf8' });
}

describe('npm run new-rule', () => {
  it('writes a rule, a page and a test that pass, and adds the rule to the indexes', () => {
    const { status, stdout, stderr } = newRule('task-too-small');
    expect(stderr).toBe('');
    expect(status).toBe(0);
    expect(stdout).toContain('npm run test:unit -- test/rules/task-too-small.test.ts');
    expect(readFileSync(path.join(copy, 'server/src/core/rules/index.generated.ts'), 'utf8')).toContain(
      "from './task-too-small'",
    );
    expect(readFileSync(path.join(copy, 'README.md'), 'utf8')).toContain('[task-too-small]');
    const test = spawnSync(
      process.execPath,
      [
        'node_modules/vitest/vitest.mjs',
        'run',
        '--config',
        'test/vitest.config.mts',
        'test/rules/task-too-small.test.ts',
      ],
      { cwd: copy, encoding: 'utf8', env: { ...process.env, NO_COLOR: '1', FORCE_COLOR: '' } },
    );
    expect(test.stdout).toMatch(/Tests\s+\d+ passed/);
    expect(test.status).toBe(0);
  }, 60_000);

  it.each([
    [[], 'Give the rule an id in kebab-case'],
    [['Task_Size'], 'Give the rule an id in kebab-case'],
    [['fargate-network-mode'], 'server/src/core/rules/fargate-network-mode.ts exists already.'],
  ])('refuses %j', (args, sentence) => {
    const { status, stderr } = newRule(...args);
    expect(status).toBe(2);
    expect(stderr).toContain(sentence);
    expect(existsSync(path.join(copy, 'server/src/core/rules/Task_Size.ts'))).toBe(false);
  });
});
