import { createRequire } from 'node:module';
import type { Knex } from 'knex';
import { rowReach } from './row-reach.ts';
import { REACH_SETTING } from './row-security.ts';

/** What we change of knex's own dialect. */
interface DialectOfKnex extends Knex.Client {
  acquireConnection(): Promise<RawConnection>;
  releaseConnection(connection: RawConnection): Promise<void>;
  _query(connection: object, query: Query): Promise<Query>;
  processResponse(query: Query, runner: unknown): unknown;
}

const require = createRequire(import.meta.url);
// knex types neither of the two; both are what its own `client: 'pg'` uses.
const Dialect = require('knex/lib/dialects/postgres/index.js') as new (config: Knex.Config) => DialectOfKnex;
// As above.
const Columns = require('knex/lib/dialects/postgres/schema/pg-columncompiler.js') as new (
  ...parts: readonly unknown[]
) => object;

/** A connection as `pg` makes it. */
interface RawConnection {
  query(sql: string, values: readonly string[]): Promise<unknown>;
}

interface Query {
  readonly method?: string;
  readonly output?: unknown;
  readonly response?: { readonly rows: readonly unknown[] };
}

/** Sorted and compared by code points, as SQLite does it, whatever the server's language is. */
const TEXT = 'text collate "C"';

/** What PostgreSQL has for the types that the migrations name: those values go in and out that do with SQLite. */
export const COLUMN_TYPES: Readonly<Record<string, string>> = { integer: 'bigint', text: TEXT, date: TEXT };

/** Dates and instants are texts, and no whole number is too large, in SQLite as here. */
class PlainColumns extends Columns {
  readonly integer = 'bigint';
  readonly text = TEXT;
  readonly date = TEXT;
  readonly json = TEXT;
  readonly timestamp = TEXT;
  readonly increments = 'bigserial primary key';
}

/** The last query of each connection: the driver warns of a second one meanwhile, and is going to refuse it. */
const turns = new WeakMap<object, Promise<unknown>>();

/** Which rows each connection was last told to show. */
const told = new WeakMap<RawConnection, string>();

/** PostgreSQL by knex, with the values of SQLite: see `COLUMN_TYPES`, and truths are 1 and 0. */
export class PostgresClient extends Dialect {
  override columnCompiler(...parts: readonly unknown[]): object {
    return new PlainColumns(this, ...parts);
  }

  /** Whoever takes a connection, for one query or for a transaction, is shown what they reach, and nothing of who had it before. */
  override async acquireConnection(): Promise<RawConnection> {
    const reach = rowReach();
    const connection = await super.acquireConnection();
    if (told.get(connection) === reach) return connection;
    told.delete(connection);
    try {
      await connection.query(`select set_config('${REACH_SETTING}', $1, false)`, [reach]);
    } catch (failure) {
      await this.releaseConnection(connection);
      throw failure;
    }
    told.set(connection, reach);
    return connection;
  }

  override prepBindings(bindings: readonly unknown[] = []): unknown[] {
    return bindings.map((value) => {
      if (typeof value === 'boolean') return value ? 1 : 0;
      return value === undefined ? null : value;
    });
  }

  /** The answer to `raw` is its rows, as SQLite's is. */
  override processResponse(query: Query, runner: unknown): unknown {
    if (query.method === 'raw' && query.output === undefined) return query.response?.rows ?? [];
    return super.processResponse(query, runner);
  }

  /** What PostgreSQL adds to an error quotes values: names and texts, which no log may keep. */
  override async _query(connection: object, query: Query): Promise<Query> {
    const before = turns.get(connection);
    const turn =
      before === undefined
        ? super._query(connection, query)
        : before.then(() => super._query(connection, query));
    turns.set(
      connection,
      turn.catch(() => undefined),
    );
    try {
      return await turn;
    } catch (error) {
      if (error instanceof Error)
        for (const part of ['detail', 'where', 'hint']) Reflect.deleteProperty(error, part);
      throw error;
    }
  }
}
