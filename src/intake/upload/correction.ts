import type { FindingField } from '../finding.ts';
import type { Position } from '../read-form.ts';
import type { Field } from '../recognition/labels.ts';
import { placeKey } from './stored-document.ts';

/** A column is this field; `other` is none of ours. */
interface ColumnCorrection {
  readonly kind: 'column';
  readonly at: Position;
  readonly field: Field;
}

/** What a word means wherever it stands in that field, in all files. */
export interface WordCorrection {
  readonly kind: 'word';
  readonly field: FindingField;
  readonly raw: string;
  readonly value: string;
}

/** What one place should say. `raw` is what is put right there; `null` where something is missing. */
export interface PlaceCorrection {
  readonly kind: 'place';
  readonly at: Position;
  readonly field: FindingField;
  readonly raw: string | null;
  readonly value: string;
}

/** A row that is left out. */
interface RowCorrection {
  readonly kind: 'leave-out';
  readonly at: Position;
}

/** A warning that somebody has seen and lets stand. */
interface AcceptedWarning {
  readonly kind: 'accepted';
  readonly at: Position;
  readonly code: string;
}

/** A unit that is not on file: the one that is meant, or `null` for a new one. */
export interface UnitChoice {
  readonly kind: 'unit';
  readonly written: string;
  readonly unitId: number | null;
}

/** A post that its unit does not have: the one that is meant, or `null` for a new one. */
export interface PostChoice {
  readonly kind: 'post';
  readonly unitId: number;
  readonly written: string;
  readonly postId: number | null;
}

/** Which known point a text of a form changes, where several are alike; `null`: it is a new one. */
export interface PointChoice {
  readonly kind: 'point';
  readonly at: Position;
  readonly pointId: number | null;
}

/** What a person decided about an upload. A later decision on the same thing takes the earlier one's place. */
export type Correction =
  | ColumnCorrection
  | WordCorrection
  | PlaceCorrection
  | RowCorrection
  | AcceptedWarning
  | UnitChoice
  | PostChoice
  | PointChoice;

/** What a correction decides on; two of the same subject cannot both hold. */
export function subjectOf(correction: Correction): string {
  switch (correction.kind) {
    case 'column':
    case 'leave-out':
    case 'point':
      return `${correction.kind} ${placeKey(correction.at)}`;
    case 'place':
      return `place ${placeKey(correction.at)} ${String(correction.field)} ${correction.raw ?? ''}`;
    case 'accepted':
      return `accepted ${placeKey(correction.at)} ${correction.code}`;
    case 'word':
      return `word ${String(correction.field)} ${correction.raw}`;
    case 'unit':
      return `unit ${correction.written}`;
    case 'post':
      return `post ${String(correction.unitId)} ${correction.written}`;
  }
}
