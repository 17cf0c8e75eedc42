import type { Knex } from 'knex';
import type { Transaction } from '../platform/database.ts';
import { EFFECTIVE_GRADE, gradedPoints } from './effective-grade-store.ts';

/**
 * Counts the points of some units of a campaign anew, and the campaign's cases. Called in the transaction that
 * changed them, so pages never add up points.
 */
export async function refreshRollups(
  transaction: Transaction,
  campaignId: number,
  versionId: number,
  unitIds: readonly number[],
): Promise<void> {
  for (const unitId of unitIds) {
    await refreshGrades(transaction, campaignId, versionId, unitId);
    await refreshDomains(transaction, campaignId, versionId, unitId);
    await refreshCoverage(transaction, campaignId, unitId);
  }
  await refreshCases(transaction, campaignId);
}

/** The units that have points in a campaign, withdrawn ones included. */
export async function unitsWithPoints(
  transaction: Transaction,
  campaignId: number,
): Promise<readonly number[]> {
  return (await transaction('risk_point_state')
    .where({ campaign_id: campaignId })
    .distinct()
    .pluck('unit_id')) as number[];
}

async function refreshGrades(
  transaction: Transaction,
  campaignId: number,
  versionId: number,
  unitId: number,
): Promise<void> {
  await transaction('rollup_grade').where({ campaign_id: campaignId, unit_id: unitId }).delete();
  await transaction(transaction.raw('rollup_grade (campaign_id, unit_id, grade, state, points)')).insert(
    gradedPoints(transaction, campaignId, versionId)
      .where('risk_point_state.unit_id', unitId)
      .groupByRaw(`${EFFECTIVE_GRADE}, risk_point_state.state`)
      .select(
        transaction.raw(`?, ?, ${EFFECTIVE_GRADE}, risk_point_state.state, count(*)`, [campaignId, unitId]),
      ),
  );
}

async function refreshDomains(
  transaction: Transaction,
  campaignId: number,
  versionId: number,
  unitId: number,
): Promise<void> {
  await transaction('rollup_domain').where({ campaign_id: campaignId, unit_id: unitId }).delete();
  await transaction(transaction.raw('rollup_domain (campaign_id, unit_id, domain, grade, points)')).insert(
    gradedPoints(transaction, campaignId, versionId)
      .join('risk_point_domain', 'risk_point_domain.risk_point_id', 'risk_point_state.risk_point_id')
      .whereNot('risk_point_domain.state', 'rejected')
      .andWhere('risk_point_state.unit_id', unitId)
      .groupByRaw(`risk_point_domain.domain, ${EFFECTIVE_GRADE}`)
      .select(
        transaction.raw(`?, ?, risk_point_domain.domain, ${EFFECTIVE_GRADE}, count(*)`, [campaignId, unitId]),
      ),
  );
}

/** What coverage looks at: points of a domain, those of which it is only suggested, those with a measure. */
async function refreshCoverage(transaction: Transaction, campaignId: number, unitId: number): Promise<void> {
  await transaction('rollup_coverage').where({ campaign_id: campaignId, unit_id: unitId }).delete();
  const table = 'rollup_coverage (campaign_id, unit_id, domain, points, suggested, with_measure)';
  await transaction(transaction.raw(table)).insert(
    transaction('risk_point_state')
      .join('risk_point_domain', 'risk_point_domain.risk_point_id', 'risk_point_state.risk_point_id')
      .where({ campaign_id: campaignId, unit_id: unitId, is_withdrawn: 0 })
      .whereNot('risk_point_domain.state', 'rejected')
      .groupBy('risk_point_domain.domain')
      .select(
        transaction.raw(
          `?, ?, risk_point_domain.domain, count(*),
          sum(case when risk_point_domain.state = 'suggested' then 1 else 0 end),
          sum(case when risk_point_state.measure_count > 0 then 1 else 0 end)`,
          [campaignId, unitId],
        ),
      ),
  );
}

/** Counts a campaign's points by case anew. */
async function refreshCases(transaction: Transaction, campaignId: number): Promise<void> {
  await transaction('rollup_case').where({ campaign_id: campaignId }).delete();
  await insertCounts(
    transaction,
    campaignId,
    transaction('risk_point_state').where({ campaign_id: campaignId }),
  );
}

async function insertCounts(
  transaction: Transaction,
  campaignId: number,
  points: Knex.QueryBuilder,
): Promise<void> {
  await transaction(transaction.raw('rollup_case (campaign_id, case_id, state, points)')).insert(
    points
      .where('risk_point_state.is_withdrawn', 0)
      .groupBy('risk_point_state.case_id', 'risk_point_state.state')
      .select(transaction.raw('?, risk_point_state.case_id, risk_point_state.state, count(*)', [campaignId])),
  );
}
