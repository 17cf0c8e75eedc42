import type { CampaignState } from '../campaigns/campaign.ts';
import type { Surroundings } from '../grading/surroundings.ts';
import type { Verdict } from '../grading/verdict.ts';
import type { KeyDomain } from '../organisation/key-domain.ts';
import type { FactValue } from '../rulebooks/fact-type.ts';
import type { Grade, GradingRulebook } from '../rulebooks/rulebook.ts';
import type { DomainChange } from './domain-change.ts';
import type { GivenAnswer } from './assessment-question.ts';
import type { RulebooksByScale } from './other-scale.ts';
import type { PointSummary } from './risk-point.ts';

/** A place in a file; everything counts from 1. `placeText` of the language says it in words. */
export interface SourcePlace {
  readonly sheet: string | null;
  readonly table: number | null;
  readonly line: number | null;
  readonly row: number | null;
  readonly column: number | null;
}

/** Where a value on file came from: a file, a place in it, and when it was taken in. */
export interface ValueSource {
  /** Which value: `text`, `measure`, `duties`, `declared-grade`, `probability`, `harm`, `domain` … */
  readonly field: string;
  readonly file: string;
  readonly place: SourcePlace;
  readonly at: string;
}

/** A fact as it is now known, and who set it when. */
export interface PointFact {
  readonly fact: string;
  /** The code of a step, a domain or an option, a number, a truth; `null` is unknown. */
  readonly value: FactValue;
  /** The scale that a step stands on, which need not be the one in force. */
  readonly scale?: string;
  readonly setBy: string | null;
  readonly setAt: string | null;
  readonly source: ValueSource | null;
}

/** Who accepted or rejected a domain last. */
export interface DomainSetBy {
  readonly domain: KeyDomain;
  readonly setBy: string;
  readonly setAt: string;
}

/** What happened to a point, newest first. */
export type PointEvent =
  | {
      readonly kind: 'filed';
      readonly at: string;
      readonly actor: string;
      /** Version of the form. */
      readonly version: number;
      readonly file: string | null;
      /** Whether the text differs from the version before. */
      readonly isEdited: boolean;
    }
  | {
      readonly kind: 'assessed';
      readonly at: string;
      readonly actor: string;
      readonly fact: 'probability' | 'harm';
      /** `null` where it was taken back to unknown. */
      readonly step: string | null;
      /** The scale that the step stands on, which need not be the one in force. */
      readonly scale?: string;
      readonly file: string | null;
      readonly note: string | null;
    }
  | {
      readonly kind: 'domains';
      readonly at: string;
      readonly actor: string;
      /** What was decided at once. */
      readonly changes: readonly Omit<DomainChange, 'evidence'>[];
      readonly file: null;
    }
  | {
      readonly kind: 'answered';
      readonly at: string;
      readonly actor: string;
      readonly answers: readonly GivenAnswer[];
      readonly file: null;
    }
  | {
      readonly kind: 'overridden';
      readonly at: string;
      readonly actor: string;
      /** What the rules said; `null` was unassessed. */
      readonly from: Grade | null;
      /** `null` where the override was withdrawn. */
      readonly to: Grade | null;
      readonly reason: string;
      readonly file: null;
    }
  | {
      readonly kind: 'approved' | 'reopened';
      readonly at: string;
      readonly actor: string;
      readonly grade: Grade;
      /** The number of the minutes, or the reason. */
      readonly why: string;
      readonly file: null;
    };

/** What people decided about a point's grade and still holds. */
export interface DecidedGrades {
  readonly override: {
    readonly grade: Grade;
    readonly reason: string;
    readonly by: string;
    readonly at: string;
  } | null;
  readonly approval: {
    readonly id: number;
    readonly grade: Grade;
    readonly minutes: string;
    readonly by: string;
    readonly at: string;
    /** What was approved: these words, by these rules. */
    readonly revisionId: number;
    readonly versionId: number;
    /** Whether the facts are not any more what they were then. */
    readonly hasOtherFacts: boolean;
  } | null;
}

/** Everything the point page shows. */
export interface PointDetail extends PointSummary {
  readonly unitPath: string;
  readonly ordinal: number;
  readonly duties: string | null;
  readonly measures: readonly { readonly text: string }[];
  readonly formId: number;
  readonly formVersion: number;
  readonly sources: readonly ValueSource[];
  readonly facts: readonly PointFact[];
  readonly revisionId: number;
  readonly caseId: number;
  /** Grows with every change, so that a stale page is noticed. */
  readonly guard: number;
  readonly campaignState: CampaignState;
  readonly verdict: Verdict;
  /** What would alter the grade, or what missing steps would give. */
  readonly around: Surroundings;
  /** What the rules would say if a suggested domain were accepted. */
  readonly ifAccepted: readonly { readonly domain: KeyDomain; readonly verdict: Verdict }[];
  /** Who decided about each domain, and when. */
  readonly domainsSetBy: readonly DomainSetBy[];
  /** The rulebook that gave the verdict, for its words and clauses. */
  readonly rulebook: {
    readonly id: number;
    readonly body: GradingRulebook;
    readonly version: string;
    readonly digest: string;
  };
  /** For the words of steps that stand on other scales. */
  readonly otherRulebooks: RulebooksByScale;
  readonly decided: DecidedGrades;
  readonly history: readonly PointEvent[];
}
