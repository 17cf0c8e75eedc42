import type { Knex } from 'knex';
import type { Queryable, Transaction } from '../platform/database.ts';
import { withoutIndex } from '../platform/dialect.ts';
import {
  amongIds,
  insertList,
  listAsTable,
  listBinding,
  type ListedValue,
} from '../platform/json-dialect.ts';
import type { KeyDomain } from '../organisation/key-domain.ts';
import { caseKey, scaleValue, type CaseFacts } from './case.ts';
import { insertOwnFacts, ownFactsOfCases } from './case-fact-store.ts';
import type { Verdict } from './verdict.ts';

export interface StoredCase {
  readonly id: number;
  readonly facts: CaseFacts;
}

interface CaseRow {
  readonly id: number;
  readonly probability_scale: string | null;
  readonly probability_step: string | null;
  readonly harm_scale: string | null;
  readonly harm_step: string | null;
  readonly domain: KeyDomain | null;
  readonly measure_count_from: number | null;
  readonly measure_count_below: number | null;
}

/** The ids of cases by their keys, of those that are there. */
export async function caseIdsByKey(
  from: Queryable,
  keys: readonly string[],
): Promise<ReadonlyMap<string, number>> {
  const rows = (await from('grading_case')
    .whereRaw(`case_key in (select case_key from ${listAsTable(from, { case_key: 'text' })} as listed)`, [
      listBinding(keys.map((key) => [key])),
    ])
    .select('id', 'case_key')) as { id: number; case_key: string }[];
  return new Map(rows.map((row) => [row.case_key, row.id]));
}

/** Keeps cases that are not there yet; returns their ids by their keys. */
export async function insertCases(
  transaction: Transaction,
  cases: readonly CaseFacts[],
): Promise<ReadonlyMap<string, number>> {
  const keys = cases.map(caseKey);
  await insertList(
    transaction,
    'grading_case',
    ['case_key', ...CASE_COLUMNS],
    cases.map((facts, index) => [keys[index] ?? '', ...caseValues(facts)]),
  );
  const ids = await caseIdsByKey(transaction, keys);
  await insertOwnFacts(
    transaction,
    cases.flatMap(({ own }, index) => {
      const caseId = ids.get(keys[index] ?? '');
      return caseId === undefined ? [] : [{ caseId, own }];
    }),
  );
  return ids;
}

const CASE_COLUMNS = [
  'subject',
  'probability_scale',
  'probability_step',
  'harm_scale',
  'harm_step',
  'domain',
  'measure_count_from',
  'measure_count_below',
];

function caseValues({ subject, probability, harm, domain, measureCount }: CaseFacts): readonly ListedValue[] {
  return [
    subject,
    ...[probability?.scale ?? null, probability?.step ?? null, harm?.scale ?? null, harm?.step ?? null],
    ...[domain, measureCount.from, measureCount.below],
  ];
}

/** The cases that a campaign's points are in. */
export async function casesOfCampaign(from: Queryable, campaignId: number): Promise<readonly StoredCase[]> {
  return casesIn(from, from('rollup_case').where({ campaign_id: campaignId }).select('case_id'));
}

/** The ids of those that points of some campaigns are in, ascending. */
export async function caseIdsOfCampaigns(
  from: Queryable,
  campaignIds: readonly number[],
): Promise<readonly number[]> {
  const [only = 0] = campaignIds;
  if (campaignIds.length === 1) {
    const of = from('rollup_case').where({ campaign_id: only });
    return (await of.distinct('case_id').orderBy('case_id').pluck('case_id')) as number[];
  }
  // Cases are far fewer than their counts: each is looked up, and its first count mostly is the answer.
  const counts = from('rollup_case')
    .whereRaw('rollup_case.case_id = grading_case.id')
    .where(amongIds(from, withoutIndex(from, 'rollup_case.campaign_id'), campaignIds));
  return (await from('grading_case').whereExists(counts).orderBy('id').pluck('id')) as number[];
}

export async function casesWithIds(from: Queryable, ids: readonly number[]): Promise<readonly StoredCase[]> {
  const listed = from.raw(`${listAsTable(from, { case_id: 'integer' })} as listed`, [
    listBinding(ids.map((id) => [id])),
  ]);
  return casesIn(from, from(listed).select('case_id'));
}

/** The cases of a query that selects their ids. */
async function casesIn(from: Queryable, ids: Knex.QueryBuilder): Promise<readonly StoredCase[]> {
  const rows = (await from('grading_case').whereIn('id', ids).orderBy('id')) as CaseRow[];
  const own = await ownFactsOfCases(
    from,
    rows.map(({ id }) => id),
  );
  return rows.map((row) => toCase(row, own.get(row.id) ?? {}));
}

/** Which of these cases a version has judged. */
export async function judgedCases(from: Queryable, versionId: number): Promise<ReadonlyMap<number, Verdict>> {
  const rows = (await from('case_verdict').where({ rulebook_version_id: versionId })) as {
    case_id: number;
    trace: string;
  }[];
  return new Map(rows.map((row) => [row.case_id, parseTrace(row.trace)]));
}

export async function verdictOf(from: Queryable, caseId: number, versionId: number): Promise<Verdict | null> {
  const row = (await from('case_verdict')
    .where({ case_id: caseId, rulebook_version_id: versionId })
    .first('trace')) as { trace: string } | undefined;
  return row === undefined ? null : parseTrace(row.trace);
}

/** Which of these cases a version has not judged. */
export async function unjudgedAmong(
  from: Queryable,
  versionId: number,
  caseIds: readonly number[],
): Promise<ReadonlySet<number>> {
  const judged = (await from('case_verdict')
    .where({ rulebook_version_id: versionId })
    .where(amongIds(from, 'case_id', caseIds))
    .pluck('case_id')) as number[];
  const unjudged = new Set(caseIds);
  for (const id of judged) unjudged.delete(id);
  return unjudged;
}

export async function insertVerdicts(
  transaction: Transaction,
  versionId: number,
  verdicts: readonly { readonly caseId: number; readonly verdict: Verdict }[],
): Promise<void> {
  const columns = ['case_id', 'rulebook_version_id', 'grade', 'severest', 'mildest', 'trace'];
  const rows = verdicts.map(({ caseId, verdict }) => {
    const { grade } = verdict;
    const range = grade === null ? [verdict.range.severest, verdict.range.mildest] : [grade, grade];
    return [caseId, versionId, grade, ...range, JSON.stringify(verdict)];
  });
  await insertList(transaction, 'case_verdict', columns, rows);
}

export async function deleteVerdicts(
  transaction: Transaction,
  versionId: number,
  caseIds: readonly number[],
): Promise<void> {
  for (const caseId of caseIds) {
    await transaction('case_verdict').where({ case_id: caseId, rulebook_version_id: versionId }).delete();
  }
}

/** Only insertVerdicts writes traces. */
function parseTrace(trace: string): Verdict {
  return JSON.parse(trace) as Verdict;
}

function toCase(row: CaseRow, own: CaseFacts['own']): StoredCase {
  return {
    id: row.id,
    facts: {
      subject: 'risk-point',
      probability: scaleValue(row.probability_scale, row.probability_step),
      harm: scaleValue(row.harm_scale, row.harm_step),
      domain: row.domain,
      measureCount: { from: row.measure_count_from, below: row.measure_count_below },
      own,
    },
  };
}
