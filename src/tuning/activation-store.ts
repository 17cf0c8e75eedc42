import type { Knex } from 'knex';
import type { RulebookKind } from '../rulebooks/fact-definition.ts';
import type { Grade } from '../rulebooks/rulebook.ts';
import type { Queryable, Transaction } from '../platform/database.ts';
import type { ActivationMoves } from './activation-record.ts';

/** A campaign whose points a change of rules concerns. */
export interface CampaignAt {
  readonly id: number;
  readonly bureauPath: string;
  readonly isClosed: boolean;
}

/** The campaigns under a unit for which no nearer unit has rules of that kind of its own. */
export async function campaignsUnder(
  from: Queryable,
  kind: RulebookKind,
  unitPath: string,
): Promise<readonly CampaignAt[]> {
  const rows = (await from('campaign')
    .join('org_unit', 'org_unit.id', 'campaign.bureau_id')
    .whereRaw(`org_unit.path like ? || '%'`, [unitPath])
    .whereRaw(
      `not exists (select 1 from rulebook_activation join org_unit as nearer on nearer.id = rulebook_activation.unit_id
        where rulebook_activation.kind = ? and rulebook_activation.active_to is null
          and org_unit.path like nearer.path || '%' and length(nearer.path) > ?)`,
      [kind, unitPath.length],
    )
    .orderBy('campaign.id')
    .select({ id: 'campaign.id', bureauPath: 'org_unit.path', state: 'campaign.state' })) as {
    id: number;
    bureauPath: string;
    state: string;
  }[];
  return rows.map(({ id, bureauPath, state }) => ({ id, bureauPath, isClosed: state === 'closed' }));
}

/** The ids of the cases that points of a campaign are in, withdrawn points included: they may be put back. */
export function casesInUse(from: Queryable, campaignId: number): Knex.QueryBuilder {
  return from('risk_point_state').where({ campaign_id: campaignId }).distinct('case_id');
}

/** The same, of those that a version has not judged. */
export function unjudgedCases(from: Queryable, campaignId: number, versionId: number): Knex.QueryBuilder {
  return casesInUse(from, campaignId).whereNotIn(
    'case_id',
    from('case_verdict').where({ rulebook_version_id: versionId }).select('case_id'),
  );
}

interface MoveRow {
  readonly before: 0 | Grade;
  readonly after: 0 | Grade;
  readonly points: number;
}

/** The effective grades of a campaign's standing points by two versions, added up. */
export async function movesBetween(
  from: Queryable,
  campaignId: number,
  versions: { readonly before: number; readonly after: number },
): Promise<ActivationMoves> {
  const decided = 'risk_point_state.approved_grade, risk_point_state.override_grade';
  const rows = (await from('risk_point_state')
    .leftJoin({ was: 'case_verdict' }, (join) => {
      join.on('was.case_id', 'risk_point_state.case_id').andOnVal('was.rulebook_version_id', versions.before);
    })
    .leftJoin({ will: 'case_verdict' }, (join) => {
      join
        .on('will.case_id', 'risk_point_state.case_id')
        .andOnVal('will.rulebook_version_id', versions.after);
    })
    .where({ 'risk_point_state.campaign_id': campaignId, 'risk_point_state.is_withdrawn': 0 })
    .groupByRaw('1, 2')
    .orderByRaw('1, 2')
    .select(
      from.raw(`coalesce(${decided}, was.grade, 0) as "before"`),
      from.raw(`coalesce(${decided}, will.grade, 0) as "after"`),
      from.raw('count(*) as points'),
    )) as MoveRow[];
  const moved = rows.filter(({ before, after }) => before !== after);
  return {
    points: rows.reduce((sum, { points }) => sum + points, 0),
    changed: moved.reduce((sum, { points }) => sum + points, 0),
    moves: moved.map(({ before, after, points }) => ({
      from: before === 0 ? null : before,
      to: after === 0 ? null : after,
      count: points,
    })),
  };
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
