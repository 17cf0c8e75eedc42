import type { Transaction } from '../platform/database.ts';
import { OperationalError } from '../platform/errors.ts';
import type { DeclaredFact } from '../rulebooks/declared-fact.ts';
import { clashes } from '../rulebooks/fact-clash.ts';
import { definitionsAt, definitionsBeneath, insertDefinition } from '../rulebooks/fact-definition-store.ts';
import { factsBeside } from '../rulebooks/facts-in-use-store.ts';
import { declaredFacts } from '../rulebooks/rulebook-facts.ts';
import type { GradingRulebook, Rulebook } from '../rulebooks/rulebook.ts';
import { settleCampaign } from './campaign-fact-store.ts';
import { openCampaignsAt } from './point-of-post-store.ts';

/** A unit that facts are declared for. */
interface AdoptingUnit {
  readonly id: number;
  readonly path: string;
}

/**
 * Takes the facts of a rulebook that comes into force into its unit's catalogue, and gives all standing points what is
 * derived, so that points can be grouped by them. Points move to their cases afterwards, by whoever calls this.
 * @throws OperationalError `conflict` when the catalogue knows a fact of one of these names otherwise
 */
export async function adoptDeclaredFacts(
  transaction: Transaction,
  unit: AdoptingUnit,
  rulebook: GradingRulebook,
  by: { readonly name: string; readonly at: string },
): Promise<void> {
  const known = await definitionsAt(transaction, unit.path);
  for (const fact of declaredFacts(rulebook)) {
    const same = known.find((definition) => definition.fact.name === fact.name);
    if (same !== undefined) refuseClash(same.fact, fact);
    else await insertDefinition(transaction, { unitId: unit.id, fact, createdBy: by.name, createdAt: by.at });
  }
  const definitionsOf = await definitionsBeneath(transaction, unit.path);
  for (const { id: campaignId, path } of await openCampaignsAt(transaction, unit.path)) {
    await settleCampaign(transaction, campaignId, factsBeside(definitionsOf(path), rulebook), by.at);
  }
}

/**
 * Refuses a rulebook before it is approved for what would keep it from coming into force.
 * @throws OperationalError `conflict` when the unit's catalogue knows one of its facts otherwise
 */
export async function refuseClashingFacts(
  transaction: Transaction,
  unitPath: string,
  rulebook: Rulebook,
): Promise<void> {
  const known = await definitionsAt(transaction, unitPath);
  for (const fact of declaredFacts(rulebook)) {
    const same = known.find((definition) => definition.fact.name === fact.name);
    if (same !== undefined) refuseClash(same.fact, fact);
  }
}

function refuseClash(known: DeclaredFact, fact: DeclaredFact): void {
  const traits = clashes(known, fact);
  if (traits.length === 0) return;
  throw new OperationalError('conflict', 'fact-differs', (text) =>
    text.facts.clash(text.formats.inThisLanguage(known.title), traits),
  );
}
