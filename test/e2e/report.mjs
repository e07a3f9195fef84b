// Counts and prints what the end-to-end tests find.
import { mkdir, writeFile } from 'node:fs/promises';
import path from 'node:path';

export class Report {
  passed = 0;
  failed = 0;
  skipped = 0;
  /** Why something was skipped, one entry each. */
  reasons = [];

  /** Runs one part of the tests; whatever stops it counts as a failure and does not stop the others. */
  async part(title, run) {
    console.log(`\n${title}`);
    await run().catch((error) => this.fail(title, error.stack ?? error));
  }

  pass(title, milliseconds) {
    this.passed++;
    console.log(`  ok    ${title} (${milliseconds} ms)`);
  }

  fail(title, error) {
    this.failed++;
    console.log(`  FAIL  ${title}\n${String(error).replace(/^/gm, '        ')}`);
  }

  /** Something that this machine cannot run. With CI=true nothing may be missing. */
  skip(title, reason) {
    if (process.env.CI === 'true') return this.fail(title, reason);
    this.notHere(title, reason);
  }

  /** Something that exists on other systems only, so that even a CI cannot run it here. */
  notHere(title, reason) {
    this.skipped++;
    this.reasons.push(`${title}: ${reason}`);
    console.log(`  skip  ${title}: ${reason}`);
  }

  /** Runs one test. */
  async test(title, run) {
    const start = Date.now();
    try {
      await run();
      this.pass(title, Date.now() - start);
    } catch (error) {
      this.fail(title, error.stack ?? error);
    }
  }

  /** Writes the counts for other programs. */
  async write(file) {
    const { passed, failed, skipped, reasons } = this;
    await mkdir(path.dirname(file), { recursive: true });
    await writeFile(file, `${JSON.stringify({ passed, failed, skipped, reasons }, null, 2)}\n`);
  }
}
