import { scaleValue, type ScaleValue } from '../grading/case.ts';
import type { KeyDomain } from '../organisation/key-domain.ts';
import type { Queryable, Transaction } from '../platform/database.ts';
import { inPieces } from '../platform/dialect.ts';
import { amongIds } from '../platform/json-dialect.ts';
import type { Grade } from '../rulebooks/rulebook.ts';
import type { FactSource } from './fact-source.ts';
import type { OwnFacts } from './own-fact.ts';
import { ownFactsOfPoints } from './own-fact-store.ts';
import type { PointState } from './risk-point.ts';

/** Where a point belongs. */
export interface PointHome {
  readonly campaignId: number;
  readonly formId: number;
  readonly unitId: number;
  readonly postId: number | null;
  readonly holdingId: number | null;
}

/** A point's text in one version of its form. */
export interface PointRevision {
  readonly formVersionId: number;
  readonly ordinal: number;
  readonly text: string;
  readonly measure: string | null;
}

/** How many measures a revision proposes. */
export function measuresIn({ measure }: PointRevision): number {
  return measure === null ? 0 : 1;
}

/** The facts of a point as they now stand. */
export interface StoredFacts {
  readonly unitId: number;
  readonly probability: ScaleValue | null;
  readonly harm: ScaleValue | null;
  readonly domain: KeyDomain | null;
  readonly measureCount: number;
  readonly own: OwnFacts;
  readonly state: PointState;
  readonly declaredGrade: Grade | null;
}

export async function moveToRevision(
  transaction: Transaction,
  pointId: number,
  revision: { readonly id: number; readonly ordinal: number; readonly measureCount: number },
): Promise<void> {
  await transaction('risk_point_state').where({ risk_point_id: pointId }).update({
    revision_id: revision.id,
    ordinal: revision.ordinal,
    measure_count: revision.measureCount,
    is_withdrawn: 0,
  });
}

export async function withdrawPoint(transaction: Transaction, pointId: number): Promise<void> {
  await transaction('risk_point_state').where({ risk_point_id: pointId }).update({ is_withdrawn: 1 });
}

export async function factsOf(from: Queryable, pointId: number): Promise<StoredFacts> {
  const facts = (await factsOfPoints(from, [pointId])).get(pointId);
  if (facts === undefined) throw new Error(`no risk point ${String(pointId)}`);
  return facts;
}

/** The facts of many points as they now stand. */
export async function factsOfPoints(
  from: Queryable,
  ids: readonly number[],
): Promise<ReadonlyMap<number, StoredFacts>> {
  const facts = new Map<number, StoredFacts>();
  for (const some of inPieces(ids)) {
    const rows = (await from('risk_point_state').whereIn('risk_point_id', some)) as FactsRow[];
    const own = await ownFactsOfPoints(from, some);
    for (const row of rows) facts.set(row.risk_point_id, factsIn(row, own.get(row.risk_point_id) ?? {}));
  }
  return facts;
}

/** Adds who set a fact, when and why; `null` takes it back to unknown, and then the entry names what is taken back. */
export async function insertAssessment(
  transaction: Transaction,
  pointId: number,
  fact: 'probability' | 'harm',
  { value, before }: { readonly value: ScaleValue | null; readonly before: ScaleValue | null },
  source: FactSource,
): Promise<void> {
  const named = value ?? before;
  if (named === null) throw new Error('what is unknown cannot be taken back');
  await transaction('risk_point_assessment').insert({
    risk_point_id: pointId,
    fact,
    scale: named.scale,
    step: named.step,
    is_cleared: value === null ? 1 : 0,
    set_by: source.setBy,
    set_at: source.setAt,
    import_file_id: source.fileId,
    account_id: source.accountId,
    note: source.note,
  });
  await transaction('risk_point_state')
    .where({ risk_point_id: pointId })
    .update({ [`${fact}_scale`]: value?.scale ?? null, [`${fact}_step`]: value?.step ?? null });
}

export async function setDeclaredGrade(
  transaction: Transaction,
  pointId: number,
  grade: Grade,
): Promise<void> {
  await transaction('risk_point_state').where({ risk_point_id: pointId }).update({ declared_grade: grade });
}

/** Puts points into a case; whoever looked at one before sees that it changed. */
export async function setCases(
  transaction: Transaction,
  ids: readonly number[],
  caseId: number,
  state: PointState,
): Promise<void> {
  await transaction('risk_point_state')
    .where(amongIds(transaction, 'risk_point_id', ids))
    .update({ case_id: caseId, state, guard: transaction.raw('guard + 1') });
}

interface FactsRow {
  readonly risk_point_id: number;
  readonly unit_id: number;
  readonly probability_scale: string | null;
  readonly probability_step: string | null;
  readonly harm_scale: string | null;
  readonly harm_step: string | null;
  readonly main_domain: KeyDomain | null;
  readonly measure_count: number;
  readonly state: PointState;
  readonly declared_grade: Grade | null;
}

function factsIn(row: FactsRow, own: OwnFacts): StoredFacts {
  return {
    unitId: row.unit_id,
    probability: scaleValue(row.probability_scale, row.probability_step),
    harm: scaleValue(row.harm_scale, row.harm_step),
    domain: row.main_domain,
    measureCount: row.measure_count,
    own,
    state: row.state,
    declaredGrade: row.declared_grade,
  };
}
