import { rulebooks } from '../language/zh/rulebooks.ts';
import { comparisonsOf } from './condition.ts';
import type { FactSpace } from './fact-space.ts';
import type { Condition } from './rulebook.ts';
import type { Problem } from './rulebook-finding.ts';

const MOST_COMBINATIONS = 200_000;

/** About a minute of the rule engine's time. */
const MOST_COMPARISONS = 10_000_000;

/** The problem of a fact space too large to walk through; `null` when it is small enough. */
export function tooLargeProblem(space: FactSpace, conditions: readonly Condition[]): Problem | null {
  const comparisons = space.size * conditions.flatMap(comparisonsOf).length;
  if (space.size <= MOST_COMBINATIONS && comparisons <= MOST_COMPARISONS) return null;
  return { path: [], words: rulebooks.check['space-too-large'](space.size) };
}
