import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { spread, type Spread } from './measurement.ts';

const CHILD = fileURLToPath(new URL('first-answer.ts', import.meta.url));
const RUNS = 3;

/** How long the very first what-if of a process takes, which remembers no case and no verdict and has no thread yet. */
export interface FirstAnswers {
  readonly noCut: Spread;
  readonly cutAnew: Spread;
}

/** Asks processes of their own, one after another, on a database that nobody else writes to. */
export async function firstAnswers(filename: string, campaignId: number): Promise<FirstAnswers> {
  const of = async (draft: string): Promise<Spread> => {
    const times: number[] = [];
    for (let run = 0; run < RUNS; run += 1) times.push(await firstAnswer(filename, campaignId, draft));
    return spread(times);
  };
  return { noCut: await of('no-cut'), cutAnew: await of('cut-anew') };
}

async function firstAnswer(filename: string, campaignId: number, draft: string): Promise<number> {
  const parameters = ['--import', 'tsx', CHILD, filename, String(campaignId), draft];
  const { stdout } = await promisify(execFile)(process.execPath, parameters);
  return Number(stdout);
}
