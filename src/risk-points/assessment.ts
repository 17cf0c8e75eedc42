import type { CampaignState } from '../campaigns/campaign.ts';
import type { PointFacts, ScaleValue } from '../grading/case.ts';
import type { Grade } from '../rulebooks/rulebook.ts';
import type { Answers, GivenAnswer } from './assessment-question.ts';
import type { PointState } from './risk-point.ts';
import type { AssessedFact } from './suggested-step.ts';

/** The facts that people set, in the order of every page. */
export const ASSESSED_FACTS: readonly AssessedFact[] = ['probability', 'harm'];

/** How many points one form may bring at once. */
export const ASSESSED_PER_PAGE = 50;

/** What narrows the list of points to assess; everything left out does not narrow. */
export interface AssessFilter {
  /** The campaign's year; the bureau's latest when left out. */
  readonly year?: number;
  readonly unitId?: number;
  readonly show?: 'unassessed';
  /** From 1. */
  readonly page: number;
}

/** A step for each fact; `null` is unknown. */
export type Steps = Readonly<Record<AssessedFact, string | null>>;

/** What each fact was when somebody looked, as `writtenValue` writes it. */
export type Seen = Readonly<Record<AssessedFact, string>>;

/** A point as it is shown to be assessed. */
export interface PointToAssess {
  readonly id: number;
  readonly text: string;
  readonly measure: string | null;
  readonly unitName: string;
  readonly unitPath: string;
  readonly postName: string | null;
  readonly personName: string | null;
  readonly campaignId: number;
  readonly campaignState: CampaignState;
  readonly bureauPath: string;
  readonly state: PointState;
  readonly isWithdrawn: boolean;
  readonly facts: PointFacts;
  /** What people decided whatever the rules say: approved ?? override. */
  readonly decidedGrade: Grade | null;
}

/** What somebody chose for a point, and what they saw when they chose. */
export interface Choice {
  readonly pointId: number;
  readonly steps: Steps;
  readonly seen: Seen;
}

/** A choice with what is written down beside it. */
export interface AssessmentChange extends Choice {
  readonly answers: Answers;
  readonly note: string | null;
}

/** Who set a fact last, and when. */
export interface LastSet {
  readonly fact: AssessedFact;
  readonly setBy: string;
  readonly setAt: string;
}

/** Why a choice was not taken: somebody else was faster, or the point may not be assessed any more. */
export type Refusal =
  | {
      readonly kind: 'changed';
      readonly pointId: number;
      readonly fact: AssessedFact;
      readonly now: ScaleValue | null;
      readonly last: LastSet | null;
    }
  | { readonly kind: 'withdrawn' | 'approved' | 'closed'; readonly pointId: number };

export type AssessmentOutcome =
  | { readonly kind: 'saved'; readonly points: number; readonly facts: number; readonly answers: number }
  | { readonly kind: 'refused'; readonly refusals: readonly Refusal[] };

/** What one point's change writes: facts with their new value, and answers that are new. */
export interface PlannedAssessment {
  readonly facts: readonly { readonly fact: AssessedFact; readonly value: ScaleValue | null }[];
  readonly answers: readonly GivenAnswer[];
}
