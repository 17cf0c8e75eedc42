import type { ScaleValue } from '../grading/case.ts';

/** Points of a campaign by their probability and harm, each on the scale on which it was set. */
export interface AssessedCount {
  readonly probability: ScaleValue | null;
  readonly harm: ScaleValue | null;
  readonly points: number;
}
