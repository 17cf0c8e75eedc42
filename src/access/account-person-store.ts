import type { Queryable, Transaction } from '../platform/database.ts';

/** Whether somebody signs in by an account that is not closed. */
export async function hasActiveAccount(from: Queryable, personId: number): Promise<boolean> {
  return (await from('account').where({ person_id: personId, is_active: 1 }).first('id')) !== undefined;
}

/** Gives one person's accounts, closed ones too, to another. */
export async function moveAccounts(transaction: Transaction, from: number, to: number): Promise<void> {
  await transaction('account').where({ person_id: from }).update({ person_id: to });
}

/** The paths of the units of all posts that an account's person holds or held. */
export async function ownUnitPaths(from: Queryable, accountId: number): Promise<readonly string[]> {
  // knex types plucked values as any.
  return (await from('account')
    .join('holding', 'holding.person_id', 'account.person_id')
    .join('post', 'post.id', 'holding.post_id')
    .join('org_unit', 'org_unit.id', 'post.unit_id')
    .where('account.id', accountId)
    .distinct()
    .pluck('org_unit.path')) as string[];
}
