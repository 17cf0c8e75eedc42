import type { Queryable, Transaction } from '../platform/database.ts';

/** A session in which somebody is signed in. */
export interface OpenSession {
  readonly key: string;
  /** UTC instants; the last use is known to the minute. */
  readonly signedInAt: string;
  readonly usedAt: string;
}

/** The sessions of an account that have not ended by lying idle, latest used first. */
export async function sessionsOf(
  from: Queryable,
  accountId: number,
  now: string,
): Promise<readonly OpenSession[]> {
  return (await from('session')
    .where({ account_id: accountId })
    .where('expired', '>', now)
    .orderBy('used_at', 'desc')
    .select({ key: 'sid', signedInAt: 'signed_in_at', usedAt: 'used_at' })) as OpenSession[];
}

/** Ends the sessions of an account at once, except the one to keep. Returns how many there were. */
export async function endSessions(
  transaction: Transaction,
  accountId: number,
  exceptKey: string | null = null,
): Promise<number> {
  const sessions = transaction('session').where({ account_id: accountId });
  if (exceptKey !== null) void sessions.whereNot({ sid: exceptKey });
  return sessions.delete();
}
