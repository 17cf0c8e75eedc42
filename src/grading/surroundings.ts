import type { GradingRulebook } from '../rulebooks/rulebook.ts';
import type { PointFacts } from './case.ts';
import { completions, type Completion } from './completion.ts';
import { nearestChanges, type NearestChanges } from './nearest-change.ts';
import type { GradingJudge } from './verdict.ts';

/** What lies around a point's facts: what would alter its grade, or, without a grade, what missing steps would give. */
export interface Surroundings {
  readonly nearest: NearestChanges;
  readonly completions: readonly Completion[];
}

export async function surroundingsOf(
  rulebook: GradingRulebook,
  judge: GradingJudge,
  facts: PointFacts,
): Promise<Surroundings> {
  return {
    nearest: await nearestChanges(rulebook, judge, facts),
    completions: await completions(rulebook, judge, facts),
  };
}
