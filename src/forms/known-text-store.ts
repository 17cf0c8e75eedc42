import { textKey } from '../language/normalise.ts';
import type { Queryable } from '../platform/database.ts';

/** A unit's standing points by the key of their text; texts that several points share are left out. */
export async function pointsByText(
  from: Queryable,
  campaignId: number,
  unitId: number,
): Promise<ReadonlyMap<string, number>> {
  const rows = (await from('risk_point_state')
    .join('risk_point_revision', 'risk_point_revision.id', 'risk_point_state.revision_id')
    .where({ campaign_id: campaignId, unit_id: unitId, is_withdrawn: 0 })
    .select({ pointId: 'risk_point_state.risk_point_id', text: 'risk_point_revision.text' })) as {
    pointId: number;
    text: string;
  }[];
  const byText = new Map<string, number[]>();
  for (const { pointId, text } of rows) {
    byText.set(textKey(text), [...(byText.get(textKey(text)) ?? []), pointId]);
  }
  return new Map(
    [...byText].flatMap(([key, [only, ...more]]) =>
      only === undefined || more.length > 0 ? [] : [[key, only]],
    ),
  );
}
