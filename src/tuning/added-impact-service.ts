import { pathsOf } from '../organisation/organisation-store.ts';
import type { Clock } from '../platform/clock.ts';
import type { Queryable } from '../platform/database.ts';
import type { Shifts } from './case-shift-service.ts';
import { impactOf, type Impact, type ImpactParts } from './impact.ts';
import { gradesByDomain, gradesByUnit } from './standing-store.ts';
import type { PointsAsked } from './undecided-store.ts';
import { countedShifts } from './what-if-store.ts';

/** Shifts that are to be added up: of whom as a whole, and by which parts of it. */
interface ToAdd {
  readonly asked: PointsAsked;
  readonly shifts: Shifts;
  readonly whole: ImpactParts['bureau'];
  readonly parts: ImpactParts['divisions'];
  /** When the question came, by the clock that measures. */
  readonly started: number;
}

/** Adds up the points that shift, beside those that stay where they are. */
export async function addedImpact(
  from: Queryable,
  clock: Clock,
  { asked, shifts: { shifts, facts, isCutAnew }, whole, parts, started }: ToAdd,
): Promise<Impact> {
  const { ofUnits, ofDomains } = await countedShifts(from, asked, shifts, facts);
  const paths = await pathsOf(
    from,
    ofUnits.map(({ unitId }) => unitId),
  );
  return impactOf({
    ...{ divisions: parts, bureau: whole, isCutAnew },
    grades: await gradesByUnit(from, asked),
    domains: await gradesByDomain(from, asked),
    unitShifts: ofUnits.map((shift) => ({ ...shift, unitPath: paths.get(shift.unitId) ?? '' })),
    domainShifts: ofDomains,
    seconds: Math.round(clock.elapsed() - started) / 1000,
  });
}
