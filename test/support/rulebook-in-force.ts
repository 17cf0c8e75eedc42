import { digestOf } from '../../src/rulebooks/digest.ts';
import { activateForAll, insertVersion } from '../../src/rulebooks/rulebook-store.ts';
import type { TestApp } from './http.ts';
import { shippedGrading } from './shipped-rulebooks.ts';

/** Puts a grading rulebook that ships in force for everybody, before any point is filed. */
export async function putInForce({ database }: Pick<TestApp, 'database'>, name: string): Promise<void> {
  const rulebook = shippedGrading(`grading/${name}.json`);
  const version = { version: 'tried', digest: digestOf(rulebook), state: 'active', at: 'now' };
  await database.transaction(async (transaction) => {
    const id = await insertVersion(transaction, rulebook, version);
    const standing = transaction('rulebook_activation').where({ kind: 'grading' }).whereNull('active_to');
    await standing.update({ active_to: 'now' });
    await activateForAll(transaction, 'grading', id, 'now');
  });
}
