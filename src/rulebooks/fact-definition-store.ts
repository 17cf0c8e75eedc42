import type { Queryable, Transaction } from '../platform/database.ts';
import type { DeclaredFact } from './declared-fact.ts';

export interface StoredDefinition {
  readonly unitId: number;
  readonly fact: DeclaredFact;
  readonly createdBy: string;
  readonly createdAt: string;
}

interface DefinitionRow {
  readonly unit_id: number;
  readonly body: string;
  readonly created_by: string;
  readonly created_at: string;
}

/** The facts that a unit, or one above it, added, in the order in which they were added. */
export async function definitionsAt(from: Queryable, unitPath: string): Promise<readonly StoredDefinition[]> {
  const rows = (await from('fact_definition')
    .join('org_unit', 'org_unit.id', 'fact_definition.unit_id')
    .whereRaw(`? like org_unit.path || '%'`, [unitPath])
    .orderBy('fact_definition.id')
    .select('fact_definition.*')) as DefinitionRow[];
  return rows.map(definitionIn);
}

/** What `definitionsAt` gives, for any unit beneath one, read at once. */
export async function definitionsBeneath(
  from: Queryable,
  unitPath: string,
): Promise<(path: string) => readonly StoredDefinition[]> {
  const rows = (await from('fact_definition')
    .join('org_unit', 'org_unit.id', 'fact_definition.unit_id')
    .where((related) => {
      void related
        .whereRaw(`? like org_unit.path || '%'`, [unitPath])
        .orWhereLike('org_unit.path', `${unitPath}%`);
    })
    .orderBy('fact_definition.id')
    .select('fact_definition.*', 'org_unit.path')) as (DefinitionRow & { readonly path: string })[];
  const known = rows.map((row) => ({ path: row.path, definition: definitionIn(row) }));
  return (path) => known.filter((one) => path.startsWith(one.path)).map(({ definition }) => definition);
}

function definitionIn(row: DefinitionRow): StoredDefinition {
  return {
    unitId: row.unit_id,
    // Bodies are written from declared facts alone, here and by whoever changes one.
    fact: JSON.parse(row.body) as DeclaredFact,
    createdBy: row.created_by,
    createdAt: row.created_at,
  };
}

export async function insertDefinition(
  transaction: Transaction,
  { unitId, fact, createdBy, createdAt }: StoredDefinition,
): Promise<void> {
  await transaction('fact_definition').insert({
    unit_id: unitId,
    name: fact.name,
    type: fact.type,
    subject: fact.of,
    body: JSON.stringify(fact),
    created_by: createdBy,
    created_at: createdAt,
  });
}
