import { digestOf } from '../../src/rulebooks/digest.ts';
import { activateForAll, insertVersion } from '../../src/rulebooks/rulebook-store.ts';
import type { GradingRulebook } from '../../src/rulebooks/rulebook.ts';
import type { TestApp } from './http.ts';
import { shippedGrading } from './shipped-rulebooks.ts';

/** Puts a grading rulebook in force for everybody, before any point is filed: one that ships, by its name, or any. */
export async function putInForce(
  { database }: Pick<TestApp, 'database'>,
  named: string | GradingRulebook,
): Promise<void> {
  const rulebook = typeof named === 'string' ? shippedGrading(`grading/${named}.json`) : named;
  const version = { version: 'tried', digest: digestOf(rulebook), state: 'active', at: 'now' };
  await database.transaction(async (transaction) => {
    const id = await insertVersion(transaction, rulebook, version);
    const standing = transaction('rulebook_activation').where({ kind: 'grading' }).whereNull('active_to');
    await standing.update({ active_to: 'now' });
    await activateForAll(transaction, 'grading', id, 'now');
  });
}
