import { coverageDecision } from './coverage-judge.ts';
import { exampleProblem, type ExampleResult } from './example-problem.ts';
import { unknownFacts } from './fact-type.ts';
import type { CoverageRulebook, CoverageStatus } from './rulebook.ts';
import type { Problem } from './rulebook-finding.ts';

const NOTHING: ExampleResult = { said: null, rules: [] };

/** The examples of a coverage rulebook that do not come out as they expect. */
export async function coverageExampleProblems(rulebook: CoverageRulebook): Promise<readonly Problem[]> {
  const decide = coverageDecision(rulebook);
  const problems: Problem[] = [];
  for (const [index, example] of rulebook.examples.entries()) {
    const { status, rule } = example.expect;
    const found = await decide({ ...unknownFacts(rulebook), ...example.facts });
    if (found?.status === status && (rule ?? found.rule) === found.rule) continue;
    problems.push(
      exampleProblem(example, index, {
        rulebook,
        expected: { said: statusSaid(status), rules: rule === undefined ? [] : [rule] },
        found: found === null ? NOTHING : { said: statusSaid(found.status), rules: [found.rule] },
      }),
    );
  }
  return problems;
}

function statusSaid(status: CoverageStatus): ExampleResult['said'] {
  return ({ terms, workbench }) =>
    status === 'not-expected' ? workbench.words.isNotExpected : terms.coverage[status];
}
