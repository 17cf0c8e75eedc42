import type { Queryable, Transaction } from '../platform/database.ts';
import { amongIds, insertList } from '../platform/json-dialect.ts';
import { isNumberClass, type CaseFacts, type OwnClass } from './case.ts';

interface CaseFactRow {
  readonly case_id: number;
  readonly fact: string;
  readonly kind: 'unknown' | 'text' | 'truth' | 'number';
  readonly text: string | null;
  readonly number_from: number | null;
  readonly number_below: number | null;
}

/** Keeps the bureau's own facts of cases. */
export async function insertOwnFacts(
  transaction: Transaction,
  cases: readonly { readonly caseId: number; readonly own: CaseFacts['own'] }[],
): Promise<void> {
  const rows = cases.flatMap(({ caseId, own }) =>
    Object.entries(own).map(([fact, value]) => rowOf(caseId, fact, value)),
  );
  await insertList(
    transaction,
    'grading_case_fact',
    ['case_id', 'fact', 'kind', 'text', 'number_from', 'number_below'],
    rows.map((row) => [row.case_id, row.fact, row.kind, row.text, row.number_from, row.number_below]),
  );
}

/** Forgets them, of cases that get others. */
export async function deleteOwnFacts(transaction: Transaction, caseIds: readonly number[]): Promise<void> {
  await transaction('grading_case_fact')
    .where(amongIds(transaction, 'case_id', caseIds))
    .delete();
}

/** The bureau's own facts of cases. */
export async function ownFactsOfCases(
  from: Queryable,
  caseIds: readonly number[],
): Promise<ReadonlyMap<number, CaseFacts['own']>> {
  const facts = new Map<number, Record<string, OwnClass>>();
  const rows = (await from('grading_case_fact')
    .where(amongIds(from, 'case_id', caseIds))
    .orderBy(['case_id', 'fact'])) as CaseFactRow[];
  for (const row of rows) {
    facts.set(row.case_id, { ...facts.get(row.case_id), [row.fact]: valueOf(row) });
  }
  return facts;
}

function rowOf(caseId: number, fact: string, value: OwnClass): CaseFactRow {
  const row = { case_id: caseId, fact, text: null, number_from: null, number_below: null };
  if (value === null) return { ...row, kind: 'unknown' };
  if (isNumberClass(value)) {
    return { ...row, kind: 'number', number_from: value.from, number_below: value.below };
  }
  return { ...row, kind: typeof value === 'boolean' ? 'truth' : 'text', text: String(value) };
}

function valueOf({ kind, text, number_from: from, number_below: below }: CaseFactRow): OwnClass {
  switch (kind) {
    case 'unknown':
      return null;
    case 'number':
      return { from, below };
    case 'truth':
      return text === 'true';
    case 'text':
      return text;
  }
}
