import type { Campaign } from '../campaigns/campaign.ts';
import type { ScaleValue } from '../grading/case.ts';
import type { Grade, GradingRulebook } from '../rulebooks/rulebook.ts';
import type { FormState } from './form.ts';

/** Somebody's own part of the year's inspection. Nothing of anybody else stands in it. */
export interface OwnInspection {
  readonly personName: string;
  readonly campaign: Campaign;
  /** Today's date in the bureau's time zone. */
  readonly today: string;
  readonly posts: readonly { readonly post: string; readonly unit: string }[];
  readonly forms: readonly OwnForm[];
  readonly points: readonly OwnPoint[];
  readonly rulebook: GradingRulebook;
}

export interface OwnForm {
  readonly id: number;
  readonly state: FormState;
  readonly version: number;
  readonly filledOn: string | null;
  /** The file the current version came from. */
  readonly file: string | null;
  /** Known from a summary or a register alone: nobody filed annex 1. */
  readonly hasAnnex1: boolean;
}

export interface OwnPoint {
  readonly ordinal: number;
  readonly text: string;
  readonly measures: readonly string[];
  readonly file: string | null;
  /** `null` where the campaign does not show post-holders how their points were assessed. */
  readonly assessment: OwnAssessment | null;
}

export interface OwnAssessment {
  readonly grade: Grade | null;
  readonly probability: ScaleValue | null;
  readonly harm: ScaleValue | null;
}

/** Whole days from one date to another; below zero when the other has passed. */
export function daysUntil(today: string, date: string): number {
  return Math.round((Date.parse(date) - Date.parse(today)) / (24 * 60 * 60 * 1000));
}
