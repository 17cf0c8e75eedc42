import type { Queryable, Transaction } from '../platform/database.ts';
import { insertRow } from '../platform/dialect.ts';
import type { ActiveVersion } from './grade-labels.ts';
import type { KnownScales } from './known-scale-problem.ts';
import type { GradingRulebook, Rulebook, Scale } from './rulebook.ts';

export interface StoredVersion {
  readonly id: number;
  readonly name: string;
  readonly version: string;
  readonly digest: string;
  readonly body: string;
}

const VERSION_COLUMNS = [
  'rulebook_version.id',
  'rulebook.name',
  'rulebook_version.version',
  'rulebook_version.digest',
  'rulebook_version.body',
];

/** The version in force for the nearest unit on a path that has one of its own, or the one for everybody. */
export async function versionInForce(
  from: Queryable,
  kind: Rulebook['kind'],
  unitPath: string,
): Promise<StoredVersion | null> {
  const row = (await from('rulebook_activation')
    .join('rulebook_version', 'rulebook_version.id', 'rulebook_activation.version_id')
    .join('rulebook', 'rulebook.id', 'rulebook_version.rulebook_id')
    .leftJoin('org_unit', 'org_unit.id', 'rulebook_activation.unit_id')
    .where('rulebook_activation.kind', kind)
    .whereNull('rulebook_activation.active_to')
    .whereRaw(`(org_unit.path is null or ? like org_unit.path || '%')`, [unitPath])
    .orderByRaw(`length(coalesce(org_unit.path, '')) desc`)
    .first(VERSION_COLUMNS)) as StoredVersion | undefined;
  return row ?? null;
}

/** The version that a closed campaign keeps; `null` while the one in force is its own. */
export async function versionKept(
  from: Queryable,
  kind: Rulebook['kind'],
  campaignId: number,
): Promise<StoredVersion | null> {
  const row = (await from('campaign_rulebook')
    .join('rulebook_version', 'rulebook_version.id', 'campaign_rulebook.version_id')
    .join('rulebook', 'rulebook.id', 'rulebook_version.rulebook_id')
    .where({ 'campaign_rulebook.campaign_id': campaignId, 'campaign_rulebook.kind': kind })
    .first(VERSION_COLUMNS)) as StoredVersion | undefined;
  return row ?? null;
}

/** The versions of a kind that closed campaigns keep, by the campaigns' ids. */
export async function versionsKept(
  from: Queryable,
  kind: Rulebook['kind'],
  campaignIds: readonly number[],
): Promise<ReadonlyMap<number, number>> {
  const rows = (await from('campaign_rulebook')
    .where({ kind })
    .whereIn('campaign_id', [...campaignIds])
    .select({ campaignId: 'campaign_id', versionId: 'version_id' })) as {
    campaignId: number;
    versionId: number;
  }[];
  return new Map(rows.map(({ campaignId, versionId }) => [campaignId, versionId]));
}

/** Every version of a kind that is in force somewhere. */
export async function activeVersions(
  from: Queryable,
  kind: Rulebook['kind'],
): Promise<readonly ActiveVersion[]> {
  return (await from('rulebook_activation')
    .leftJoin('org_unit', 'org_unit.id', 'rulebook_activation.unit_id')
    .where('rulebook_activation.kind', kind)
    .whereNull('rulebook_activation.active_to')
    .select({ unitPath: 'org_unit.path', versionId: 'rulebook_activation.version_id' })) as ActiveVersion[];
}

/** The version whose coming into force is under way for a unit: points get its verdict beside the one in force. */
export async function versionComing(
  from: Queryable,
  kind: Rulebook['kind'],
  unitPath: string,
): Promise<StoredVersion | null> {
  const row = (await from('rulebook_version')
    .join('rulebook', 'rulebook.id', 'rulebook_version.rulebook_id')
    .join('org_unit', 'org_unit.id', 'rulebook_version.unit_id')
    .where({ 'rulebook.kind': kind, 'rulebook_version.state': 'approved' })
    .whereNotNull('rulebook_version.begun_at')
    .whereRaw(`? like org_unit.path || '%'`, [unitPath])
    .whereRaw(
      `not exists (select 1 from rulebook_activation join org_unit as nearer on nearer.id = rulebook_activation.unit_id
        where rulebook_activation.kind = ? and rulebook_activation.active_to is null
          and ? like nearer.path || '%' and length(nearer.path) > length(org_unit.path))`,
      [kind, unitPath],
    )
    .orderByRaw('length(org_unit.path) desc, rulebook_version.id desc')
    .first(VERSION_COLUMNS)) as StoredVersion | undefined;
  return row ?? null;
}

