import { gradingCheck } from '../../src/grading/grading-check.ts';
import { BENCH_TABLES } from './bench-tables.ts';
import { measured, type Line } from './measurement.ts';
import { judgingEveryCase } from './rival.ts';

/** What verifying one decision table took, and whether the whole of it was looked at. */
export type VerificationLine = Line & {
  /** What kind of table it is. */
  readonly name: string;
  readonly facts: number;
  readonly isSampled: boolean;
};

const RIVAL_CASES = 100;
const FACTS = 12;
const MOST_RUNS = 5;

/** Verifies decision tables of so many rules over twelve facts. */
export async function verificationBench({
  runs,
  seed,
  rules,
}: {
  readonly runs: number;
  readonly seed: number;
  readonly rules: number;
}): Promise<readonly VerificationLine[]> {
  const lines: VerificationLine[] = [];
  for (const { name, cuts, made } of BENCH_TABLES) {
    const rulebook = made({ rules, facts: FACTS, cuts }, seed);
    let isSampled = false;
    const figures = await measured(Math.min(runs, MOST_RUNS), async () => {
      isSampled = (await gradingCheck(rulebook)).sampled;
    });
    const rival = await judgingEveryCase(rulebook, RIVAL_CASES);
    lines.push({ name: `${name}, ${String(cuts)} cuts`, facts: FACTS, isSampled, figures, rival });
  }
  return lines;
}
