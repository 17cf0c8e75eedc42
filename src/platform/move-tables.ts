import type { Queryable } from './database.ts';

/** A table as it is moved: what it is called, what it holds, how its rows are told apart, and what it refers to. */
export interface MovedTable {
  readonly name: string;
  readonly columns: readonly string[];
  /** The primary key's columns; none where there is none. */
  readonly key: readonly string[];
  readonly refersTo: readonly string[];
}

/** What each database keeps for itself: which migrations ran there. */
const OF_EACH_DATABASE: readonly string[] = ['schema_migration', 'schema_migration_lock'];

interface ColumnRow {
  readonly name: string;
  readonly pk: number;
}

/**
 * The tables of an SQLite file that hold its data, each after those that it refers to. Indexes of words are not among
 * them: each database has its own kind, made anew from the texts.
 */
export async function tablesToMove(from: Queryable): Promise<readonly MovedTable[]> {
  const listed = await from.raw<{ name: string }[]>(
    `select name from pragma_table_list where schema = 'main' and type = 'table' and name not like 'sqlite_%' order by name`,
  );
  const tables: MovedTable[] = [];
  for (const { name } of listed) {
    if (OF_EACH_DATABASE.includes(name)) continue;
    const columns = await from.raw<ColumnRow[]>('select name, pk from pragma_table_info(?) order by cid', [
      name,
    ]);
    const referred = await from.raw<{ table: string }[]>(
      'select distinct "table" from pragma_foreign_key_list(?)',
      [name],
    );
    tables.push({
      name,
      columns: columns.map((column) => column.name),
      key: columns
        .filter(({ pk }) => pk > 0)
        .sort((one, other) => one.pk - other.pk)
        .map((column) => column.name),
      refersTo: referred.map(({ table }) => table),
    });
  }
  return referredFirst(tables);
}

/**
 * Tables in an order in which each stands after those that it refers to. What refers to itself does so to a lower id.
 * @throws Error when tables refer to each other in a circle.
 */
export function referredFirst<Table extends Pick<MovedTable, 'name' | 'refersTo'>>(
  tables: readonly Table[],
): readonly Table[] {
  const ordered: Table[] = [];
  const left = new Map(tables.map((table) => [table.name, table]));
  while (left.size > 0) {
    const free = [...left.values()].filter(({ name, refersTo }) =>
      refersTo.every((other) => other === name || !left.has(other)),
    );
    if (free.length === 0) throw new Error(`tables refer in a circle: ${[...left.keys()].join(', ')}`);
    for (const table of free) left.delete(table.name);
    ordered.push(...free);
  }
  return ordered;
}
