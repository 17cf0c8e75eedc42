import type { Texts } from '../language/texts.ts';
import { domainExampleProblems } from './domain-example.ts';
import type { JudgedCheck } from './judged-check.ts';
import type { DomainRulebook } from './rulebook.ts';
import { Budget, MOST_STEPS } from './verification/budget.ts';
import { domainProblems } from './verification/domain-confirmation.ts';
import { domainSuspicions } from './verification/domain-suspicions.ts';

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
  const suspicions = domainSuspicions(rulebook, new Budget(mostSteps));
  const sampled = suspicions.isCut;
  return {
    cases: 0,
    problems: [...examples, ...(await domainProblems(rulebook, suspicions))],
    sampled,
    warnings: sampled ? [(texts: Texts) => texts.rulebooks.check['words-unchecked']()] : [],
  };
}
