import type { Knex } from 'knex';
import { isPostgres } from './dialect.ts';

/**
 * Lets `work` add many rows to tables that may be as good as empty. What PostgreSQL plans then for their keys and triggers it
 * keeps for the connection, and would read from end to end for each row what was small: so it forgets what it
 * planned, and goes by indexes.
 */
export async function plannedAsIfLarge(
  transaction: Knex.Transaction,
  work: () => Promise<void>,
): Promise<void> {
  if (isPostgres(transaction)) await transaction.raw('discard plans; set local enable_seqscan = off');
  await work();
  if (isPostgres(transaction)) await transaction.raw('set local enable_seqscan to default');
}
