import { spawn } from 'node:child_process';
import { createRequire } from 'node:module';
import { filesOnPostgres, filesOnSqlite } from './files-per-database.ts';
import { startPostgres } from './postgres-server.ts';

// Runs the tests on SQLite and then, those that are about what a database does, on PostgreSQL. A first word `sqlite`
// or `postgres` runs one of the two, more words are files or options for mocha instead of all.

const MOCHA = createRequire(import.meta.url).resolve('mocha/bin/mocha.js');

const [first, ...more] = process.argv.slice(2);
const only = first === 'sqlite' || first === 'postgres' ? first : null;
const words = only === null ? process.argv.slice(2) : more;

const passed: boolean[] = [];
if (only !== 'postgres') passed.push(await run(filesOnSqlite(), 'data/local/test-result.json', {}));
if (only !== 'sqlite') passed.push(await runOnPostgres());
process.exitCode = passed.every(Boolean) ? 0 : 1;

async function runOnPostgres(): Promise<boolean> {
  const server = await startPostgres();
  try {
    const environment = { QINGLIAN_TEST_DATABASE: server.url };
    return await run(filesOnPostgres(), 'data/local/test-result-postgres.json', environment);
  } finally {
    await server.stop();
  }
}

function run(
  files: readonly string[],
  result: string,
  environment: Readonly<Record<string, string>>,
): Promise<boolean> {
  const options = words.length > 0 ? words : ['--parallel', '--jobs', '2', ...files];
  const mocha = spawn(process.execPath, [MOCHA, ...options], {
    stdio: 'inherit',
    env: { MOCHA_RESULT: result, ...process.env, ...environment },
  });
  return new Promise((resolve, reject) => {
    mocha.once('error', reject);
    mocha.once('close', (status) => {
      resolve(status === 0);
    });
  });
}
