import { withCounts } from '../rulebooks/derived-value.ts';
import { exampleProblem, type ExampleResult } from '../rulebooks/example-problem.ts';
import { unknownFacts, type RuleFacts } from '../rulebooks/fact-type.ts';
import { declaredFacts } from '../rulebooks/rulebook-facts.ts';
import type { ExampleFacts, Grade, GradingRulebook } from '../rulebooks/rulebook.ts';
import type { Problem } from '../rulebooks/rulebook-finding.ts';
import type { FactJudge } from './fact-judge.ts';

/** The examples of a grading rulebook that do not come out as they expect. */
export async function gradingExampleProblems(
  rulebook: GradingRulebook,
  judge: FactJudge,
): Promise<readonly Problem[]> {
  const problems: Problem[] = [];
  for (const [index, example] of rulebook.examples.entries()) {
    const verdict = await judge.judge(factsOf(rulebook, example.facts));
    const rules = verdict.grade === null ? [] : verdict.because.map(({ rule }) => rule);
    const { grade, rules: expectedRules = rules } = example.expect;
    if (grade === verdict.grade && expectedRules.join(' ') === rules.join(' ')) continue;
    problems.push(
      exampleProblem(example, index, {
        rulebook,
        expected: { said: gradeSaid(rulebook, grade), rules: example.expect.rules ?? [] },
        found: { said: gradeSaid(rulebook, verdict.grade), rules },
      }),
    );
  }
  return problems;
}

function factsOf(rulebook: GradingRulebook, facts: ExampleFacts): RuleFacts {
  return withCounts({ ...unknownFacts(rulebook), ...facts }, declaredFacts(rulebook));
}

function gradeSaid({ grades }: GradingRulebook, grade: Grade | null): ExampleResult['said'] {
  return ({ terms, formats }) => (grade === null ? terms.unassessed : formats.inThisLanguage(grades[grade]));
}
