import type { Queryable, Transaction } from '../platform/database.ts';

/** Whether somebody signs in by an account that is not closed. */
export async function hasActiveAccount(from: Queryable, personId: number): Promise<boolean> {
  return (await from('account').where({ person_id: personId, is_active: 1 }).first('id')) !== undefined;
}

/** Gives one person's accounts, closed ones too, to another. */
export async function moveAccounts(transaction: Transaction, from: number, to: number): Promise<void> {
  await transaction('account').where({ person_id: from }).update({ person_id: to });
}
