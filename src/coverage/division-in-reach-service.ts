import type { OrgUnit } from '../organisation/org-unit.ts';
import { unitById } from '../organisation/organisation-store.ts';
import { reaches, type Reach } from '../organisation/reach.ts';
import type { Queryable } from '../platform/database.ts';
import { OperationalError } from '../platform/errors.ts';

/** @throws OperationalError `not-found` when there is no such unit in reach. */
export async function divisionInReach(from: Queryable, unitId: number, reach: Reach): Promise<OrgUnit> {
  const unit = await unitById(from, unitId);
  if (unit !== null && reaches(reach, unit.path)) return unit;
  throw new OperationalError('not-found', 'no-unit', (text) => text.dashboards.division.noSuch);
}
