import type { Knex } from 'knex';
import { isPostgres } from './dialect.ts';
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
