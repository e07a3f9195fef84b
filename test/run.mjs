// `npm test`: installs what is missing, builds, runs every test. The last line of stdout is
// `N passed, N failed` (`, N skipped` may follow). One plain Node file, because a bare machine has no more.
import { spawnSync } from 'node:child_process';
import { existsSync, readFileSync, rmSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const root = path.resolve(path.dirname(fileURLToPath(import.meta.url)), '..');
const total = { passed: 0, failed: 0, skipped: 0 };
const reasons = [];

function run(title, command, args, options = {}) {
  console.log(`\n== ${title}`);
  const { status, error } = spawnSync(command, args, { cwd: root, stdio: 'inherit', ...options });
  if (error) console.error(error.message);
  return status === 0;
}

function finish() {
  for (const reason of reasons) console.log(`skipped: ${reason}`);
  const skipped = total.skipped > 0 ? `, ${total.skipped} skipped` : '';
  console.log(`${total.passed} passed, ${total.failed} failed${skipped}`);
  process.exit(total.failed === 0 && total.passed > 0 ? 0 : 1);
}

/** Adds the figures a suite left in a JSON file; a suite that left none, or failed without a failure, is one failure. */
function add(title, succeeded, figures) {
  if (!figures) {
    console.error(`${title}: no result`);
    total.failed++;
    return;
  }
  total.passed += figures.passed;
  total.failed += figures.failed + (succeeded || figures.failed > 0 ? 0 : 1);
  total.skipped += figures.skipped;
  reasons.push(...(figures.reasons ?? []));
}

const readJson = (file) => (existsSync(file) ? JSON.parse(readFileSync(file, 'utf8')) : undefined);
const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';

if (!existsSync(path.join(root, 'node_modules', 'vitest'))) {
  // NODE_ENV=production would leave out everything that the tests need.
  if (!run('install', npm, ['ci', '--include=dev'], { shell: process.platform === 'win32' })) {
    total.failed++;
    finish();
  }
}

if (!run('build', process.execPath, ['server/tools/bundle.mjs'])) {
  total.failed++;
  finish();
}

const unitResult = path.join(root, 'out', 'unit.json');
rmSync(unitResult, { force: true });
const unit = run('unit and integration tests', process.execPath, [
  'node_modules/vitest/vitest.mjs',
  'run',
  '--config=test/vitest.config.mts',
  '--reporter=dot',
  '--reporter=json',
  `--outputFile.json=${unitResult}`,
]);
const report = readJson(unitResult);
add(
  'unit',
  unit,
  report && {
    passed: report.numPassedTests,
    failed: report.numFailedTests,
    skipped: report.numPendingTests + report.numTodoTests,
  },
);

const e2eResult = path.join(root, 'out', 'e2e', 'summary.json');
rmSync(e2eResult, { force: true });
const e2e = run('end-to-end tests', process.execPath, ['test/e2e/run.mjs']);
add('end to end', e2e, readJson(e2eResult));

finish();
