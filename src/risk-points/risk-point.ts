import type { ScaleValue } from '../grading/case.ts';
import type { KeyDomain } from '../organisation/key-domain.ts';
import type { PageSize } from '../web/pager.ts';
import type { PointOrder } from './point-order.ts';
import type { Grade, ResponsibleLeader } from '../rulebooks/rulebook.ts';

/** How far a risk point has come (domain: 'The way of things'). */
export const POINT_STATES = ['entered', 'assessed', 'approved', 'published'] as const;

export type PointState = (typeof POINT_STATES)[number];

export type DomainState = 'suggested' | 'accepted' | 'rejected';

/** What a list may ask of the domains that its points name. */
export const DOMAIN_CONDITIONS = ['suggested', 'accepted', 'none'] as const;

export type DomainCondition = (typeof DOMAIN_CONDITIONS)[number];

export interface PointDomain {
  readonly domain: KeyDomain;
  readonly state: DomainState;
  readonly isMain: boolean;
  /** The words that made the rules suggest it; `null` when a person named it. */
  readonly evidence: string | null;
}

/** What narrows a list of points; everything left out does not narrow. */
export interface PointConditions {
  /** The campaign's year; the bureau's latest when left out. */
  readonly year?: number;
  /** Words that must all stand in a point's texts or names, as they were typed. */
  readonly words?: string;
  readonly unitId?: number;
  readonly postId?: number;
  /** A person, whichever of their posts. */
  readonly holderId?: number;
  readonly formId?: number;
  readonly domain?: KeyDomain;
  /** A domain in that state, of `domain` where that is given; `none` has no domain but rejected ones. */
  readonly domainState?: DomainCondition;
  readonly grade?: Grade | 'unassessed';
  /** Points of the grades that this leader answers for, by the grading rulebook in force. */
  readonly leader?: ResponsibleLeader;
  readonly state?: PointState;
  /** Points about whose grade people decided, and it holds. */
  readonly decided?: 'overridden' | 'approved';
  /** Step codes on the scale of the grading rulebook in force. */
  readonly probability?: string;
  readonly harm?: string;
  readonly measures?: 'none' | 'some';
  /** Points whose declared grade is not the effective one. */
  readonly declared?: 'differs';
  readonly declaredGrade?: Grade | 'none';
  /** Whether anybody ever set probability or harm. */
  readonly assessed?: 'none' | 'some';
  /** Days on which somebody did, such as `2021-04-22`. */
  readonly assessedFrom?: string;
  readonly assessedTo?: string;
  /** The import, or the file of one, that brought something of the point. */
  readonly batchId?: number;
  readonly fileId?: number;
}

/** A page of a list of points: which, in which order, and which part of them. */
export interface PointFilter extends PointConditions {
  /** Severest first when left out. */
  readonly order?: PointOrder;
  readonly size?: PageSize;
  /** From 1. */
  readonly page: number;
}

/** An import that brought points. */
export interface PointBatch {
  readonly id: number;
  /** UTC instant. */
  readonly at: string;
  readonly files: number;
}

export interface PointFile {
  readonly id: number;
  readonly name: string;
}

/** The form that a list is narrowed to. */
export interface PointForm {
  readonly id: number;
  readonly unitName: string;
  /** `null`: the form holds the unit's own points. */
  readonly personName: string | null;
}

export interface PointSummary {
  readonly id: number;
  readonly text: string;
  readonly unitId: number;
  readonly unitName: string;
  readonly postName: string | null;
  readonly personName: string | null;
  readonly domains: readonly PointDomain[];
  /** approved ?? override ?? verdict; `null` is unassessed. */
  readonly grade: Grade | null;
  /** Names of the rules that decided, in the rulebook in force. */
  readonly rules: readonly string[];
  readonly declaredGrade: Grade | null;
  readonly measureCount: number;
  readonly state: PointState;
}

/** A point as lists and their exports have it. */
export interface ListedPoint extends PointSummary {
  readonly formId: number;
  /** On whatever scale it was set; `null` is unknown. */
  readonly probability: ScaleValue | null;
  readonly harm: ScaleValue | null;
  readonly measureTexts: readonly string[];
  /** As the form states them. */
  readonly duties: string | null;
  /** When its wording, an assessment or a domain last changed. */
  readonly changedAt: string | null;
}

/** How far a list is counted and turned over; whoever looks for more narrows it or takes it away whole. */
export const MOST_LISTED = 10_000;

export interface PointList {
  readonly total: number;
  /** There are more points than were counted. */
  readonly hasMore: boolean;
  readonly page: number;
  readonly pages: number;
  readonly points: readonly ListedPoint[];
}
