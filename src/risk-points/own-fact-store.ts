import type { Queryable } from '../platform/database.ts';
import { inPieces } from '../platform/dialect.ts';
import type { FactValue } from '../rulebooks/fact-type.ts';

/** The bureau's own facts of a point by name, those of its post and derived ones included; unknown ones are left out. */
export type OwnFacts = Readonly<Record<string, FactValue>>;

interface OwnFactRow {
  readonly risk_point_id: number;
  readonly fact: string;
  readonly kind: 'number' | 'truth' | 'text';
  readonly number: number | null;
  readonly text: string | null;
}

/** The own facts of many points. */
export async function ownFactsOfPoints(
  from: Queryable,
  ids: readonly number[],
): Promise<ReadonlyMap<number, OwnFacts>> {
  const facts = new Map<number, Record<string, FactValue>>();
  for (const some of inPieces(ids)) {
    const rows = (await from('risk_point_fact')
      .whereIn('risk_point_id', some)
      .orderBy(['risk_point_id', 'fact'])) as OwnFactRow[];
    for (const row of rows) {
      facts.set(row.risk_point_id, { ...facts.get(row.risk_point_id), [row.fact]: valueOf(row) });
    }
  }
  return facts;
}

function valueOf({ kind, number, text }: OwnFactRow): FactValue {
  if (kind === 'text') return text;
  return kind === 'truth' ? number === 1 : number;
}
