import type { Knex } from 'knex';
import type { Queryable, Transaction } from '../platform/database.ts';
import { insertRow } from '../platform/dialect.ts';
import type { KeyDomain } from './key-domain.ts';
import { unitIdsWithin } from './reach-store.ts';
import type { OfficeDomain, OfficeHolding, OfficePost } from './office.ts';

type PostRow = Omit<OfficePost, 'holdings' | 'domains' | 'isConfidential' | 'dutiesConfirmed'> & {
  readonly isConfidential: number;
  readonly dutiesConfirmed: number;
};

type WhichPosts =
  { readonly unitId: number } | { readonly postId: number } | { readonly waitingUnder: readonly string[] };

/** The posts of one unit, or one post, or those whose domains wait to be confirmed, as the office keeps them. */
export async function officePosts(from: Queryable, which: WhichPosts): Promise<readonly OfficePost[]> {
  const query = narrowed(from, which).orderBy(['org_unit.position', 'org_unit.id', 'post.id']);
  const rows = (await query.select({
    id: 'post.id',
    unitId: 'org_unit.id',
    unitName: 'org_unit.name',
    unitPath: 'org_unit.path',
    name: 'post.name',
    duties: 'post.duties',
    activeTo: 'post.active_to',
    isConfidential: 'post.is_confidential',
    dutiesConfirmed: 'post.duties_confirmed',
    guard: 'post.guard',
    points: from('risk_point_state')
      .whereRaw('risk_point_state.post_id = post.id')
      .where({ is_withdrawn: 0 })
      .count(),
  })) as PostRow[];
  const ids = rows.map(({ id }) => id);
  const holdings = await holdingsOf(from, ids);
  const domains = await domainsOf(from, ids);
  return rows.map((row) => ({
    ...row,
    isConfidential: row.isConfidential === 1,
    dutiesConfirmed: row.dutiesConfirmed === 1,
    holdings: holdings.filter(({ postId }) => postId === row.id),
    domains: domains.filter(({ postId }) => postId === row.id),
  }));
}

function narrowed(from: Queryable, which: WhichPosts): Knex.QueryBuilder {
  const query = from('post').join('org_unit', 'org_unit.id', 'post.unit_id');
  if ('unitId' in which) return query.where('post.unit_id', which.unitId);
  if ('postId' in which) return query.where('post.id', which.postId);
  const suggested = from('post_domain')
    .whereRaw('post_domain.post_id = post.id')
    .where({ state: 'suggested' });
  return query
    .whereNull('post.active_to')
    .whereExists(suggested)
    .whereIn('post.unit_id', unitIdsWithin(from, { unitPaths: which.waitingUnder }));
}

async function holdingsOf(from: Queryable, postIds: readonly number[]): Promise<readonly OfficeHolding[]> {
  const rows = (await from('holding')
    .join('person', 'person.id', 'holding.person_id')
    .whereIn('holding.post_id', [...postIds])
    .orderBy('holding.id')
    .select({
      id: 'holding.id',
      postId: 'holding.post_id',
      personId: 'person.id',
      person: 'person.name',
      from: 'holding.from_date',
      to: 'holding.to_date',
      isSecondment: 'holding.is_secondment',
      otherPosts: from.raw(
        `(select count(*) from holding as other where other.person_id = holding.person_id
           and other.id <> holding.id and other.to_date is null)`,
      ),
    })) as (Omit<OfficeHolding, 'isSecondment'> & { isSecondment: number })[];
  return rows.map((row) => ({ ...row, isSecondment: row.isSecondment === 1 }));
}

async function domainsOf(
  from: Queryable,
  postIds: readonly number[],
): Promise<readonly (OfficeDomain & { readonly postId: number })[]> {
  return (await from('post_domain')
    .whereIn('post_id', [...postIds])
    .select({
      postId: 'post_id',
      domain: 'domain',
      state: 'state',
      evidence: 'evidence',
    })) as (OfficeDomain & {
    postId: number;
  })[];
}

/** Changes a post that still is at that version; says whether it was. */
export async function updatePost(
  transaction: Transaction,
  post: { readonly id: number; readonly guard: number },
  change: Readonly<{
    name?: string;
    duties?: string | null;
    active_to?: string | null;
    is_confidential?: number;
    duties_confirmed?: number;
  }>,
): Promise<boolean> {
  const changed = await transaction('post')
    .where({ id: post.id, guard: post.guard })
    .update({ ...change, guard: post.guard + 1 });
  return changed === 1;
}

/** Sets how a domain stands on a post; what made the rules suggest it is kept. */
export async function setPostDomain(
  transaction: Transaction,
  postId: number,
  domain: KeyDomain,
  state: 'confirmed' | 'rejected',
): Promise<void> {
  await transaction('post_domain')
    .insert({ post_id: postId, domain, state })
    .onConflict(['post_id', 'domain'])
    .merge(['state']);
}

/** Takes back how a domain was decided: a suggestion with its words stands again, anything else is unanswered. */
export async function reopenPostDomain(
  transaction: Transaction,
  postId: number,
  domain: KeyDomain,
): Promise<void> {
  const decided = { post_id: postId, domain };
  await transaction('post_domain').where(decided).whereNull('evidence').delete();
  await transaction('post_domain').where(decided).update({ state: 'suggested' });
}

export async function dropDomains(transaction: Transaction, postId: number): Promise<void> {
  await transaction('post_domain').where({ post_id: postId }).delete();
}

export async function startHolding(
  transaction: Transaction,
  holding: {
    readonly postId: number;
    readonly unitId: number;
    readonly person: string;
    readonly from: string | null;
    readonly isSecondment: boolean;
  },
): Promise<void> {
  const known = (await transaction('person')
    .where({ unit_id: holding.unitId, name: holding.person })
    .first('id')) as { id: number } | undefined;
  const personId =
    known?.id ?? (await insertRow(transaction, 'person', { unit_id: holding.unitId, name: holding.person }));
  await insertRow(transaction, 'holding', {
    person_id: personId,
    post_id: holding.postId,
    from_date: holding.from,
    is_secondment: holding.isSecondment ? 1 : 0,
  });
}

/** Ends a holding that still runs; says whether it did. */
export async function endHolding(transaction: Transaction, holdingId: number, to: string): Promise<boolean> {
  const ended = await transaction('holding')
    .where({ id: holdingId })
    .whereNull('to_date')
    .update({ to_date: to });
  return ended === 1;
}
