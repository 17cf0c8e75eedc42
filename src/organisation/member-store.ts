import type { Queryable } from '../platform/database.ts';
import type { PendingRows } from '../platform/pending-rows.ts';
import type { Holding, Post } from './post.ts';
import { heldNow } from './post-store.ts';

/** A post as forms find it. */
export interface KnownPost extends Post {
  /** Its texts are handled on paper (涉密). */
  readonly isConfidential: boolean;
  readonly isClosed: boolean;
}

/** A unit's posts, closed ones included: a name is taken for good. */
export async function knownPostsOf(from: Queryable, unitId: number): Promise<readonly KnownPost[]> {
  const rows = (await from('post').where({ unit_id: unitId }).orderBy('id')) as {
    readonly id: number;
    readonly name: string;
    readonly duties: string | null;
    readonly is_confidential: number;
    readonly active_to: string | null;
  }[];
  return rows.map((row) => ({
    id: row.id,
    unitId,
    name: row.name,
    duties: row.duties,
    isConfidential: row.is_confidential === 1,
    isClosed: row.active_to !== null,
  }));
}

/** The present holdings of a unit's posts, by whomever. */
export async function presentHoldings(from: Queryable, unitId: number): Promise<readonly Holding[]> {
  return (await heldNow(from)
    .join('post', 'post.id', 'holding.post_id')
    .where('post.unit_id', unitId)
    .orderBy('holding.id')) as Holding[];
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

export function addPost(rows: PendingRows, { unitId, name, duties }: Omit<Post, 'id'>): Promise<number> {
  return rows.addWithId('post', { unit_id: unitId, name, duties });
}

export function addPerson(rows: PendingRows, unitId: number, name: string): Promise<number> {
  return rows.addWithId('person', { unit_id: unitId, name });
}

export function addHolding(rows: PendingRows, postId: number, personId: number): Promise<number> {
  return rows.addWithId('holding', { person_id: personId, post_id: postId });
}
