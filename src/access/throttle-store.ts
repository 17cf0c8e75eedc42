import type { Transaction } from '../platform/database.ts';
import { insertRows } from '../platform/dialect.ts';

interface AttemptRow {
  readonly id: number;
  readonly key: string;
  readonly at: string;
}

export async function attemptsSince(
  transaction: Transaction,
  key: string,
  since: string,
): Promise<readonly string[]> {
  const rows = await transaction<AttemptRow>('sign_in_attempt').where({ key }).where('at', '>', since);
  return rows.map(({ at }) => at);
}

export async function insertAttempts(
  transaction: Transaction,
  keys: readonly string[],
  at: string,
): Promise<void> {
  await insertRows(
    transaction,
    'sign_in_attempt',
    keys.map((key) => ({ key, at })),
  );
}

export async function deleteAttempts(transaction: Transaction, key: string): Promise<void> {
  await transaction<AttemptRow>('sign_in_attempt').where({ key }).delete();
}

/** Takes back the latest attempt of a key. */
export async function deleteLatestAttempt(transaction: Transaction, key: string): Promise<void> {
  const latest = await transaction<AttemptRow>('sign_in_attempt')
    .where({ key })
    .orderBy('id', 'desc')
    .first();
  if (latest !== undefined)
    await transaction<AttemptRow>('sign_in_attempt').where({ id: latest.id }).delete();
}

export async function deleteAttemptsUntil(transaction: Transaction, until: string): Promise<void> {
  await transaction<AttemptRow>('sign_in_attempt').where('at', '<=', until).delete();
}
