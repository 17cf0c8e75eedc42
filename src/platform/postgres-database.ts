import knex, { type Knex } from 'knex';
import type { Database } from './database.ts';
import { pairedDatabase } from './paired-database.ts';
import { PostgresClient } from './postgres-client.ts';

const READ_CONNECTIONS = 6;
/** Writers take turns anyway; those of a process in the order in which they came, as on SQLite. */
const WRITE_CONNECTIONS = 1;

/** Object ids of PostgreSQL's types whose values SQLite gives as numbers. */
const BOOLEAN = 16;
const NUMBERS: readonly number[] = [20, 21, 23, 700, 701, 1700];

/** Opens a PostgreSQL by its address. Nothing is asked of it before the first query. */
export function openPostgres(url: string): Database {
  const write = connect(url, WRITE_CONNECTIONS, []);
  const read = connect(url, READ_CONNECTIONS, ['set default_transaction_read_only = on']);
  const reading = { isolationLevel: 'repeatable read', readOnly: true } as const;
  return pairedDatabase({ kind: 'postgres', write, read, reading });
}

interface RawConnection {
  query(sql: string, done: (error: Error | null) => void): void;
}

function connect(url: string, connections: number, settings: readonly string[]): Knex {
  return knex({
    // A class of ours above one that knex has no types for.
    client: PostgresClient as unknown as typeof Knex.Client,
    connection: { connectionString: url, types: { getTypeParser: parserOf } } as Knex.PgConnectionConfig,
    useNullAsDefault: true,
    // Otherwise an error's message carries the values of its statement: names and texts, into the log.
    compileSqlOnError: false,
    log: SILENT,
    pool: {
      min: 0,
      max: connections,
      afterCreate: (connection: RawConnection, done: (error: Error | null) => void) => {
        connection.query(["set client_encoding = 'UTF8'", NOT_COMPILED, ...settings].join('; '), done);
      },
    },
  });
}

/** A query of a page or trigger is over before it is compiled; what the server holds for dear it would compile each time. */
const NOT_COMPILED = 'set jit = off';

/** What goes wrong is thrown, too, and told once by whoever catches it. */
const SILENT = { warn: () => undefined, error: () => undefined };

/** Numbers are numbers and truths 1 and 0, as SQLite gives them; everything else is a text. */
function parserOf(type: number): (written: string) => unknown {
  if (type === BOOLEAN) return (written) => (written === 't' ? 1 : 0);
  return NUMBERS.includes(type) ? Number : (written) => written;
}
