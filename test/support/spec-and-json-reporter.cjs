const { mkdirSync, writeFileSync } = require('node:fs');
const { dirname, resolve } = require('node:path');
const { Runner, reporters } = require('mocha');

/** Prints what mocha's `spec` prints, and leaves the result where a program can read it. */
class SpecAndJsonReporter extends reporters.Spec {
  constructor(runner, options) {
    super(runner, options);
    const failures = [];
    runner.on(Runner.constants.EVENT_TEST_FAIL, (test, error) => {
      failures.push({ title: test.fullTitle(), file: test.file, cause: error.stack ?? error.message });
    });
    runner.once(Runner.constants.EVENT_RUN_END, () => {
      const file = resolve(process.env.MOCHA_RESULT ?? 'data/local/test-result.json');
      mkdirSync(dirname(file), { recursive: true });
      writeFileSync(file, `${JSON.stringify({ stats: this.stats, failures }, null, 2)}\n`);
    });
  }
}

module.exports = SpecAndJsonReporter;
