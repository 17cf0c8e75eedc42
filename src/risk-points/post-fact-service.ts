import type { Transaction } from '../platform/database.ts';
import type { FactValue } from '../rulebooks/fact-type.ts';
import type { FactSource } from './fact-source.ts';
import { keepFactChange, writeFacts } from './own-fact-store.ts';
import type { PointLedger } from './point-ledger-service.ts';
import { openPointsOfPost } from './point-of-post-store.ts';

/** Sets facts that the bureau added, of one post; `settlePosts` gives them to the post's points. */
export async function setFactsOfPost(
  transaction: Transaction,
  id: number,
  facts: readonly (readonly [string, FactValue])[],
  source: FactSource,
): Promise<void> {
  const { setBy, setAt } = source;
  const writes = facts.map(([fact, value]) => ({ id, fact, value, setBy, setAt }));
  await writeFacts(transaction, 'post', writes);
  for (const { fact, value } of writes) {
    await keepFactChange(transaction, 'post', { id, fact, value, source });
  }
}

/** Gives the standing points of posts whose facts changed what follows, in every campaign that is open. */
export async function settlePosts(
  transaction: Transaction,
  ledger: PointLedger,
  posts: Iterable<number>,
  at: string,
): Promise<void> {
  const open = new Map<number, { readonly id: number; readonly unitId: number }[]>();
  for (const post of posts) {
    for (const { campaignId, points } of await openPointsOfPost(transaction, post)) {
      open.set(campaignId, [...(open.get(campaignId) ?? []), ...points]);
    }
  }
  for (const [campaignId, points] of open) {
    for (const { id, unitId } of points) ledger.touch(id, unitId);
    await ledger.settle(campaignId, at);
  }
}
