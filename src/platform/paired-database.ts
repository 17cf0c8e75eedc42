import type { Knex } from 'knex';
import type { Database } from './database.ts';
import { takeSharedLock, takeWriteLock } from './dialect.ts';

/** What one database is made of: who writes to it, and who only reads. */
export interface Connections extends Pick<Database, 'kind'> {
  readonly write: Knex;
  readonly read: Knex;
  /** How a transaction that reads sees one moment throughout. */
  readonly reading?: Knex.TransactionConfig;
}

/** A database that is written through some connections and read through others, so that no write blocks a page. */
export function pairedDatabase({ kind, write, read, reading }: Connections): Database {
  return {
    kind,
    read,
    snapshot: (work) => read.transaction(work, reading),
    schema: write,
    transaction: (work) =>
      write.transaction(async (transaction) => {
        await takeWriteLock(transaction);
        return work(transaction);
      }),
    sharedTransaction: (work) =>
      write.transaction(async (transaction) => {
        await takeSharedLock(transaction);
        return work(transaction);
      }),
    ownTransaction: (work) =>
      write.transaction(async (transaction) => {
        if (kind === 'sqlite') await takeWriteLock(transaction);
        return work(transaction);
      }),
    close: async () => {
      await read.destroy();
      await write.destroy();
    },
  };
}
