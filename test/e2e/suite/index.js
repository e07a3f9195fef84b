// The entry that VS Code calls, in every extension host. CommonJS, because mocha's browser build overwrites
// module.exports when it loads: `run` has to be assigned after it.
require('mocha/mocha.js');

mocha.setup({ ui: 'bdd', reporter: function Silent() {}, timeout: 30_000 });
before(() => require('./support.ts').api()); // an extension that does not start ends the run here
require('./otherFiles.test.ts'); // first: it needs a server that has not started yet
require('./problems.test.ts');
require('./quickFix.test.ts');
require('./hover.test.ts');
require('./glance.test.ts');
require('./navigation.test.ts');
require('./completion.test.ts');
require('./commands.test.ts');

/** One line of JSON for each event; the runners outside read the lines with this mark. */
const tell = (event) => console.log(`[e2e] ${JSON.stringify(event)}`);

async function run() {
  const { version } = require('vscode');
  const host = typeof process === 'object' && process.versions?.node ? 'node' : 'web';
  tell({ event: 'start', host, version });
  await new Promise((resolve, reject) => {
    let passed = 0;
    // not mocha.run, which reads the query of a web page
    const runner = Mocha.prototype.run.call(mocha, (failures) => {
      tell({ event: 'end' });
      if (failures > 0) reject(new Error(`${failures} of the tests failed`));
      else if (passed === 0) reject(new Error('no test ran'));
      else resolve();
    });
    runner.on('pass', (test) => {
      passed++;
      tell({ event: 'pass', title: test.fullTitle(), ms: test.duration });
    });
    runner.on('fail', (test, error) =>
      tell({ event: 'fail', title: test.fullTitle(), error: error.stack || String(error) }),
    );
  });
}

module.exports = { run };
