import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { availableParallelism, cpus, totalmem } from 'node:os';
import { temporaryDatabase } from '../support/temporary-database.ts';

/** On what a section was measured, and which program: figures of one report have all of it in common. */
export interface Machine {
  readonly processor: string;
  readonly cores: number;
  readonly memory: string;
  readonly node: string;
  readonly sqlite: string;
  /** The last commit that changed the program or the bench, and whether more was changed since. */
  readonly program: string;
}

/** What the figures depend on; the report itself does not. */
const MEASURED = ['src', 'data', 'test/bench/*.ts', 'test/support', 'package-lock.json'];

const MOST_OUTPUT = 2 ** 28;

/** The machine that this runs on, and the program that is there. */
export async function thisMachine(): Promise<Machine> {
  const { database, end } = await temporaryDatabase();
  const [row] = await database.read.raw<{ version: string }[]>('select sqlite_version() as version');
  await end();
  return {
    processor: cpus()[0]?.model ?? 'unknown',
    cores: availableParallelism(),
    memory: `${String(Math.round(totalmem() / 2 ** 30))} GB of memory`,
    node: process.versions.node,
    sqlite: row?.version ?? 'unknown',
    program: programNow(),
  };
}

function programNow(): string {
  try {
    const commit = git('log', '-1', '--format=%h', '--', ...MEASURED);
    const changes = git('diff', 'HEAD', '--', ...MEASURED);
    if (changes === '') return commit;
    // So that two states of changes are not taken for one.
    return `${commit} with changes ${createHash('sha256').update(changes).digest('hex').slice(0, 7)}`;
  } catch {
    return 'unknown';
  }
}

function git(...parameters: readonly string[]): string {
  const top = new URL('../../', import.meta.url);
  return execFileSync('git', parameters, {
    cwd: top,
    encoding: 'utf8',
    stdio: 'pipe',
    maxBuffer: MOST_OUTPUT,
  }).trim();
}
