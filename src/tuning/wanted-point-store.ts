import type { Queryable } from '../platform/database.ts';
import { withoutIndex } from '../platform/dialect.ts';
import type { Grade } from '../rulebooks/rulebook.ts';

/** A standing point of a campaign, and what people decided about its grade. */
export interface WantedPoint {
  readonly id: number;
  readonly text: string;
  readonly unitName: string;
  readonly unitPath: string;
  readonly decided: { readonly by: 'approval' | 'override'; readonly grade: Grade } | null;
}

/** Those of these points that stand in the campaign, in the order of their ids. */
export async function wantedPoints(
  from: Queryable,
  campaignId: number,
  ids: readonly number[],
): Promise<readonly WantedPoint[]> {
  const rows = (await from('risk_point_state')
    .join('org_unit', 'org_unit.id', 'risk_point_state.unit_id')
    .join('risk_point_revision', 'risk_point_revision.id', 'risk_point_state.revision_id')
    // A sum uses no index: SQLite is to look these points up, not to walk all of the campaign's.
    .whereRaw(`${withoutIndex(from, 'risk_point_state.campaign_id')} = ?`, [campaignId])
    .whereRaw(`${withoutIndex(from, 'risk_point_state.is_withdrawn')} = 0`)
    .whereIn('risk_point_state.risk_point_id', [...ids])
    .orderBy('risk_point_state.risk_point_id')
    .select({
      id: 'risk_point_state.risk_point_id',
      text: 'risk_point_revision.text',
      unitName: 'org_unit.name',
      unitPath: 'org_unit.path',
      approved: 'risk_point_state.approved_grade',
      override: 'risk_point_state.override_grade',
    })) as (Omit<WantedPoint, 'decided'> & {
    readonly approved: Grade | null;
    readonly override: Grade | null;
  })[];
  return rows.map(({ approved, override, ...point }) => ({
    ...point,
    decided: decision(approved, override),
  }));
}

function decision(approved: Grade | null, override: Grade | null): WantedPoint['decided'] {
  if (approved !== null) return { by: 'approval', grade: approved };
  return override === null ? null : { by: 'override', grade: override };
}
