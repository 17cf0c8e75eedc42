import type { Transaction } from '../platform/database.ts';
import { OperationalError } from '../platform/errors.ts';
import { clashes } from '../rulebooks/fact-clash.ts';
import { declaredFacts } from '../rulebooks/rulebook-facts.ts';
import type { Rulebook } from '../rulebooks/rulebook.ts';
import { approvedAround } from './approved-store.ts';

/**
 * Refuses a rulebook before it is approved where another, approved and waiting to come into force, declares one of its
 * facts otherwise: whichever came second would stop at the catalogue that the first has filled.
 * @throws OperationalError `conflict`, naming the fact, what differs and the other rulebook
 */
export async function refuseClashWithApproved(
  transaction: Transaction,
  { id, unitPath }: { readonly id: number; readonly unitPath: string },
  rulebook: Rulebook,
): Promise<void> {
  for (const other of await approvedAround(transaction, unitPath, id)) {
    for (const fact of declaredFacts(rulebook)) {
      const same = declaredFacts(other).find(({ name }) => name === fact.name);
      const traits = same === undefined ? [] : clashes(same, fact);
      if (traits.length === 0) continue;
      throw new OperationalError('conflict', 'fact-differs-from-approved', ({ facts, formats }) => {
        const { inThisLanguage: say } = formats;
        return facts.clashWithApproved(say(fact.title), traits, say(other.title));
      });
    }
  }
}
