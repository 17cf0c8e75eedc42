import type { Knex } from 'knex';
import { isPostgresUrl } from './database-location.ts';
import { openPostgres } from './postgres-database.ts';
import { seeEverything } from './row-security.ts';
import { openSqlite } from './sqlite-database.ts';

/** What stores read with: the read-only pool or a transaction. */
export type Queryable = Knex;

/** An open transaction; only `Database.transaction` makes one. */
export type Transaction = Knex.Transaction;

/** One database: who writes waits for others who write, who reads does not. */
export interface Database {
  readonly kind: 'sqlite' | 'postgres';
  readonly read: Queryable;
  /**
   * Runs `work` in one transaction that holds the write lock from its start, so that what it reads cannot
   * change before it writes. Commits when `work` resolves, rolls back when it throws.
   */
  transaction<Result>(work: (transaction: Transaction) => Promise<Result>): Promise<Result>;
  /**
   * Runs `work` likewise, beside others that were begun by this: they wait for whoever runs a `transaction`, and he for
   * them, but not for each other. For steps of which no two touch the same rows.
   */
  sharedTransaction<Result>(work: (transaction: Transaction) => Promise<Result>): Promise<Result>;
  /** Runs `work` in one transaction that waits for nobody: what it writes, nobody else reads or writes meanwhile. */
  ownTransaction<Result>(work: (transaction: Transaction) => Promise<Result>): Promise<Result>;
  /** Runs `work`, which reads several times, on the database as it stands at one moment. Writes go on meanwhile. */
  snapshot<Result>(work: (from: Queryable) => Promise<Result>): Promise<Result>;
  /** For migrations only. */
  readonly schema: Knex;
  close(): Promise<void>;
}

/** Opens a database by its location: the address of a PostgreSQL, or an SQLite file, which is made where there is none. */
export function openDatabase(location: string): Database {
  return isPostgresUrl(location) ? openPostgres(location) : openSqlite(location);
}

/**
 * The same database, where every transaction does `settle` after its work and before it commits. What is to be settled
 * may be about any row, whoever ends the transaction.
 */
export function settling(database: Database, settle: (transaction: Transaction) => Promise<void>): Database {
  const settled =
    <Result>(work: (transaction: Transaction) => Promise<Result>) =>
    async (transaction: Transaction): Promise<Result> => {
      const result = await work(transaction);
      await seeEverything(transaction);
      await settle(transaction);
      return result;
    };
  return {
    ...database,
    transaction: (work) => database.transaction(settled(work)),
    sharedTransaction: (work) => database.sharedTransaction(settled(work)),
    ownTransaction: (work) => database.ownTransaction(settled(work)),
  };
}
