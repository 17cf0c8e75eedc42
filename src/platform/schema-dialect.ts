import type { Knex } from 'knex';
import { isPostgres } from './dialect.ts';
import { COLUMN_TYPES } from './postgres-client.ts';

/** What a database does by itself when a row changes. */
interface Trigger {
  readonly name: string;
  /** As SQL says it: `before insert`, `after update of state`. */
  readonly event: string;
  readonly table: string;
}

/** Makes the database itself refuse to change or delete a table's rows. */
export async function refuseChange(
  connection: Knex,
  table: string,
  operations: readonly ('update' | 'delete')[],
): Promise<void> {
  for (const operation of operations) {
    await refuse(
      connection,
      { name: `${table}_no_${operation}`, event: `before ${operation}`, table },
      { when: '1 = 1', words: `${table} keeps what happened: no ${operation}` },
    );
  }
}

/** Makes the database refuse, with these words, an operation on a row of which `when` (over `new` and `old`) is true. */
export async function refuse(
  connection: Knex,
  trigger: Trigger,
  { when, words }: { readonly when: string; readonly words: string },
): Promise<void> {
  if (isPostgres(connection)) {
    const body = `if ${when} then raise exception '${words}'; end if;
      if tg_op = 'DELETE' then return old; end if; return new;`;
    await createFunctionTrigger(connection, trigger, body);
    return;
  }
  await connection.raw(`create trigger ${trigger.name} ${trigger.event} on ${trigger.table}
    when ${when} begin select raise(abort, '${words}'); end`);
}

/** Makes the database run a statement for every row that an operation touched. */
export async function afterEach(
  connection: Knex,
  name: string,
  operation: string,
  table: string,
  statement: string,
): Promise<void> {
  const trigger = { name, event: `after ${operation}`, table };
  if (isPostgres(connection)) {
    await createFunctionTrigger(connection, trigger, `${statement}; return null;`);
  } else {
    await connection.raw(`create trigger ${name} ${trigger.event} on ${table} begin ${statement}; end`);
  }
}

/**
 * Makes PostgreSQL run a statement once for all rows that an operation touched, the rows of `touched`: in place of the
 * triggers for each row of this name and of these others. SQLite has none but those.
 */
export async function afterAll(
  connection: Knex,
  trigger: Trigger,
  statement: string,
  others: readonly string[] = [],
): Promise<void> {
  if (!isPostgres(connection)) return;
  await dropTriggers(connection, trigger.table, [trigger.name, ...others]);
  const rows = trigger.event.endsWith('delete') ? 'old' : 'new';
  const each = `referencing ${rows} table as touched for each statement`;
  await createFunctionTrigger(connection, trigger, `${statement}; return null;`, each);
}

/** Makes PostgreSQL change a row before it is written, in place of triggers that changed it again afterwards. */
export async function beforeEach(
  connection: Knex,
  trigger: Trigger,
  others: readonly string[],
  body: string,
): Promise<void> {
  if (!isPostgres(connection)) return;
  await dropTriggers(connection, trigger.table, others);
  await createFunctionTrigger(connection, trigger, `${body} return new;`);
}

async function dropTriggers(connection: Knex, table: string, names: readonly string[]): Promise<void> {
  for (const name of names) {
    await connection.raw(`drop trigger ${name} on ${table}`);
    await connection.raw(`drop function ${name}()`);
  }
}

/** A plan is made once for a connection, perhaps while its tables are as good as empty, and has to do when they are large. */
const PLANNED_AS_IF_LARGE = 'set enable_seqscan = off';

async function createFunctionTrigger(
  connection: Knex,
  trigger: Trigger,
  body: string,
  each = 'for each row',
): Promise<void> {
  const planned = each === 'for each row' ? '' : PLANNED_AS_IF_LARGE;
  await connection.raw(
    `create or replace function ${trigger.name}() returns trigger language plpgsql ${planned} as $body$ begin ${body} end $body$`,
  );
  await connection.raw(`create trigger ${trigger.name} ${trigger.event} on ${trigger.table}
    ${each} execute function ${trigger.name}()`);
}

/** Adds columns that are written as SQLite takes them: a name, a type and what is checked. */
export async function addColumns(connection: Knex, table: string, columns: readonly string[]): Promise<void> {
  for (const column of columns) {
    const [name = '', type = '', ...rest] = column.split(' ');
    const written = isPostgres(connection) ? (COLUMN_TYPES[type] ?? type) : type;
    await connection.raw(`alter table ${table} add column ${[name, written, ...rest].join(' ')}`);
  }
}

/** Whether the database is a server, which several machines share. */
export function isServer(connection: Knex): boolean {
  return isPostgres(connection);
}

/** Whether a column may refer to a table that is made later. */
export function mayReferAhead(connection: Knex): boolean {
  return !isPostgres(connection);
}

/** Lets new ids of a table follow those that were copied into it. SQLite goes on from the greatest by itself. */
export async function continueIds(connection: Knex, table: string): Promise<void> {
  if (!isPostgres(connection)) return;
  await connection.raw(
    `select setval(pg_get_serial_sequence('${table}', 'id'), (select coalesce(max(id), 0) + 1 from ${table}), false)`,
  );
}
