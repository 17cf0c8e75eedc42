import type { OrgUnit } from '../organisation/org-unit.ts';
import type { IncomingForm, IncomingRisk } from './form-content.ts';

/** Where a value on file stood in the file it came from. */
export interface ValuePlace {
  readonly field: string;
  readonly raw: string;
  readonly sheet: string | null;
  readonly table: number | null;
  readonly line: number | null;
  readonly row: number | null;
  readonly column: number | null;
}

/** Whose form a paper is. Without holdings it is the unit's own. */
export interface FormOwner {
  readonly campaignId: number;
  readonly unit: OrgUnit;
  readonly postIds: readonly number[];
  readonly holdingIds: readonly number[];
}

/** A paper with where its values stood. */
export interface Paper {
  readonly form: IncomingForm;
  readonly fileId: number;
  readonly opinions: readonly { readonly label: string; readonly text: string }[];
  /** Positions of the form's own values. */
  readonly places: readonly ValuePlace[];
  /** Positions of one risk's text and measure, or of what it says beside the form's content. */
  placesOf(risk: IncomingRisk, of: 'content' | 'facts'): readonly ValuePlace[];
}
