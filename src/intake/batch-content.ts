import type { ChangedTable } from './changed-table.ts';
import type { FactOfBatch } from './batch-fact.ts';
import type { RowChange, StoredRow } from './import-change.ts';

/** A point with its revisions before and after a batch. */
export interface CarriedPoint {
  readonly id: number;
  readonly before: number;
  readonly after: number;
}

/** What says where a point stands, not what it is; and the bits of its domains, whose own rows tell of them. */
const PLACE = [
  ...['revision_id', 'ordinal', 'case_id', 'guard', 'changed_at'],
  ...['suggested_domains', 'accepted_domains'],
];

/** What a batch did, by the ids of what it touched. */
export interface BatchChanges {
  readonly formsCreated: readonly number[];
  readonly formsReplaced: readonly number[];
  readonly pointsCreated: readonly number[];
  readonly pointsChanged: readonly number[];
  readonly pointsWithdrawn: readonly number[];
  /** Points that stand in a newer version of their form, and are otherwise as before but perhaps for their words. */
  readonly pointsCarried: readonly CarriedPoint[];
  readonly unitsCreated: readonly { readonly id: number; readonly name: string; readonly path: string }[];
  readonly postsCreated: readonly { readonly id: number; readonly unitId: number; readonly name: string }[];
  /** Units of the forms and points it touched. */
  readonly unitIds: readonly number[];
}

/** Sorts a batch's changed rows by what they mean. */
export function batchChanges(changes: readonly RowChange[]): BatchChanges {
  const of = (table: ChangedTable): readonly RowChange[] =>
    changes.filter((change) => change.table === table);
  const forms = of('form');
  const points = of('risk_point_state');
  const created = points.filter(({ before }) => before === null);
  const withdrawn = points.filter(({ before, after }) => isWithdrawn(after) && !isWithdrawn(before));
  const domainsOf = of('risk_point_domain').map(rowOf).map(number('risk_point_id'));
  const carried = points.filter(isCarried);
  const moved = points.filter((change) => !carried.includes(change));
  const changed = [...moved.map(rowOf).map(number('risk_point_id')), ...domainsOf];
  const others = [...created, ...withdrawn].map(rowOf).map(number('risk_point_id'));
  return {
    formsCreated: forms
      .filter(({ before }) => before === null)
      .map(rowOf)
      .map(number('id')),
    formsReplaced: forms
      .filter(({ before }) => before !== null)
      .map(rowOf)
      .map(number('id')),
    pointsCreated: created.map(rowOf).map(number('risk_point_id')),
    pointsChanged: [...new Set(changed)].filter((id) => !others.includes(id)),
    pointsWithdrawn: withdrawn.map(rowOf).map(number('risk_point_id')),
    pointsCarried: carried.map(carriedPoint),
    unitsCreated: createdIn(of('org_unit')).map((row) => ({
      id: Number(row['id']),
      name: String(row['name']),
      path: String(row['path']),
    })),
    postsCreated: createdIn(of('post')).map((row) => ({
      id: Number(row['id']),
      unitId: Number(row['unit_id']),
      name: String(row['name']),
    })),
    unitIds: [...new Set([...forms, ...points].map(rowOf).map(number('unit_id')))],
  };
}

function carriedPoint({ before, after }: RowChange): CarriedPoint {
  return {
    id: Number(after?.['risk_point_id']),
    before: Number(before?.['revision_id']),
    after: Number(after?.['revision_id']),
  };
}

/** The same with the carried points whose words changed. */
export function withReworded(brought: BatchChanges, reworded: readonly number[]): BatchChanges {
  return { ...brought, pointsChanged: [...new Set([...brought.pointsChanged, ...reworded])] };
}

/** The same with the points and units of which it set facts that the bureau added. */
export function withFacts(
  brought: BatchChanges,
  facts: readonly FactOfBatch[],
  units: readonly number[],
): BatchChanges {
  const { pointsCreated, pointsWithdrawn, pointsChanged, unitIds } = brought;
  const told = new Set([...pointsCreated, ...pointsWithdrawn]);
  const points = facts.filter(({ owner, id }) => owner === 'risk_point' && !told.has(id));
  return {
    ...brought,
    pointsChanged: [...new Set([...pointsChanged, ...points.map(({ id }) => id)])],
    unitIds: [...new Set([...unitIds, ...units])],
  };
}

function createdIn(changes: readonly RowChange[]): readonly StoredRow[] {
  return changes.flatMap(({ before, after }) => (before === null && after !== null ? [after] : []));
}

function rowOf({ before, after }: RowChange): StoredRow {
  return after ?? before ?? {};
}

function number(column: string): (row: StoredRow) => number {
  return (row) => Number(row[column]);
}

function isCarried({ before, after }: RowChange): boolean {
  if (before === null || after === null) return false;
  return Object.entries(after).every(([column, value]) => PLACE.includes(column) || before[column] === value);
}

function isWithdrawn(row: StoredRow | null): boolean {
  return row?.['is_withdrawn'] === 1;
}
