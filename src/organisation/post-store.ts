import type { Knex } from 'knex';
import type { Queryable, Transaction } from '../platform/database.ts';
import { insertRow } from '../platform/dialect.ts';
import { amongIds, insertList, listAsTable, listBinding } from '../platform/json-dialect.ts';
import type { Holding, Post, PostDomain } from './post.ts';
import { unitIdsWithin } from './reach-store.ts';

interface PostRow {
  readonly id: number;
  readonly unit_id: number;
  readonly name: string;
  readonly duties: string | null;
}

export async function postsOfUnit(from: Queryable, unitId: number): Promise<readonly Post[]> {
  const rows = (await from('post').where({ unit_id: unitId }).orderBy('id')) as PostRow[];
  return rows.map((row) => ({ id: row.id, unitId: row.unit_id, name: row.name, duties: row.duties }));
}

/** The posts of a unit and of what is under it. */
export async function postsUnder(from: Queryable, unitPath: string): Promise<readonly Post[]> {
  return (await underPath(from, unitPath)) as Post[];
}

function underPath(from: Queryable, unitPath: string): Knex.QueryBuilder {
  return from('post')
    .whereIn('unit_id', unitIdsWithin(from, { unitPaths: [unitPath] }))
    .orderBy('id')
    .select({ id: 'id', unitId: 'unit_id', name: 'name', duties: 'duties' });
}

/** The confidential posts (涉密) of a unit and of what is under it. */
export async function confidentialPostsUnder(from: Queryable, unitPath: string): Promise<readonly Post[]> {
  return (await underPath(from, unitPath).where({ is_confidential: 1 })) as Post[];
}

/** The people of a unit and of what is under it. */
export async function peopleUnder(
  from: Queryable,
  unitPath: string,
): Promise<readonly { readonly id: number; readonly name: string }[]> {
  return (await from('person')
    .whereIn('unit_id', unitIdsWithin(from, { unitPaths: [unitPath] }))
    .orderBy('id')
    .select({ id: 'id', name: 'name' })) as { id: number; name: string }[];
}

export function insertPost(transaction: Transaction, post: Omit<Post, 'id'>): Promise<number> {
  return insertRow(transaction, 'post', { unit_id: post.unitId, name: post.name, duties: post.duties });
}

/** Sets what forms state; duties that the office confirmed stay, and a confidential post has none here. */
export async function setDuties(
  transaction: Transaction,
  stated: readonly { readonly postId: number; readonly duties: string }[],
): Promise<void> {
  const rows = stated.map(({ postId, duties }) => [postId, duties]);
  const listed = listAsTable(transaction, { post_id: 'integer', duties: 'text' });
  await transaction.raw(
    `update post set duties = stated.duties from ${listed} as stated
      where post.id = stated.post_id and post.duties_confirmed = 0 and post.is_confidential = 0`,
    [listBinding(rows)],
  );
}

/** Opens a closed post again, such as when a form names it. */
export async function reopenPost(transaction: Transaction, postId: number): Promise<void> {
  await transaction('post')
    .where({ id: postId })
    .update({ active_to: null, guard: transaction.raw('guard + 1') });
}

/** Replaces what the rules suggested for posts; what a person confirmed or rejected stays. */
export async function replaceSuggestedDomains(
  transaction: Transaction,
  postIds: readonly number[],
  suggestions: readonly Omit<PostDomain, 'state'>[],
): Promise<void> {
  await transaction('post_domain')
    .where({ state: 'suggested' })
    .where(amongIds(transaction, 'post_id', postIds))
    .delete();
  const decided = (await transaction('post_domain')
    .where(amongIds(transaction, 'post_id', postIds))
    .select({ postId: 'post_id', domain: 'domain' })) as Pick<PostDomain, 'postId' | 'domain'>[];
  const taken = new Set(decided.map(({ postId, domain }) => `${String(postId)} ${domain}`));
  const confidential = (await transaction('post')
    .where({ is_confidential: 1 })
    .where(amongIds(transaction, 'id', postIds))
    .pluck('id')) as number[];
  const rows = suggestions
    .filter(({ postId, domain }) => !taken.has(`${String(postId)} ${domain}`))
    .filter(({ postId }) => !confidential.includes(postId))
    .map(({ postId, domain, evidence }) => [postId, domain, 'suggested', evidence]);
  await insertList(transaction, 'post_domain', ['post_id', 'domain', 'state', 'evidence'], rows);
}

/** The present holdings of a post. */
export async function currentHoldings(from: Queryable, postId: number): Promise<readonly Holding[]> {
  return (await heldNow(from).where({ 'holding.post_id': postId })) as Holding[];
}

/** The holdings that have not ended. */
export function heldNow(from: Queryable): Knex.QueryBuilder {
  return from('holding')
    .join('person', 'person.id', 'holding.person_id')
    .whereNull('holding.to_date')
    .select({
      holdingId: 'holding.id',
      postId: 'holding.post_id',
      personId: 'person.id',
      personName: 'person.name',
    });
}
