// `npm run bench`: speed and size, beside VS Code's JSON server with the same schema, as a table and as
// .bench/result.json. It asserts nothing: a number over its budget is shown, and only what could not be
// measured makes it fail.
//   node test/bench/run.mjs [--quick]
import { mkdir, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { parseArgs } from 'node:util';
import { measureCli } from './cli.mjs';
import { taskDefinition } from './documents.mjs';
import { root } from './root.mjs';
import { measureSession } from './session.mjs';
import { bundleSizes, packageSize } from './sizes.mjs';
import { measureStart } from './start.mjs';
import { median } from './statistics.mjs';
import { row, table } from './table.mjs';

const { quick } = parseArgs({ options: { quick: { type: 'boolean', default: false } } }).values;
const output = path.join(root, '.bench');
const KB = 1000;
const MB = 1000 * KB;
/** Edits while the engine is still being compiled count separately. */
const FIRST_EDITS = 20;

const rows = [];
const failures = [];
const began = Date.now();

await import('../../server/tools/bundle.mjs');
await mkdir(output, { recursive: true });

await measure('start', async () => {
  const { bare, ours, peer } = await measureStart(quick ? 7 : 25);
  rows.push(row('node -e 0', 'ms', { ours: bare }));
  rows.push(row('initialize answered', 'ms', { ours, peer }));
  rows.push(row('initialize, to node -e 0', 'ms', { ours, over: bare }, { times: 1.8 }));
  rows.push(row("peer's, to node -e 0", 'ms', { ours: peer, over: bare }));
});

for (const size of [3, 60]) {
  const small = size === 3;
  await measure(`${size} KB`, async () => {
    const edits = quick ? 100 : 400;
    const late = edits / 2;
    const session = await measureSession(taskDefinition(size * KB), { edits, questions: 25 });
    editRows(`${size} KB, first ${FIRST_EDITS} edits`, first(session), { cpu: small ? { times: 1.5 } : {} });
    editRows(`${size} KB, edits ${late + 1}-${edits}`, last(session, late), {
      cpu: small ? { most: 1 } : { times: 1, text: 'ahead' },
    });
    questionRows(
      `${size} KB`,
      session,
      small ? { hover: { most: 1 }, completion: { most: 5 }, glance: { most: 0.5 } } : {},
    );
    memoryRow(`memory after ${size} KB`, session, 'now', small ? { times: 1.1 } : {});
  });
}

for (const faulty of [false, true]) {
  const kind = faulty ? ' with findings' : '';
  let oneMegabyte;
  await measure(`1 MB${kind}`, async () => {
    const session = await measureSession(taskDefinition(MB, { faulty }), {
      edits: quick ? 12 : 30,
      questions: 5,
    });
    const later = last(session, quick ? 6 : 15);
    oneMegabyte = median(later.ours.map(mainOrWall));
    editRows(`1 MB${kind}`, later, { cpu: faulty ? {} : { times: 1.25 } });
    if (!faulty) questionRows('1 MB', session);
  });
  await measure(`10 MB${kind}`, async () => {
    const session = await measureSession(taskDefinition(10 * MB, { faulty }), {
      edits: quick ? 3 : 8,
      questions: 1,
    });
    const later = last(session, quick ? 2 : 5);
    editRows(`10 MB${kind}`, later, {});
    const ours = median(later.ours.map(mainOrWall));
    rows.push(
      row(`10 MB${kind}, to 1 MB`, 'ms', { ours, over: oneMegabyte }, { times: 12, text: 'linear (<= 12x)' }),
    );
    memoryRow(`memory after 10 MB${kind}`, session, 'highest');
    if (faulty) {
      const { problems } = session.ours;
      rows.push(row(`10 MB${kind}, shown`, 'findings', { ours: problems.length }, { most: 1000 }));
      if (!/\d+ more problems/.test(problems.at(-1).message)) throw new Error('the cap is not said');
    }
  });
}

await measure('command line', async () => {
  const { start, perSecond } = await measureCli(path.join(output, 'files'), {
    files: 2000,
    rounds: quick ? 1 : 5,
  });
  rows.push(row('check, one file', 'ms', { ours: start }));
  rows.push(row('check, once started', 'files/s', { ours: perSecond }, { least: 1000 }));
});

await measure('sizes', async () => {
  for (const [name, bytes] of Object.entries(bundleSizes()))
    rows.push(row(`dist/${name}`, 'KB', { ours: bytes / KB }));
  rows.push(row('package', 'KB', { ours: (await packageSize()) / KB }, { most: 900 }));
});

const seconds = Math.round((Date.now() - began) / 1000);
const machine = `${os.cpus()[0]?.model ?? os.arch()} x ${os.cpus().length}, ${os.platform()}, Node ${process.version}`;
console.log(table(rows));
console.log(
  `\n${machine}; ${seconds} s. cpu: main thread of the server. peer: vscode-json-language-server, same schema.`,
);
if (rows.some(({ unit, ours }) => unit === 'ms cpu' && ours === undefined))
  console.log('CPU time of one thread is known on Linux only: here only the time on the clock is measured.');
for (const failure of failures) console.error(`not measured: ${failure}`);
await writeFile(
  path.join(output, 'result.json'),
  `${JSON.stringify({ machine, quick, rows, failures }, null, 2)}\n`,
);
process.exitCode = failures.length > 0 ? 1 : 0;

/** One part; when it fails, the others still run. */
async function measure(part, run) {
  process.stderr.write(`${part}\n`);
  try {
    await run();
  } catch (error) {
    failures.push(`${part}: ${error instanceof Error ? error.message : error}`);
  }
}

function first({ ours, peer }) {
  return { ours: ours.edits.slice(0, FIRST_EDITS), peer: peer.edits.slice(0, FIRST_EDITS) };
}

function last({ ours, peer }, count) {
  return { ours: ours.edits.slice(-count), peer: peer.edits.slice(-count) };
}

/** Main-thread CPU where the system tells, else the time on the clock. */
function mainOrWall({ cpu, wall }) {
  return cpu ?? wall;
}

function editRows(what, { ours, peer }, budgets) {
  costRow(`${what}: edit to diagnostics`, 'wall', { ours, peer });
  costRow(`${what}: edit to diagnostics`, 'cpu', { ours, peer }, budgets.cpu);
}

function questionRows(what, { ours, peer }, budgets = {}) {
  for (const kind of ['wall', 'cpu']) {
    const budget = (name) => (kind === 'cpu' ? budgets[name] : undefined);
    costRow(`${what}: hover`, kind, { ours: ours.hovers, peer: peer.hovers }, budget('hover'));
    const completions = { ours: ours.completions, peer: peer.completions };
    costRow(`${what}: edit to completion`, kind, completions, budget('completion'));
    costRow(`${what}: hints and lenses`, kind, { ours: ours.glances }, budget('glance'));
  }
}

function costRow(what, kind, { ours, peer }, budget) {
  const of = (costs) =>
    !costs || costs.some((cost) => cost[kind] === undefined)
      ? undefined
      : median(costs.map((cost) => cost[kind]));
  rows.push(row(what, kind === 'cpu' ? 'ms cpu' : 'ms', { ours: of(ours), peer: of(peer) }, budget));
}

function memoryRow(what, { ours, peer }, when, budget) {
  rows.push(row(what, 'MiB', { ours: ours.memory?.[when], peer: peer.memory?.[when] }, budget));
}
