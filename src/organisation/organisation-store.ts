import type { Queryable, Transaction } from '../platform/database.ts';
import { insertRow } from '../platform/dialect.ts';
import { amongIds } from '../platform/json-dialect.ts';
import type { OrgUnit, UnitKind } from './org-unit.ts';
import type { Reach } from './reach.ts';
import { withinReach } from './reach-store.ts';

interface UnitRow {
  readonly id: number;
  readonly parent_id: number | null;
  readonly kind: UnitKind;
  readonly name: string;
  readonly path: string;
}

export async function unitById(from: Queryable, id: number): Promise<OrgUnit | null> {
  const row = await from<UnitRow>('org_unit').where({ id }).first();
  return row === undefined ? null : toUnit(row);
}

/** The paths of units, by their ids. */
export async function pathsOf(from: Queryable, ids: readonly number[]): Promise<ReadonlyMap<number, string>> {
  const rows = await from<UnitRow>('org_unit')
    .where(amongIds(from, 'id', [...new Set(ids)]))
    .select('id', 'path');
  return new Map(rows.map(({ id, path }) => [id, path]));
}

export async function bureaus(from: Queryable): Promise<readonly OrgUnit[]> {
  const rows = await from<UnitRow>('org_unit').where({ kind: 'bureau' }).orderBy('id');
  return rows.map(toUnit);
}

/** Units directly under another that exist or have forms, in the office's order. */
export async function unitsUnder(from: Queryable, parentId: number): Promise<readonly OrgUnit[]> {
  return (await unitsUnderEach(from, [parentId])).get(parentId) ?? [];
}

/** The same of many units at once, by their ids; one that has none is left out. */
export async function unitsUnderEach(
  from: Queryable,
  parentIds: readonly number[],
): Promise<ReadonlyMap<number, readonly OrgUnit[]>> {
  const rows = (await from('org_unit')
    .whereIn('parent_id', [...parentIds])
    .whereRaw(IS_SHOWN)
    .orderBy(['position', 'id'])) as UnitRow[];
  const under = new Map<number, OrgUnit[]>();
  for (const row of rows) {
    const parent = row.parent_id ?? 0;
    const known = under.get(parent);
    if (known === undefined) under.set(parent, [toUnit(row)]);
    else known.push(toUnit(row));
  }
  return under;
}

/** Units directly under another, closed ones included: a name is taken for good. */
export async function everyUnitUnder(from: Queryable, parentId: number): Promise<readonly OrgUnit[]> {
  const rows = await from<UnitRow>('org_unit').where({ parent_id: parentId }).orderBy('id');
  return rows.map(toUnit);
}

/** A closed unit is shown as long as forms tell of it. For an "exists" PostgreSQL may read all forms of all units at once. */
const IS_SHOWN = `(org_unit.active_to is null
  or (select id from form where form.unit_id = org_unit.id and form.current_version > 0 limit 1) is not null)`;

/** All units of the reached subtrees, in the order they were made. */
export async function unitsInReach(from: Queryable, reach: Reach): Promise<readonly OrgUnit[]> {
  const rows = await from<UnitRow>('org_unit')
    .where(withinReach(reach))
    .whereRaw(IS_SHOWN)
    .orderBy(['position', 'id']);
  return rows.map(toUnit);
}

/** Opens a closed unit again, such as when a form names it. */
export async function reopenIfClosed(transaction: Transaction, unitId: number): Promise<boolean> {
  const reopened = await transaction('org_unit')
    .where({ id: unitId })
    .whereNotNull('active_to')
    .update({ active_to: null, guard: transaction.raw('guard + 1') });
  return reopened > 0;
}

/** Makes a unit; the database refuses a second one of that name under the same parent. */
export async function insertUnit(
  transaction: Transaction,
  unit: Omit<OrgUnit, 'id' | 'path'>,
  parentPath: string,
): Promise<OrgUnit> {
  const id = await insertRow(transaction, 'org_unit', {
    parent_id: unit.parentId,
    kind: unit.kind,
    name: unit.name,
    // The path needs the id, which only the insert gives.
    path: `new ${unit.name} under ${parentPath}`,
  });
  const path = `${parentPath}${String(id)}/`;
  await transaction('org_unit').where({ id }).update({ path });
  return { ...unit, id, path };
}

function toUnit(row: UnitRow): OrgUnit {
  return { id: row.id, parentId: row.parent_id, kind: row.kind, name: row.name, path: row.path };
}
