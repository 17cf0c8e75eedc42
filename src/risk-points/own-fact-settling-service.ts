import type { Transaction } from '../platform/database.ts';
import type { DeclaredFact } from '../rulebooks/declared-fact.ts';
import { factsInUse } from '../rulebooks/facts-in-use-store.ts';
import type { GradingRulebook } from '../rulebooks/rulebook.ts';
import { countsPoints, factWrites } from './own-fact-change.ts';
import { knownFacts, writeFacts } from './own-fact-store.ts';
import { bureauPathOf, pointsOfTheirPosts, type PointPlace } from './point-of-post-store.ts';

/**
 * Gives points their posts' facts and all that is derived, those of other points of the same posts included where a
 * fact counts them.
 * @returns the points whose facts changed, and their units
 */
export async function settleOwnFacts(
  transaction: Transaction,
  campaignId: number,
  touched: readonly number[],
  { rulebook, at }: { readonly rulebook: GradingRulebook; readonly at: string },
): Promise<ReadonlyMap<number, number>> {
  const declared = await factsInUse(transaction, await bureauPathOf(transaction, campaignId), rulebook);
  if (declared.length === 0 || touched.length === 0) return new Map();
  const places = await pointsOfTheirPosts(transaction, campaignId, touched);
  const isTouched = new Set(touched);
  const concerned = countsPoints(declared) ? places : places.filter(({ id }) => isTouched.has(id));
  return writeChanges(transaction, places, concerned, declared, at);
}

async function writeChanges(
  transaction: Transaction,
  places: readonly PointPlace[],
  concerned: readonly PointPlace[],
  declared: readonly DeclaredFact[],
  at: string,
): Promise<ReadonlyMap<number, number>> {
  const counts = new Map<string, number>();
  for (const place of places) counts.set(groupOf(place), (counts.get(groupOf(place)) ?? 0) + 1);
  const known = await knownFacts(
    transaction,
    'risk_point',
    concerned.map(({ id }) => id),
  );
  const posts = new Set(concerned.flatMap(({ postId }) => (postId === null ? [] : [postId])));
  const ofPosts = await knownFacts(transaction, 'post', [...posts]);
  const writes = concerned.flatMap((place) => {
    const point = {
      known: known.get(place.id) ?? [],
      ofPost: place.postId === null ? [] : (ofPosts.get(place.postId) ?? []),
      pointsOfPost: counts.get(groupOf(place)) ?? 0,
    };
    return factWrites(point, declared, at).map((write) => ({ ...write, id: place.id }));
  });
  await writeFacts(transaction, 'risk_point', writes);
  const changed = new Set(writes.map(({ id }) => id));
  return new Map(concerned.filter(({ id }) => changed.has(id)).map(({ id, unitId }) => [id, unitId]));
}

/** The post, or the unit itself for points that have none. */
function groupOf({ unitId, postId }: PointPlace): string {
  return postId === null ? `unit ${String(unitId)}` : `post ${String(postId)}`;
}
