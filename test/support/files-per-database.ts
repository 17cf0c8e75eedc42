import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { dirname, join, relative } from 'node:path';
import { fileURLToPath } from 'node:url';

const TESTS = fileURLToPath(new URL('..', import.meta.url));
const HARNESS = join(TESTS, 'support/temporary-database.ts');

/** What needs a PostgreSQL, whatever else it opens. */
const POSTGRES_ALONE = '.postgres.test.ts';

/** Tests that open a temporary database, and yet run on SQLite alone: each folder or file with its reason. */
const SQLITE_ALONE: Readonly<Record<string, string>> = {
  'journeys/': 'a browser sees pages, which the tests of routes ask both databases for',
  'language/': 'the words of pages are the same on both',
  'support/': 'how a test starts a browser has to do with no database',
  'bench/': 'it measures SQLite',
  'platform/job-plan.test.ts': 'it reads the plans of SQLite',
  'tuning/activation-plan.test.ts': 'it reads the plans of SQLite',
  'tuning/what-if-plan.test.ts': 'it reads the plans of SQLite',
};

/** All tests but those that need a PostgreSQL. */
export function filesOnSqlite(): readonly string[] {
  return testFiles().filter((file) => !file.endsWith(POSTGRES_ALONE));
}

/** The tests whose imports lead to a temporary database, but for `SQLITE_ALONE`. */
export function filesOnPostgres(): readonly string[] {
  const known = new Map<string, boolean>();
  return testFiles().filter((file) => {
    const path = relative(TESTS, file);
    if (Object.keys(SQLITE_ALONE).some((alone) => path.startsWith(alone))) return false;
    return file.endsWith(POSTGRES_ALONE) || leadsToDatabase(file, known);
  });
}

function testFiles(): readonly string[] {
  return readdirSync(TESTS, { recursive: true, encoding: 'utf8' })
    .filter((path) => path.endsWith('.test.ts'))
    .map((path) => join(TESTS, path))
    .sort();
}

function leadsToDatabase(file: string, known: Map<string, boolean>): boolean {
  if (file === HARNESS) return true;
  const before = known.get(file);
  if (before !== undefined) return before;
  known.set(file, false);
  const imports = [...readFileSync(file, 'utf8').matchAll(/from '(\.[^']+\.ts)'/gu)];
  const leads = imports.some(([, path = '']) => {
    const target = join(dirname(file), path);
    return target.startsWith(TESTS) && existsSync(target) && leadsToDatabase(target, known);
  });
  known.set(file, leads);
  return leads;
}
