import { execFile } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import type { Database } from '../../src/platform/database.ts';
import { spread, type Spread } from './measurement.ts';

const CHILD = fileURLToPath(new URL('first-answer.ts', import.meta.url));
const RUNS = 3;

/** How long the very first what-if of a process takes, which remembers no case and no verdict and has no thread yet. */
export interface FirstAnswers {
  readonly noCut: Spread;
  readonly cutAnew: Spread;
}

/** Asks processes of their own, one after another, on a copy of the database. */
export async function firstAnswers(database: Database, campaignId: number): Promise<FirstAnswers> {
  const folder = mkdtempSync(join(tmpdir(), 'qinglian-bench-'));
  const copy = join(folder, 'copy.sqlite');
  try {
    await database.schema.raw('vacuum into ?', [copy]);
    const of = async (draft: string): Promise<Spread> => {
      const times: number[] = [];
      for (let run = 0; run < RUNS; run += 1) times.push(await firstAnswer(copy, campaignId, draft));
      return spread(times);
    };
    return { noCut: await of('no-cut'), cutAnew: await of('cut-anew') };
  } finally {
    rmSync(folder, { recursive: true });
  }
}

async function firstAnswer(filename: string, campaignId: number, draft: string): Promise<number> {
  const parameters = ['--import', 'tsx', CHILD, filename, String(campaignId), draft];
  const { stdout } = await promisify(execFile)(process.execPath, parameters);
  return Number(stdout);
}
