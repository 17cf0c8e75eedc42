import type { Knex } from 'knex';
import type { RulebookKind } from '../rulebooks/fact-definition.ts';
import type { Queryable, Transaction } from '../platform/database.ts';
import { withoutIndex } from '../platform/dialect.ts';
import { amongIds } from '../platform/json-dialect.ts';
import type { ActivationMoves } from './activation-record.ts';

/** A campaign whose points a change of rules concerns. */
export interface CampaignAt {
  readonly id: number;
  readonly bureauPath: string;
  readonly isClosed: boolean;
}

/** Of a row's `org_unit`: no unit between it and the one above with a path of that length has rules of a kind. */
const NO_NEARER_RULES = `not exists (
  select 1 from rulebook_activation join org_unit as nearer on nearer.id = rulebook_activation.unit_id
    where rulebook_activation.kind = ? and rulebook_activation.active_to is null
      and org_unit.path like nearer.path || '%' and length(nearer.path) > ?)`;

/** The campaigns under a unit for which no nearer unit has rules of that kind of its own. */
export async function campaignsUnder(
  from: Queryable,
  kind: RulebookKind,
  unitPath: string,
): Promise<readonly CampaignAt[]> {
  const rows = (await from('campaign')
    .join('org_unit', 'org_unit.id', 'campaign.bureau_id')
    .whereRaw(`org_unit.path like ? || '%'`, [unitPath])
    .whereRaw(NO_NEARER_RULES, [kind, unitPath.length])
    .orderBy('campaign.id')
    .select({ id: 'campaign.id', bureauPath: 'org_unit.path', state: 'campaign.state' })) as {
    id: number;
    bureauPath: string;
    state: string;
  }[];
  return rows.map(({ id, bureauPath, state }) => ({ id, bureauPath, isClosed: state === 'closed' }));
}

/**
 * Whether a unit beneath another one has a version on its way that would be in force for it: what is placed there
 * gets the verdicts of that one.
 */
export async function isAnotherComing(
  from: Queryable,
  kind: RulebookKind,
  { unitPath, versionId }: { readonly unitPath: string; readonly versionId: number },
): Promise<boolean> {
  const row = (await from('rulebook_version')
    .join('rulebook', 'rulebook.id', 'rulebook_version.rulebook_id')
    .join('org_unit', 'org_unit.id', 'rulebook_version.unit_id')
    .where({ 'rulebook.kind': kind, 'rulebook_version.state': 'approved' })
    .whereNotNull('rulebook_version.begun_at')
    .whereNot('rulebook_version.id', versionId)
    .whereRaw(`org_unit.path like ? || '%'`, [unitPath])
    .whereRaw(NO_NEARER_RULES, [kind, unitPath.length])
    .first('rulebook_version.id')) as unknown;
  return row !== undefined;
}

interface CaseCount {
  readonly case_id: number;
  readonly points: number;
}

/**
 * How many points of campaigns are in which case, of these or of all, withdrawn points included: they may be put back.
 */
export async function pointsByCase(
  from: Queryable,
  campaignIds: readonly number[],
  caseIds: readonly number[] | null,
): Promise<ReadonlyMap<number, number>> {
  // A sum uses no index to find rows: SQLite is to walk along the counts by case, and need not sort.
  const of = (table: string, campaign: string, oneCase: string): Knex.QueryBuilder => {
    const counted = from(table)
      .where(amongIds(from, campaign, campaignIds))
      .groupBy('case_id');
    return caseIds === null ? counted : counted.where(amongIds(from, oneCase, caseIds));
  };
  const standing = (await of('rollup_case', withoutIndex(from, 'campaign_id'), 'case_id').select(
    'case_id',
    from.raw('sum(points) as points'),
  )) as CaseCount[];
  const withdrawn = (await of('risk_point_state', 'campaign_id', withoutIndex(from, 'case_id'))
    .where({ is_withdrawn: 1 })
    .select('case_id', from.raw('count(*) as points'))) as CaseCount[];
  const points = new Map<number, number>();
  for (const row of [...standing, ...withdrawn]) {
    points.set(row.case_id, (points.get(row.case_id) ?? 0) + row.points);
  }
  return new Map([...points].sort(([left], [right]) => left - right));
}

/** Lets a closed campaign keep the version by which it was judged. */
export async function pinVersion(
  transaction: Transaction,
  campaignId: number,
  kind: RulebookKind,
  versionId: number,
): Promise<void> {
  await transaction('campaign_rulebook')
    .insert({ campaign_id: campaignId, kind, version_id: versionId })
    .onConflict(['campaign_id', 'kind'])
    .ignore();
}

export async function setBegun(transaction: Transaction, versionId: number, at: string): Promise<void> {
  await transaction('rulebook_version').where({ id: versionId }).update({ begun_at: at });
}

/** Puts a version in force for a unit in place of the one that was, which retires. */
export async function switchTo(
  transaction: Transaction,
  change: {
    readonly kind: RulebookKind;
    readonly unitId: number;
    readonly versionId: number;
    readonly replacedId: number;
    readonly jobId: number;
    readonly moves: ActivationMoves | null;
    readonly at: string;
  },
): Promise<void> {
  const { kind, unitId, versionId, at } = change;
  const active = transaction('rulebook_activation').where({ kind, unit_id: unitId }).whereNull('active_to');
  const before = (await active.clone().pluck('version_id')) as number[];
  await active.update({ active_to: at });
  await transaction('rulebook_version').whereIn('id', before).update({ state: 'retired' });
  await transaction('rulebook_version').where({ id: versionId }).update({ state: 'active' });
  await transaction('rulebook_activation').insert({
    kind,
    unit_id: unitId,
    version_id: versionId,
    active_from: at,
    job_id: change.jobId,
    replaced_id: change.replacedId,
    moves: change.moves === null ? null : JSON.stringify(change.moves),
  });
}
