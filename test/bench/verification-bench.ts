import { gradingCheck } from '../../src/grading/grading-check.ts';
import { largeTable } from './bench-rulebooks.ts';
import { measured, type Line } from './measurement.ts';
import { judgingEveryCase } from './rival.ts';

export type VerificationLine = Line & {
  readonly facts: number;
  readonly isSampled: boolean;
};

const RIVAL_CASES = 100;
const FACTS = 12;
const MOST_RUNS = 5;

/** Verifies a decision table of so many rules over twelve facts. */
export async function verificationBench({
  runs,
  seed,
  rules,
}: {
  readonly runs: number;
  readonly seed: number;
  readonly rules: number;
}): Promise<VerificationLine> {
  const rulebook = largeTable(rules, FACTS, seed);
  let isSampled = false;
  const figures = await measured(Math.min(runs, MOST_RUNS), async () => {
    isSampled = (await gradingCheck(rulebook)).sampled;
  });
  const rival = await judgingEveryCase(rulebook, RIVAL_CASES);
  return { facts: FACTS, isSampled, figures, rival };
}
