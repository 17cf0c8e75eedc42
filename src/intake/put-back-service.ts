import type { Transaction } from '../platform/database.ts';
import { deleteUnlessReferenced } from '../platform/dialect.ts';
import { domainPlan } from '../risk-points/domain-change.ts';
import type { FactSource } from '../risk-points/fact-source.ts';
import { domainsOfPoints, keepDomainChanges } from '../risk-points/point-domain-store.ts';
import type { PointLedger } from '../risk-points/point-ledger-service.ts';
import { type ChangedTable } from './changed-table.ts';
import { byKey, isAsLeft, ownColumns, type RowChange, type StoredRows } from './import-change.ts';
import { putBack } from './import-change-store.ts';
import { emptyForm } from './undo-store.ts';

/** Rows that belong to a form, point or post: they go and come as they were. */
const BELONGINGS: readonly ChangedTable[] = [
  'risk_point_domain',
  'post_domain',
  'form_paper',
  'form_holding',
];

/** What an import made for its forms: each goes unless something else has come to use it. */
const MADE: readonly ChangedTable[] = ['holding', 'person', 'post', 'org_unit'];

/** What an undo works with. */
export interface UndoScene {
  readonly transaction: Transaction;
  readonly ledger: PointLedger;
  readonly bureauId: number;
  /** Who takes the batch back, and when. */
  readonly source: FactSource;
}

/**
 * Puts back every row that a batch changed. Where a row must stay because the past may not be deleted, nothing
 * stands of it any more.
 */
export async function putBackAll(scene: UndoScene, changes: readonly RowChange[]): Promise<void> {
  const { transaction, ledger, bureauId } = scene;
  const of = (table: ChangedTable): readonly RowChange[] =>
    changes.filter((change) => change.table === table);
  const points = of('risk_point_state');
  await keepingDomainHistory(scene, stayingPoints(changes), async () => {
    const belongings = BELONGINGS.flatMap(of);
    for (const change of belongings.filter(({ after }) => after !== null)) {
      await putBack(transaction, change.table, { before: null, after: change.after });
    }
    for (const change of belongings.filter(({ before }) => before !== null)) {
      await putBack(transaction, change.table, { before: change.before, after: null });
    }
  });
  for (const change of points) await putPointBack(transaction, change, ledger);
  await putFormsBack(transaction, of('form'), of('org_unit'), bureauId);
  for (const change of of('post').filter(({ before }) => before !== null)) {
    await putBack(transaction, 'post', change);
  }
}

/** Points that were there before the batch and whose domains it changed. */
function stayingPoints(changes: readonly RowChange[]): readonly number[] {
  const made = changes.filter(({ table, before }) => table === 'risk_point_state' && before === null);
  const madeIds = made.map(({ key }) => Number(key));
  const touched = changes
    .filter(({ table }) => table === 'risk_point_domain')
    .map(({ before, after }) => Number((after ?? before)?.['risk_point_id']));
  return [...new Set(touched)].filter((id) => !madeIds.includes(id));
}

/** What was decided about domains is told for good; so is that it was taken back. */
async function keepingDomainHistory(
  { transaction, source }: UndoScene,
  pointIds: readonly number[],
  change: () => Promise<void>,
): Promise<void> {
  const known = await domainsOfPoints(transaction, pointIds);
  await change();
  const wanted = await domainsOfPoints(transaction, pointIds);
  const plans = pointIds.map((id) => domainPlan(id, known.get(id) ?? [], wanted.get(id) ?? []));
  await keepDomainChanges(transaction, plans, source);
}

async function putPointBack(
  transaction: Transaction,
  { before, after }: RowChange,
  ledger: PointLedger,
): Promise<void> {
  const row = before ?? after ?? {};
  const unitId = Number(row['unit_id']);
  const own = before === null ? null : ownColumns('risk_point_state', before);
  await putBack(transaction, 'risk_point_state', { before: own, after });
  if (before === null) ledger.recount(unitId);
  else ledger.touch(Number(row['risk_point_id']), unitId);
}

/** The versions of a form are kept for ever, and with them the form; it must not keep the unit alive. */
async function putFormsBack(
  transaction: Transaction,
  forms: readonly RowChange[],
  units: readonly RowChange[],
  bureauId: number,
): Promise<void> {
  const made = units.filter(({ before }) => before === null).map(({ key }) => key);
  for (const change of forms) {
    const { before, after } = change;
    if (before !== null) {
      await putBack(transaction, 'form', change);
    } else if (after !== null) {
      const home = made.includes(String(after['unit_id'])) ? { unitId: bureauId } : {};
      await emptyForm(transaction, Number(after['id']), home);
    }
  }
}

/** Removes what a batch made for its forms and nothing else has come to use; comes after all else is settled. */
export async function removeMade(
  transaction: Transaction,
  changes: readonly RowChange[],
  now: StoredRows,
): Promise<void> {
  for (const table of MADE) {
    const present = byKey(table, now.get(table) ?? []);
    const made = changes.filter((change) => change.table === table && change.before === null).reverse();
    for (const change of made) {
      if (!isAsLeft(change, present.get(change.key) ?? null)) continue;
      await deleteUnlessReferenced(transaction, table, { id: Number(change.key) });
    }
  }
}
