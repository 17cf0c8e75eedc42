import type { Database } from '../../src/platform/database.ts';

interface Column {
  readonly name: string;
  readonly isRequired: boolean;
  readonly hasDefault: boolean;
}

/** The columns of each table of an SQLite file. */
export type Schema = ReadonlyMap<string, readonly Column[]>;

export async function schemaOf({ schema }: Database): Promise<Schema> {
  const rows = await schema.raw<
    { table: string; name: string; required: number; preset: string | null; key: number }[]
  >(
    `select tables.name as "table", columns.name as name, columns."notnull" as required,
       columns.dflt_value as preset, columns.pk as key
     from pragma_table_list as tables, pragma_table_info(tables.name) as columns
     where tables.schema = 'main' and tables.type in ('table', 'virtual') and tables.name not like 'sqlite_%'`,
  );
  const tables = new Map<string, Column[]>();
  for (const { table, name, required, preset, key } of rows) {
    const column = { name, isRequired: required === 1 && key === 0, hasDefault: preset !== null };
    tables.set(table, [...(tables.get(table) ?? []), column]);
  }
  return tables;
}

/**
 * What a version that knows only the schema before would miss after a migration: tables and columns that are gone, and
 * columns that it does not fill though they must be.
 */
export function takenAway(before: Schema, after: Schema): readonly string[] {
  return [...before].flatMap(([table, columns]) => {
    const now = after.get(table);
    if (now === undefined) return [table];
    const gone = columns.filter(({ name }) => !now.some((column) => column.name === name));
    const demanded = now.filter(({ name, isRequired, hasDefault }) => {
      const known = columns.find((column) => column.name === name);
      const wasOpen = known === undefined || !known.isRequired || known.hasDefault;
      return isRequired && !hasDefault && wasOpen;
    });
    return [...gone, ...demanded].map(({ name }) => `${table}.${name}`);
  });
}
