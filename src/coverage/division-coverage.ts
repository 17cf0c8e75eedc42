import type { Campaign } from '../campaigns/campaign.ts';
import type { OrgUnit } from '../organisation/org-unit.ts';
import type { CoverageCell, CoverageToDo } from './coverage-cell.ts';
import type { PowerCell } from './power-coverage.ts';
import type { Exemption } from './exemption.ts';

/** All that a division covers and does not. */
export interface DivisionCoverage {
  readonly campaign: Campaign;
  readonly unit: OrgUnit;
  readonly cells: readonly CoverageCell[];
  /** Gaps, then weak domains. */
  readonly toDos: readonly CoverageToDo[];
  readonly exemptions: readonly Exemption[];
  /** Empty where the bureau has no list of powers. */
  readonly powers: readonly PowerCell[];
}
