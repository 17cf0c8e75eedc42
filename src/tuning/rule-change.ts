import type { KeyDomain } from '../organisation/key-domain.ts';
import type { ListedPoint } from '../risk-points/risk-point.ts';
import type { Grade, GradingRulebook } from '../rulebooks/rulebook.ts';
import type { PageSize } from '../web/pager.ts';
import type { GradeOrNone } from './impact.ts';

/** From which rulebook to which; `before` is `null` where that is the version in force. */
export interface RuleChange {
  readonly before: GradingRulebook | null;
  readonly after: GradingRulebook;
}

/** What narrows the list of points that a change of rules would move. */
export interface MoveConditions {
  readonly from?: Grade | 'unassessed';
  readonly to?: Grade | 'unassessed';
  readonly unitId?: number;
  readonly domain?: KeyDomain;
}

export interface MoveFilter extends MoveConditions {
  /** The campaign's year; the bureau's latest when left out. */
  readonly year?: number;
  readonly size?: PageSize;
  /** From 1. */
  readonly page: number;
}

/** A grade and the names of the rules that decide it; of an unassessed point, what is missing. */
export interface Reasoned {
  readonly grade: GradeOrNone;
  readonly rules: readonly string[];
  readonly missing: readonly string[];
}

/** A point that a change of rules would move. */
export interface MovedPoint {
  readonly point: ListedPoint;
  readonly before: Reasoned;
  readonly after: Reasoned;
}

export interface MovedList {
  readonly total: number;
  readonly page: number;
  readonly pages: number;
  readonly points: readonly MovedPoint[];
}
