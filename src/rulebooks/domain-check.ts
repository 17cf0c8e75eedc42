import type { Texts } from '../language/texts.ts';
import { domainExampleProblems } from './domain-example.ts';
import type { JudgedCheck } from './judged-check.ts';
import type { DomainRulebook } from './rulebook.ts';
import { BudgetExceeded } from './verification/diagram.ts';
import { domainProblems } from './verification/domain-confirmation.ts';
import { domainSuspicions, type DomainSuspicions } from './verification/domain-suspicions.ts';

/** About a second of work on a small office server. */
const MOST_STEPS = 400_000;

/**
 * A domain rulebook's examples, and its rules that suggest nothing which others would not. Words have no finite space,
 * so that no cases are counted; a text is what words it contains.
 * @throws Error when the rule engine does not confirm what the search found: that is a bug
 */
export async function domainCheck(
  rulebook: DomainRulebook,
  { mostSteps = MOST_STEPS }: { readonly mostSteps?: number } = {},
): Promise<JudgedCheck> {
  const examples = await domainExampleProblems(rulebook);
  const suspicions = verified(rulebook, mostSteps);
  const sampled = suspicions === null;
  return {
    cases: 0,
    problems: [...examples, ...(sampled ? [] : await domainProblems(rulebook, suspicions))],
    sampled,
    warnings: sampled ? [(texts: Texts) => texts.rulebooks.check['words-unchecked']()] : [],
  };
}

function verified(rulebook: DomainRulebook, mostSteps: number): DomainSuspicions | null {
  try {
    return domainSuspicions(rulebook, mostSteps);
  } catch (error) {
    if (error instanceof BudgetExceeded) return null;
    throw error;
  }
}
