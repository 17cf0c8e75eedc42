import type { Queryable, Transaction } from '../platform/database.ts';
import { insertRow, insertRows } from '../platform/dialect.ts';
import type { Holding, Post, PostDomain } from './post.ts';

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
  return (await from('post')
    .join('org_unit', 'org_unit.id', 'post.unit_id')
    .whereLike('org_unit.path', `${unitPath}%`)
    .orderBy('post.id')
    .select({ id: 'post.id', unitId: 'post.unit_id', name: 'post.name', duties: 'post.duties' })) as Post[];
}

/** The confidential posts (涉密) of a unit and of what is under it. */
export async function confidentialPostsUnder(from: Queryable, unitPath: string): Promise<readonly Post[]> {
  const posts = await postsUnder(from, unitPath);
  const ids = (await from('post').where({ is_confidential: 1 }).pluck('id')) as number[];
  return posts.filter(({ id }) => ids.includes(id));
}

/** The people of a unit and of what is under it. */
export async function peopleUnder(
  from: Queryable,
  unitPath: string,
): Promise<readonly { readonly id: number; readonly name: string }[]> {
  return (await from('person')
    .join('org_unit', 'org_unit.id', 'person.unit_id')
    .whereLike('org_unit.path', `${unitPath}%`)
    .orderBy('person.id')
    .select({ id: 'person.id', name: 'person.name' })) as { id: number; name: string }[];
}

export function insertPost(transaction: Transaction, post: Omit<Post, 'id'>): Promise<number> {
  return insertRow(transaction, 'post', { unit_id: post.unitId, name: post.name, duties: post.duties });
}

/** Sets what forms state; duties that the office confirmed stay, and a confidential post has none here. */
export async function setDuties(transaction: Transaction, postId: number, duties: string): Promise<void> {
  await transaction('post').where({ id: postId, duties_confirmed: 0, is_confidential: 0 }).update({ duties });
}

/** Opens a closed post again, such as when a form names it. */
export async function reopenPostIfClosed(transaction: Transaction, postId: number): Promise<boolean> {
  const reopened = await transaction('post')
    .where({ id: postId })
    .whereNotNull('active_to')
    .update({ active_to: null, guard: transaction.raw('guard + 1') });
  return reopened > 0;
}

/** Whether a post is handled on paper (涉密). */
export async function isConfidential(from: Queryable, postId: number): Promise<boolean> {
  return (await from('post').where({ id: postId, is_confidential: 1 }).first('id')) !== undefined;
}

/** Replaces what the rules suggested for a post; what a person confirmed or rejected stays. */
export async function replaceSuggestedDomains(
  transaction: Transaction,
  postId: number,
  suggestions: readonly Omit<PostDomain, 'postId' | 'state'>[],
): Promise<void> {
  await transaction('post_domain').where({ post_id: postId, state: 'suggested' }).delete();
  if (await isConfidential(transaction, postId)) return;
  const decided = (await transaction('post_domain').where({ post_id: postId }).pluck('domain')) as string[];
  const rows = suggestions
    .filter((suggestion) => !decided.includes(suggestion.domain))
    .map(({ domain, evidence }) => ({ post_id: postId, domain, state: 'suggested', evidence }));
  await insertRows(transaction, 'post_domain', rows);
}

/** The present holdings of a post. */
export async function currentHoldings(from: Queryable, postId: number): Promise<readonly Holding[]> {
  return (await from('holding')
    .join('person', 'person.id', 'holding.person_id')
    .where({ 'holding.post_id': postId })
    .whereNull('holding.to_date')
    .select({
      holdingId: 'holding.id',
      postId: 'holding.post_id',
      personId: 'person.id',
      personName: 'person.name',
    })) as Holding[];
}

/** A unit's own people. */
export async function peopleOf(
  from: Queryable,
  unitId: number,
): Promise<readonly { readonly id: number; readonly name: string }[]> {
  return (await from('person').where({ unit_id: unitId }).orderBy('id').select('id', 'name')) as {
    id: number;
    name: string;
  }[];
}

export function insertPerson(transaction: Transaction, unitId: number, name: string): Promise<number> {
  return insertRow(transaction, 'person', { unit_id: unitId, name });
}

export function insertHolding(transaction: Transaction, postId: number, personId: number): Promise<number> {
  return insertRow(transaction, 'holding', { person_id: personId, post_id: postId });
}
