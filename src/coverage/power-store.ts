import { nameKey } from '../language/normalise.ts';
import { unitIdsWithin } from '../organisation/reach-store.ts';
import type { Queryable, Transaction } from '../platform/database.ts';
import { insertRow, insertRows } from '../platform/dialect.ts';
import type { ListedPower, PlacedPower } from './power.ts';

/** The powers of a unit and what is under it, in the order of the list. */
export async function standingPowers(from: Queryable, underPath: string): Promise<readonly ListedPower[]> {
  return (await from('listed_power')
    .join('org_unit', 'org_unit.id', 'listed_power.unit_id')
    .leftJoin('post', 'post.id', 'listed_power.post_id')
    .whereNull('listed_power.closed_by')
    .whereIn('listed_power.unit_id', unitIdsWithin(from, { unitPaths: [underPath] }))
    .orderBy(['org_unit.id', 'listed_power.position', 'listed_power.id'])
    .select({
      id: 'listed_power.id',
      unitId: 'org_unit.id',
      unit: 'org_unit.name',
      unitPath: 'org_unit.path',
      postId: 'listed_power.post_id',
      post: 'post.name',
      number: 'listed_power.number',
      name: 'listed_power.name',
      kind: 'listed_power.kind',
      basis: 'listed_power.basis',
      domain: 'listed_power.domain',
      domainEvidence: 'listed_power.domain_evidence',
    })) as ListedPower[];
}

export interface PowerImport {
  readonly bureauId: number;
  readonly file: string;
  readonly digest: string;
  readonly accountId: number | null;
  readonly actor: string;
  readonly at: string;
}

/** Writes that a list was brought in. Returns its id. */
export function insertPowerImport(transaction: Transaction, made: PowerImport): Promise<number> {
  const { bureauId, accountId, ...said } = made;
  return insertRow(transaction, 'power_import', { bureau_id: bureauId, account_id: accountId, ...said });
}

/** The list that was brought in last; `null` when there was none. */
export async function latestPowerImport(
  from: Queryable,
  bureauId: number,
): Promise<Pick<PowerImport, 'file' | 'actor' | 'at'> | null> {
  const row = (await from('power_import')
    .where({ bureau_id: bureauId })
    .orderBy('id', 'desc')
    .first('file', 'actor', 'at')) as Pick<PowerImport, 'file' | 'actor' | 'at'> | undefined;
  return row ?? null;
}

export async function closePowers(
  transaction: Transaction,
  ids: readonly number[],
  importId: number,
): Promise<void> {
  for (const id of ids) await transaction('listed_power').where({ id }).update({ closed_by: importId });
}

export async function insertPowers(
  transaction: Transaction,
  powers: readonly PlacedPower[],
  importId: number,
): Promise<void> {
  const rows = powers.map((power) => ({
    unit_id: power.unitId,
    post_id: power.postId,
    position: power.position,
    number: power.number,
    name: power.name,
    name_key: nameKey(power.name),
    kind: power.kind,
    basis: power.basis,
    domain: power.domain,
    domain_evidence: power.domainEvidence,
    sheet: power.sheet,
    row: power.row,
    opened_by: importId,
  }));
  await insertRows(transaction, 'listed_power', rows);
}
