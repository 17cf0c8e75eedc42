import type { Impact } from '../impact.ts';
import type { CoverageEffect } from './coverage-effect.ts';
import type { DomainEffect } from './domain-effect.ts';

/** What a rulebook of any kind would do, and how much each of its rules decides. */
export interface RulebookEffect {
  /** `null` for another kind than grading. */
  readonly impact: Impact | null;
  readonly effect: CoverageEffect | DomainEffect | null;
  /** Points by the rule that decides them, or cells, or points that it suggests for; 0 where a rule is not there. */
  readonly decides: ReadonlyMap<string, number>;
}
