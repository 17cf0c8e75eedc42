import type { KeyDomain } from '../organisation/key-domain.ts';
import { domainJudge } from './domain-judge.ts';
import { exampleProblem, type ExampleResult } from './example-problem.ts';
import type { DomainRulebook } from './rulebook.ts';
import type { Problem } from './rulebook-finding.ts';

/** The examples of a domain rulebook that do not come out as they expect. */
export async function domainExampleProblems(rulebook: DomainRulebook): Promise<readonly Problem[]> {
  const judge = domainJudge(rulebook);
  const problems: Problem[] = [];
  for (const [index, example] of rulebook.examples.entries()) {
    const suggestions = await judge.suggest(example.facts.text, example.facts.subject);
    const expected = example.expect.domains.join(' ');
    const found = suggestions.map(({ domain }) => domain).join(' ');
    if (found === expected) continue;
    const rules = suggestions.map(({ rule }) => rule);
    problems.push(
      exampleProblem(example, index, {
        rulebook,
        expected: { said: domainsSaid(example.expect.domains), rules: [] },
        found: { said: domainsSaid(suggestions.map(({ domain }) => domain)), rules },
      }),
    );
  }
  return problems;
}

function domainsSaid(domains: readonly KeyDomain[]): ExampleResult['said'] {
  if (domains.length === 0) return null;
  return ({ terms, formats }) => formats.list(domains.map((domain) => terms.keyDomains[domain]));
}
