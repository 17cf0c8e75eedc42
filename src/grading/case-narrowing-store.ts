import type { Queryable, Transaction } from '../platform/database.ts';
import { amongIds, listAsTable, listBinding } from '../platform/json-dialect.ts';
import { caseKey } from './case.ts';
import { deleteOwnFacts, insertOwnFacts } from './case-fact-store.ts';
import type { StoredCase } from './grading-store.ts';

const COLUMNS = {
  case_id: 'integer',
  case_key: 'text',
  measure_count_from: 'integer',
  measure_count_below: 'integer',
} as const;

/**
 * Makes cases what these facts are, which must be a part of what they were and no other case's: own facts and numbers
 * alone are narrowed. What they were is kept, with the instant.
 */
export async function narrowStored(
  transaction: Transaction,
  cases: readonly StoredCase[],
  at: string,
): Promise<void> {
  const ids = cases.map(({ id }) => id);
  const rows = cases.map(({ id, facts }) => [
    ...[id, caseKey(facts)],
    ...[facts.measureCount.from, facts.measureCount.below],
  ]);
  await transaction.raw(
    `insert into case_narrowing (case_id, case_key, narrowed_at)
      select grading_case.id, grading_case.case_key, ? from grading_case where ? order by grading_case.id`,
    [at, amongIds(transaction, 'grading_case.id', ids)],
  );
  await transaction.raw(
    `update grading_case set case_key = narrow.case_key,
        measure_count_from = narrow.measure_count_from, measure_count_below = narrow.measure_count_below
      from ${listAsTable(transaction, COLUMNS)} as narrow where narrow.case_id = grading_case.id`,
    [listBinding(rows)],
  );
  await deleteOwnFacts(transaction, ids);
  await insertOwnFacts(
    transaction,
    cases.map(({ id, facts }) => ({ caseId: id, own: facts.own })),
  );
}

/** By the ids of cases that were ever narrowed, the last time: an id with it always means the same facts. */
export async function lastNarrowings(from: Queryable): Promise<ReadonlyMap<number, number>> {
  const rows = (await from('case_narrowing')
    .groupBy('case_id')
    .select('case_id', from.raw('max(id) as narrowing'))) as { case_id: number; narrowing: number }[];
  return new Map(rows.map(({ case_id: caseId, narrowing }) => [caseId, narrowing]));
}

/**
 * Lets parts of cases have what the versions that closed campaigns are judged by say of the whole case: they do not
 * tell the parts apart. Verdicts that are there stay.
 */
export async function copyPinnedVerdicts(
  transaction: Transaction,
  campaignIds: readonly number[],
  parts: readonly { readonly caseId: number; readonly to: number }[],
): Promise<void> {
  const listed = listAsTable(transaction, { from_case: 'integer', to_case: 'integer' });
  await transaction.raw(
    `insert into case_verdict (case_id, rulebook_version_id, grade, severest, mildest, trace)
      select part.to_case, known.rulebook_version_id, known.grade, known.severest, known.mildest, known.trace
        from ${listed} as part
        join case_verdict as known on known.case_id = part.from_case
        where known.rulebook_version_id in (select version_id from campaign_rulebook where kind = 'grading' and ?)
      on conflict (case_id, rulebook_version_id) do nothing`,
    [
      listBinding(parts.map(({ caseId, to }) => [caseId, to])),
      amongIds(transaction, 'campaign_rulebook.campaign_id', campaignIds),
    ],
  );
}
