import type { Knex } from 'knex';
import { isPostgres } from './dialect.ts';

/** Instants are compared by the server's clock alone, which wrote them. */
const instant = (at: string): string =>
  `to_char(${at} at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS"Z"') collate "C"`;

/** SQL whether processes of versions that tell no reach may be at work. */
export const OLDER_VERSIONS_WORK = `exists (select 1 from older_version where works_until > ${instant('now()')})`;

/** Long enough for all processes of an installation to be upgraded, one after the other. */
const FOR_A_WHILE = `(now() + interval '1 day')`;

/** Lets processes of versions that tell no reach work on beside this one, for a while. */
export async function letOlderVersionsWork(transaction: Knex.Transaction): Promise<void> {
  await transaction('older_version').insert({ works_until: transaction.raw(instant(FOR_A_WHILE)) });
}

/** Ends what `letOlderVersionsWork` began. */
export async function endOlderVersions(transaction: Knex.Transaction): Promise<void> {
  await transaction('older_version').delete();
}

/** Until when somebody who tells no reach is shown everything; `null` when nobody is. */
export async function olderVersionsWorkUntil(connection: Knex): Promise<string | null> {
  if (!isPostgres(connection)) return null;
  const row = await connection('older_version')
    .whereRaw(`works_until > ${instant('now()')}`)
    .first<{ readonly until: string | null }>(connection.raw('max(works_until) as until'));
  return row.until;
}
