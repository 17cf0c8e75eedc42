import { knownFacts, writeFacts } from '../risk-points/own-fact-store.ts';
import { setFactsOfPost } from '../risk-points/post-fact-service.ts';
import type { UndoScene } from './put-back-service.ts';
import type { FactOfBatch } from './batch-fact.ts';

/**
 * Puts back what a batch set of facts that the bureau added; that they were taken back is told like any change.
 * @param made the points that the batch made: nothing is known of them any more
 * @returns the posts whose facts changed
 */
export async function putFactsBack(
  { transaction, ledger, source }: UndoScene,
  facts: readonly FactOfBatch[],
  made: readonly number[],
): Promise<ReadonlySet<number>> {
  const isMade = new Set(made);
  const posts = new Set<number>();
  for (const { owner, id, fact, before } of facts) {
    if (owner === 'post') {
      await setFactsOfPost(transaction, id, [[fact, before]], source);
      posts.add(id);
    } else if (!isMade.has(id)) {
      await ledger.setOwn(id, fact, before, source);
    }
  }
  const known = await knownFacts(transaction, 'risk_point', made);
  const gone = [...known].flatMap(([id, held]) => held.map((fact) => ({ ...fact, id, value: null })));
  await writeFacts(transaction, 'risk_point', gone);
  return posts;
}
