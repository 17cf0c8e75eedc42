import type { CampaignState } from '../campaigns/campaign.ts';
import type { PointFacts } from '../grading/case.ts';
import type { GradeLabels } from '../language/call-grades.ts';
import type { Grade } from '../rulebooks/rulebook.ts';
import type { DomainPlan } from './domain-change.ts';
import type { DomainDecision } from './point-domains.ts';
import type { PointDomain, PointState } from './risk-point.ts';

/** A point whose domains somebody decides about. */
export interface DecisionSubject {
  readonly id: number;
  /** Grows with every change, so that a stale page is noticed. */
  readonly guard: number;
  readonly text: string;
  readonly unitId: number;
  readonly unitName: string;
  readonly unitPath: string;
  readonly campaignId: number;
  readonly campaignState: CampaignState;
  readonly bureauPath: string;
  readonly state: PointState;
  readonly isWithdrawn: boolean;
  readonly facts: PointFacts;
  /** What people decided whatever the rules say: approved ?? override. */
  readonly decidedGrade: Grade | null;
  readonly domains: readonly PointDomain[];
}

/** Why nobody may decide about a point's domains any more. */
export type DecisionBar = 'withdrawn' | 'approved' | 'closed';

/** What a decision does to one point that it changes. */
export interface PlannedDecision {
  readonly subject: DecisionSubject;
  readonly plan: DomainPlan;
  /** Effective grades; `null` is unassessed. */
  readonly before: Grade | null;
  readonly after: Grade | null;
  /** What the rulebook that judges the point calls its grades. */
  readonly labels: GradeLabels;
}

/** What a decision does to the points that somebody chose. */
export interface DecisionPlan {
  readonly decision: DomainDecision;
  readonly points: readonly PlannedDecision[];
  /** Chosen points at which there is nothing to change. */
  readonly unchanged: number;
  /** Chosen points about which nobody may decide any more. */
  readonly barred: number;
}

/** A point as somebody saw it. */
export interface SeenPoint {
  readonly id: number;
  readonly guard: number;
}

export type DecisionOutcome =
  | { readonly kind: 'done'; readonly plan: DecisionPlan }
  /** Nothing was written: these points are not any more what was seen, or may not change any more. */
  | { readonly kind: 'stale'; readonly points: readonly DecisionSubject[] }
  | { readonly kind: 'barred'; readonly bar: DecisionBar; readonly barred: readonly DecisionSubject[] };
