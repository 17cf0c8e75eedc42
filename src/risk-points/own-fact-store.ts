import type { Queryable, Transaction } from '../platform/database.ts';
import { inPieces, insertRows } from '../platform/dialect.ts';
import type { FactValue } from '../rulebooks/fact-type.ts';
import type { FactSource } from './fact-source.ts';
import type { FactOwner, KnownFact, OwnFacts } from './own-fact.ts';

interface ValueRow {
  readonly fact: string;
  readonly kind: 'number' | 'truth' | 'text';
  readonly number: number | null;
  readonly text: string | null;
  readonly set_by: string;
  readonly set_at: string;
}

/** The own facts of many points. */
export async function ownFactsOfPoints(
  from: Queryable,
  ids: readonly number[],
): Promise<ReadonlyMap<number, OwnFacts>> {
  const known = await knownFacts(from, 'risk_point', ids);
  return new Map([...known].map(([id, facts]) => [id, valuesOf(facts)]));
}

/** The known facts of many points, or of many posts, with who set them. */
export async function knownFacts(
  from: Queryable,
  owner: FactOwner,
  ids: readonly number[],
): Promise<ReadonlyMap<number, readonly KnownFact[]>> {
  const facts = new Map<number, KnownFact[]>();
  for (const some of inPieces(ids)) {
    const rows = (await from(`${owner}_fact`)
      .whereIn(`${owner}_id`, some)
      .orderBy([`${owner}_id`, 'fact'])) as (ValueRow & Record<`${FactOwner}_id`, number>)[];
    for (const row of rows) {
      const id = row[`${owner}_id`];
      facts.set(id, [...(facts.get(id) ?? []), knownFact(row)]);
    }
  }
  return facts;
}

function valuesOf(facts: readonly KnownFact[]): OwnFacts {
  return Object.fromEntries(facts.map(({ fact, value }) => [fact, value]));
}

/** Writes what became known and takes away what became unknown (`null`), for any number of points or posts. */
export async function writeFacts(
  transaction: Transaction,
  owner: FactOwner,
  changes: readonly (Omit<KnownFact, 'value'> & { readonly id: number; readonly value: FactValue })[],
): Promise<void> {
  for (const { id, fact } of changes) {
    await transaction(`${owner}_fact`)
      .where({ [`${owner}_id`]: id, fact })
      .delete();
  }
  const rows = changes.flatMap(({ id, fact, value, setBy, setAt }) =>
    value === null ? [] : [{ [`${owner}_id`]: id, fact, ...columnsOf(value), set_by: setBy, set_at: setAt }],
  );
  await insertRows(transaction, `${owner}_fact`, rows);
}

/** Adds who set a fact to what; `null` is unknown. */
export async function keepFactChange(
  transaction: Transaction,
  owner: FactOwner,
  change: {
    readonly id: number;
    readonly fact: string;
    readonly value: FactValue;
    readonly source: FactSource;
  },
): Promise<void> {
  const { id, fact, value, source } = change;
  const { setBy, setAt, accountId, fileId } = source;
  const columns = value === null ? { kind: 'unknown', number: null, text: null } : columnsOf(value);
  const who = { set_by: setBy, account_id: accountId, set_at: setAt, import_file_id: fileId };
  await transaction('own_fact_change').insert({ [`${owner}_id`]: id, fact, ...who, ...columns });
}

function columnsOf(value: NonNullable<FactValue>) {
  if (typeof value === 'string') return { kind: 'text', number: null, text: value };
  return { kind: typeof value === 'boolean' ? 'truth' : 'number', number: Number(value), text: null };
}

function knownFact({ fact, kind, number, text, set_by: setBy, set_at: setAt }: ValueRow): KnownFact {
  const value = kind === 'text' ? text : kind === 'truth' ? number === 1 : number;
  if (value === null) throw new Error(`a fact is stored without its value: ${fact}`);
  return { fact, value, setBy, setAt };
}
