import type { Knex } from 'knex';
import { isPostgres } from './dialect.ts';
import { OLDER_VERSIONS_WORK } from './older-versions.ts';
import { ROOT, rowReach } from './row-reach.ts';

/** What a connection is told of the paths whose rows it may show (`row-reach.ts`); one that was told nothing shows none. */
export const REACH_SETTING = 'qinglian.reach';

const REACH = `current_setting('${REACH_SETTING}', true)`;

/** SQL of the paths that are reached, as rows of `reached (path)`. */
export const REACHED = `unnest(string_to_array(${REACH}, ' ')) as reached (path)`;

/**
 * Makes PostgreSQL itself hide a table's rows of which `condition` is false, and refuse to write such a row, also when
 * the table's owner asks. Who sees everything is known before the first row, and the condition is then not looked at.
 * SQLite has no such thing.
 */
export async function guardRows(connection: Knex, table: string, condition: string): Promise<void> {
  if (!isPostgres(connection)) return;
  await connection.raw(
    `create policy reach on ${table} using ((select ${REACH} = '${ROOT}') or ${condition})`,
  );
  await connection.raw(`alter table ${table} enable row level security, force row level security`);
}

const ROOTS_REACHED = `exists (select 1 from org_unit where parent_id is null) and not exists (
  select 1 from org_unit where parent_id is null
    and not exists (select 1 from ${REACHED} where starts_with(org_unit.path, reached.path)))`;

/**
 * Makes the functions that the wall asks. Whoever told nothing is shown nothing, but while older versions, which tell
 * nothing, may be at work: a process of this version always tells, even that nothing is reached.
 * @param units SQL of the ids of the units that are reached, and of these with those above them
 */
export async function wallFunctions(
  connection: Knex,
  { within, touched }: { readonly within: string; readonly touched: string },
): Promise<void> {
  if (!isPostgres(connection)) return;
  const everything = `(case when ${REACH} is null
    then ${OLDER_VERSIONS_WORK} else ${REACH} = '${ROOT}' end)`;
  for (const [name, type, body] of [
    ['sees_everything', 'boolean', `return ${everything};`],
    [
      'reaches_all_units',
      'boolean',
      `if ${everything} then return true; end if; return coalesce(${REACH}, '') <> '' and ${ROOTS_REACHED};`,
    ],
    ['units_within_reach', 'setof bigint', `return query ${within};`],
    ['units_touched_by_reach', 'setof bigint', `return query ${touched};`],
  ] as const) {
    const likely = type === 'boolean' ? '' : 'cost 10 rows 20';
    await connection.raw(`create function ${name}() returns ${type} language plpgsql stable parallel safe ${likely}
      as $body$ begin ${body} end $body$`);
  }
}

/** As `guardRows`, in place of a table's earlier condition; `null` is for whoever sees everything alone. */
export async function guardRowsAnew(
  connection: Knex,
  table: string,
  condition: string | null,
): Promise<void> {
  if (!isPostgres(connection)) return;
  const shown =
    condition === null ? '(select sees_everything())' : `(select reaches_all_units()) or ${condition}`;
  await connection.raw(`alter policy reach on ${table} using (${shown})`);
}

/** Whether the role of a connection is one whom PostgreSQL shows every row whatever its rules say. */
export async function seesGuardedRows(connection: Knex): Promise<boolean> {
  if (!isPostgres(connection)) return false;
  const [role] = await connection.raw<readonly { readonly sees: 0 | 1 }[]>(
    'select rolsuper or rolbypassrls as sees from pg_roles where rolname = current_user',
  );
  return role?.sees === 1;
}

/** Lets an open transaction see every row from here to its end. */
export async function seeEverything(transaction: Knex.Transaction): Promise<void> {
  if (!isPostgres(transaction) || rowReach() === ROOT) return;
  await transaction.raw(`select set_config('${REACH_SETTING}', ?, true)`, [ROOT]);
}
