import type { GradeLabels } from '../language/call-grades.ts';
import type { PointDomain } from '../risk-points/risk-point.ts';
import type { Grade } from '../rulebooks/rulebook.ts';
import type { ValueSource } from '../risk-points/point-detail.ts';
import type { SourceKind } from './form-content.ts';
import type { FormState } from './form.ts';

/** A risk as a version of the form has it; the point is the same in all versions. */
export interface VersionRisk {
  readonly pointId: number;
  readonly ordinal: number;
  readonly text: string;
  readonly measures: readonly string[];
}

/** One version of a form; none is ever changed. */
export interface FormVersion {
  readonly id: number;
  readonly version: number;
  readonly kind: SourceKind;
  readonly duties: string | null;
  readonly filledOn: string | null;
  readonly filedAt: string;
  /** Who brought it in. */
  readonly actor: string | null;
  readonly file: string | null;
  readonly opinions: readonly { readonly label: string; readonly text: string }[];
  readonly risks: readonly VersionRisk[];
}

/** What is known of a risk beside the form's own words. */
export interface RiskStanding {
  readonly pointId: number;
  /** `null`: unassessed. */
  readonly grade: Grade | null;
  readonly domains: readonly PointDomain[];
  readonly sources: readonly ValueSource[];
}

/** Everything the page of one form shows. */
export interface FormDetail {
  readonly id: number;
  readonly year: number;
  readonly unitId: number;
  readonly unitName: string;
  readonly unitPath: string;
  /** `null`: the unit's own risk points. */
  readonly personName: string | null;
  readonly postNames: readonly string[];
  readonly state: FormState;
  /** The latest first; the first is the form as it now is. */
  readonly versions: readonly [FormVersion, ...(readonly FormVersion[])];
  /** Where the form's own values came from, the latest of each. */
  readonly sources: readonly ValueSource[];
  readonly standings: readonly RiskStanding[];
  /** What the rulebook that judges them calls its grades. */
  readonly gradeLabels: GradeLabels;
}
