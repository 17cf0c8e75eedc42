import type { FactOfBatch } from './batch-fact.ts';
import type { FactOwner } from '../risk-points/own-fact.ts';
import type { FactValue } from '../rulebooks/fact-type.ts';
import type { Queryable } from '../platform/database.ts';
import { inPieces } from '../platform/dialect.ts';

interface ChangeRow {
  readonly id: number;
  readonly risk_point_id: number | null;
  readonly post_id: number | null;
  readonly fact: string;
  readonly kind: 'number' | 'truth' | 'text' | 'unknown';
  readonly number: number | null;
  readonly text: string | null;
}

/** The facts that a batch's files set, each once. */
export async function factsOfBatch(from: Queryable, batchId: number): Promise<readonly FactOfBatch[]> {
  const files = from('import_file').where({ batch_id: batchId }).select('id');
  const brought = (await from('own_fact_change')
    .whereIn('import_file_id', files)
    .orderBy('id')) as ChangeRow[];
  const [first, left] = [new Map<string, ChangeRow>(), new Map<string, ChangeRow>()];
  for (const row of brought) {
    if (!first.has(keyOf(row))) first.set(keyOf(row), row);
    left.set(keyOf(row), row);
  }
  const facts: FactOfBatch[] = [];
  for (const [key, row] of first) {
    const { fact, risk_point_id: pointId, post_id: postId } = row;
    const changes = (await from('own_fact_change')
      .where({ fact, risk_point_id: pointId, post_id: postId })
      .orderBy('id')) as ChangeRow[];
    facts.push({
      owner: pointId === null ? 'post' : 'risk_point',
      id: pointId ?? Number(postId),
      fact,
      before: valueOf(changes.findLast(({ id }) => id < row.id)),
      isSetSince: valueOf(changes.at(-1)) !== valueOf(left.get(key)),
    });
  }
  return facts;
}

/** The units of the points and posts whose facts a batch set. */
export async function unitsOfFacts(
  from: Queryable,
  facts: readonly FactOfBatch[],
): Promise<readonly number[]> {
  const idsOf = (owner: FactOwner): readonly number[] =>
    facts.filter((fact) => fact.owner === owner).map(({ id }) => id);
  const units = new Set<number>();
  for (const [table, column, owner] of [
    ['risk_point_state', 'risk_point_id', 'risk_point'],
    ['post', 'id', 'post'],
  ] as const) {
    for (const some of inPieces(idsOf(owner))) {
      const found = (await from(table).whereIn(column, some).distinct().pluck('unit_id')) as number[];
      for (const id of found) units.add(id);
    }
  }
  return [...units];
}

/** Ids of these points, made by a batch, of which something is known that the batch did not say. */
export async function factsSetElsewhere(
  from: Queryable,
  points: readonly number[],
  brought: readonly FactOfBatch[],
): Promise<readonly number[]> {
  const ofPoints = brought.filter(({ owner }) => owner === 'risk_point');
  const said = new Set(ofPoints.map(({ id, fact }) => `${String(id)} ${fact}`));
  const latest = new Map<string, ChangeRow>();
  for (const some of inPieces(points)) {
    const rows = (await from('own_fact_change').whereIn('risk_point_id', some).orderBy('id')) as ChangeRow[];
    for (const row of rows) latest.set(`${String(row.risk_point_id)} ${row.fact}`, row);
  }
  return [...latest].flatMap(([key, row]) =>
    valueOf(row) === null || said.has(key) ? [] : [Number(row.risk_point_id)],
  );
}

function keyOf({ risk_point_id: pointId, post_id: postId, fact }: ChangeRow): string {
  return JSON.stringify([pointId, postId, fact]);
}

function valueOf(row: ChangeRow | undefined): FactValue {
  if (row === undefined) return null;
  const { kind, number, text } = row;
  return kind === 'truth' ? number === 1 : kind === 'number' ? number : text;
}
