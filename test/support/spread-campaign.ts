import { cutsOf, mergeSchemes } from '../../src/grading/case-scheme.ts';
import { GradingService } from '../../src/grading/grading-service.ts';
import type { Transaction } from '../../src/platform/database.ts';
import { refreshRollups, unitsWithPoints } from '../../src/risk-points/rollup-store.ts';
import type { GradingRulebook } from '../../src/rulebooks/rulebook.ts';
import type { Services } from '../../src/services.ts';
import { pinVersion } from '../../src/tuning/activation-store.ts';
import type { PlacedPoint } from './graded-campaign.ts';
import { approved } from './proposing.ts';

const ELSEWHERE = 900;

/** Where a point is: in a campaign that the rules change for, in a closed one of the same bureau, or elsewhere. */
export type Place = 'open' | 'closed' | 'elsewhere';

/** Makes the unit that is elsewhere. */
export async function makeElsewhere({ database }: Pick<Services, 'database'>): Promise<void> {
  const unit = { id: ELSEWHERE, parent_id: null, kind: 'region', name: '另一处', path: '/900/' };
  await database.transaction(async (transaction) => {
    await transaction('org_unit').insert(unit);
  });
}

/** Puts all points back into the one campaign; they are about to be placed and counted anew. */
export async function gather({ database }: Pick<Services, 'database'>): Promise<void> {
  await database.transaction(async (transaction) => {
    const { id } = await transaction('campaign').orderBy('id').first<{ id: number }>('id');
    await transaction('risk_point_state').update({ campaign_id: id });
    await transaction('rollup_case').delete();
  });
}

/**
 * Puts points into campaigns by what was drawn. What is closed or elsewhere is judged by another rulebook, and all
 * share their cases. Returns the other version. The year must be new.
 */
export async function spread(
  desk: Services,
  points: readonly PlacedPoint[],
  placed: readonly Place[],
  { other, year }: { readonly other: GradingRulebook; readonly year: number },
): Promise<number> {
  await approved(desk, other, 'region');
  await desk.jobRunner.runWaiting();
  return desk.database.transaction(async (transaction) => {
    const scope = await sharedScope(desk, transaction);
    const { id: open } = await transaction('campaign').orderBy('id').first<{ id: number }>('id');
    const campaigns = {
      open,
      closed: await insertCampaign(transaction, { bureau_id: 1, year, state: 'closed' }),
      elsewhere: await insertCampaign(transaction, { bureau_id: ELSEWHERE, year, state: 'open' }),
    };
    await pinVersion(transaction, campaigns.closed, 'grading', scope.coming.id);
    const grading = new GradingService(desk.rulebooks);
    for (const [index, { id, facts }] of points.entries()) {
      const caseId = await grading.placeIn(transaction, scope, facts);
      const at = { campaign_id: campaigns[placed[index] ?? 'open'], case_id: caseId };
      await transaction('risk_point_state').where({ risk_point_id: id }).update(at);
    }
    for (const id of Object.values(campaigns)) {
      await refreshRollups(transaction, id, scope.version.id, await unitsWithPoints(transaction, id));
    }
    return scope.coming.id;
  });
}

/** Cuts cases for the version in force here and the one elsewhere. */
async function sharedScope(desk: Services, transaction: Transaction) {
  const version = await desk.rulebooks.inForce('grading', '/1/', transaction);
  const coming = await desk.rulebooks.inForce('grading', '/900/', transaction);
  return { version, coming, scheme: mergeSchemes([cutsOf(version.body), cutsOf(coming.body)]) };
}

async function insertCampaign(
  transaction: Transaction,
  campaign: { readonly bureau_id: number; readonly year: number; readonly state: string },
): Promise<number> {
  const [row] = await transaction('campaign').insert(campaign).returning<{ id: number }[]>('id');
  return row?.id ?? 0;
}