/** A version by its id; `null` when there is none. */
export async function versionById(from: Queryable, id: number): Promise<StoredVersion | null> {
  const row = (await from('rulebook_version')
    .join('rulebook', 'rulebook.id', 'rulebook_version.rulebook_id')
    .where('rulebook_version.id', id)
    .first(VERSION_COLUMNS)) as StoredVersion | undefined;
  return row ?? null;
}

/** A version by its rulebook's name and its own, such as `notice-2021` and `shipped`. */
export async function versionByName(
  from: Queryable,
  name: string,
  version: string,
): Promise<StoredVersion | null> {
  const row = (await from('rulebook_version')
    .join('rulebook', 'rulebook.id', 'rulebook_version.rulebook_id')
    .where({ 'rulebook.name': name, 'rulebook_version.version': version })
    .first(VERSION_COLUMNS)) as StoredVersion | undefined;
  return row ?? null;
}

/** All versions of a rulebook, oldest first. */
export async function versionsOf(from: Queryable, name: string): Promise<readonly StoredVersion[]> {
  return (await from('rulebook_version')
    .join('rulebook', 'rulebook.id', 'rulebook_version.rulebook_id')
    .where('rulebook.name', name)
    .orderBy('rulebook_version.id')
    .select(VERSION_COLUMNS)) as StoredVersion[];
}

/** The latest grading rulebook, in force or not, that has a scale of this code; `null` when none has. */
export async function gradingRulebookWith(from: Queryable, scale: string): Promise<GradingRulebook | null> {
  const row = (await from('rulebook_version')
    .join('rulebook', 'rulebook.id', 'rulebook_version.rulebook_id')
    .where('rulebook.kind', 'grading')
    .whereLike('rulebook_version.body', `%"code":"${scale}"%`)
    .orderBy('rulebook_version.id', 'desc')
    .first('rulebook_version.body')) as Pick<StoredVersion, 'body'> | undefined;
  // It was checked before it was stored, and its kind says which rulebook it is.
  return row === undefined ? null : (JSON.parse(row.body) as GradingRulebook);
}

export async function insertVersion(
  transaction: Transaction,
  rulebook: Rulebook,
  version: { readonly version: string; readonly digest: string; readonly state: string; readonly at: string },
): Promise<number> {
  const known = (await transaction('rulebook').where({ name: rulebook.name }).first('id')) as
    { id: number } | undefined;
  const rulebookId =
    known?.id ?? (await insertRow(transaction, 'rulebook', { kind: rulebook.kind, name: rulebook.name }));
  return insertRow(transaction, 'rulebook_version', {
    rulebook_id: rulebookId,
    version: version.version,
    body: JSON.stringify(rulebook),
    digest: version.digest,
    state: version.state,
    created_at: version.at,
  });
}

/** Puts a version in force for everybody who has none of their own. */
export async function activateForAll(
  transaction: Transaction,
  kind: Rulebook['kind'],
  versionId: number,
  at: string,
): Promise<void> {
  await transaction('rulebook_activation').insert({
    kind,
    unit_id: null,
    version_id: versionId,
    active_from: at,
  });
}

/** Makes a scale's steps known, so that values on it can be stored. */
export async function insertScale(transaction: Transaction, fact: string, scale: Scale): Promise<void> {
  const rows = scale.steps.map((step, position) => ({ scale: scale.code, step: step.code, fact, position }));
  await transaction('scale_step').insert(rows).onConflict(['scale', 'step']).ignore();
}

/** The scales on which values may be stored. */
export async function scalesOnFile(from: Queryable): Promise<KnownScales> {
  const rows = (await from('scale_step').orderBy(['scale', 'position']).select('scale', 'step')) as {
    readonly scale: string;
    readonly step: string;
  }[];
  const known = new Map<string, readonly string[]>();
  for (const { scale, step } of rows) known.set(scale, [...(known.get(scale) ?? []), step]);
  return known;
}
