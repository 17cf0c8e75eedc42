import { domainJudge } from './domain-judge.ts';
import { exampleProblem, resultText } from './example-problem.ts';
import type { JudgedCheck } from './judged-check.ts';
import type { DomainRulebook } from './rulebook.ts';
import type { Problem } from './rulebook-finding.ts';

/** A domain rulebook's examples. Words have no finite space to walk through. */
export async function domainCheck(rulebook: DomainRulebook): Promise<JudgedCheck> {
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
        expected: resultText(expected || null, []),
        found: resultText(found || null, rules),
        rules,
      }),
    );
  }
  return { cases: 0, problems, sampled: false, warnings: [] };
}
