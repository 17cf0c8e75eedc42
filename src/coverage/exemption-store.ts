import type { Knex } from 'knex';
import type { KeyDomain } from '../organisation/key-domain.ts';
import type { Reach } from '../organisation/reach.ts';
import { withinReach } from '../organisation/reach-store.ts';
import type { Queryable, Transaction } from '../platform/database.ts';
import { insertRow } from '../platform/dialect.ts';
import { OPEN_STATES, type Exemption, type ExemptionState, type ExemptionStep } from './exemption.ts';

type ExemptionRow = Omit<Exemption, 'steps'>;

/** Exemptions of a campaign within reach, those that wait first, then the latest first. */
export async function listExemptions(
  from: Queryable,
  campaignId: number,
  reach: Reach,
  filter: { readonly state?: ExemptionState; readonly unitId?: number } = {},
): Promise<readonly Exemption[]> {
  const query = exemptions(from)
    .where('coverage_exemption.campaign_id', campaignId)
    .where(withinReach(reach))
    .orderByRaw(`case coverage_exemption.state when 'requested' then 0 when 'approved' then 1 else 2 end`)
    .orderBy('coverage_exemption.id', 'desc');
  if (filter.state !== undefined) void query.where('coverage_exemption.state', filter.state);
  if (filter.unitId !== undefined) void query.where('coverage_exemption.unit_id', filter.unitId);
  return withSteps(from, (await query) as ExemptionRow[]);
}

export async function exemptionById(from: Queryable, id: number): Promise<Exemption | null> {
  const rows = (await exemptions(from).where('coverage_exemption.id', id)) as ExemptionRow[];
  return (await withSteps(from, rows))[0] ?? null;
}

/** The one that stands in the way of another application; `null` when none does. */
export async function openExemption(
  from: Queryable,
  key: { readonly campaignId: number; readonly unitId: number; readonly domain: KeyDomain },
): Promise<number | null> {
  const row = (await from('coverage_exemption')
    .where({ campaign_id: key.campaignId, unit_id: key.unitId, domain: key.domain })
    .whereIn('state', [...OPEN_STATES])
    .first('id')) as { id: number } | undefined;
  return row?.id ?? null;
}

/** Writes an application. Returns its id. */
export async function insertExemption(
  transaction: Transaction,
  key: { readonly campaignId: number; readonly unitId: number; readonly domain: KeyDomain },
  step: Omit<ExemptionStep, 'state'>,
): Promise<number> {
  const id = await insertRow(transaction, 'coverage_exemption', {
    campaign_id: key.campaignId,
    unit_id: key.unitId,
    domain: key.domain,
    state: 'requested',
  });
  await insertStep(transaction, id, { ...step, state: 'requested' });
  return id;
}

/** Writes what became of an exemption; the database refuses a step that does not follow. */
export async function moveExemption(
  transaction: Transaction,
  id: number,
  step: ExemptionStep,
): Promise<void> {
  await insertStep(transaction, id, step);
  await transaction('coverage_exemption').where({ id }).update({ state: step.state });
}

async function insertStep(transaction: Transaction, id: number, step: ExemptionStep): Promise<void> {
  await transaction('coverage_exemption_step').insert({
    exemption_id: id,
    state: step.state,
    reason: step.reason,
    account_id: step.accountId,
    actor: step.actor,
    at: step.at,
  });
}

function exemptions(from: Queryable): Knex.QueryBuilder {
  return from('coverage_exemption')
    .join('org_unit', 'org_unit.id', 'coverage_exemption.unit_id')
    .join('campaign', 'campaign.id', 'coverage_exemption.campaign_id')
    .select({
      id: 'coverage_exemption.id',
      campaignId: 'coverage_exemption.campaign_id',
      year: 'campaign.year',
      unitId: 'org_unit.id',
      unit: 'org_unit.name',
      unitPath: 'org_unit.path',
      domain: 'coverage_exemption.domain',
      state: 'coverage_exemption.state',
      points: pointsInDomain(from),
    });
}

function pointsInDomain(from: Queryable): Knex.QueryBuilder {
  return from('risk_point_state')
    .join('org_unit as home', 'home.id', 'risk_point_state.unit_id')
    .join('risk_point_domain', 'risk_point_domain.risk_point_id', 'risk_point_state.risk_point_id')
    .whereRaw('risk_point_state.campaign_id = coverage_exemption.campaign_id')
    .whereRaw(`home.path like org_unit.path || '%'`)
    .whereRaw('risk_point_domain.domain = coverage_exemption.domain')
    .where('risk_point_state.is_withdrawn', 0)
    .whereNot('risk_point_domain.state', 'rejected')
    .count();
}

async function withSteps(from: Queryable, rows: readonly ExemptionRow[]): Promise<readonly Exemption[]> {
  const steps = (await from('coverage_exemption_step')
    .whereIn(
      'exemption_id',
      rows.map(({ id }) => id),
    )
    .orderBy('id')
    .select({
      exemptionId: 'exemption_id',
      state: 'state',
      reason: 'reason',
      accountId: 'account_id',
      actor: 'actor',
      at: 'at',
    })) as (ExemptionStep & { exemptionId: number })[];
  return rows.map((row) => ({
    ...row,
    steps: steps
      .filter(({ exemptionId }) => exemptionId === row.id)
      .map(({ exemptionId: _exemptionId, ...step }) => step),
  }));
}
