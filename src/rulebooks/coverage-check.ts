import { rulebooks } from '../language/zh/rulebooks.ts';
import { coverageDecision } from './coverage-judge.ts';
import { exampleProblem, resultText } from './example-problem.ts';
import { canOccur, combinationAt, factSpace } from './fact-space.ts';
import { factTypes, unknownFacts, type RuleFacts } from './fact-type.ts';
import type { JudgedCheck } from './judged-check.ts';
import type { CoverageRulebook } from './rulebook.ts';
import type { Problem } from './rulebook-finding.ts';
import { tooLargeProblem } from './space-limit.ts';

/** A coverage rulebook's examples, and whether it has an answer for every combination of facts that can occur. */
export async function coverageCheck(rulebook: CoverageRulebook): Promise<JudgedCheck> {
  const examples = await exampleProblems(rulebook);
  const types = factTypes(rulebook);
  const conditions = rulebook.rules.map((rule) => rule.when);
  const space = factSpace(rulebook, conditions);
  const tooLarge = tooLargeProblem(space, conditions);
  if (tooLarge !== null) return { cases: 0, problems: [...examples, tooLarge] };
  const possible = Array.from({ length: space.size }, (_, index) => combinationAt(space, index)).filter(
    (facts) => canOccur(types, facts),
  );
  return { cases: possible.length, problems: [...examples, ...(await firstGap(rulebook, possible))] };
}

async function firstGap(
  rulebook: CoverageRulebook,
  combinations: readonly RuleFacts[],
): Promise<readonly Problem[]> {
  const decide = coverageDecision(rulebook);
  for (const facts of combinations) {
    if ((await decide(facts)) === null) {
      return [{ path: ['rules'], kind: 'gap', words: rulebooks.check.gap(), facts }];
    }
  }
  return [];
}

async function exampleProblems(rulebook: CoverageRulebook): Promise<readonly Problem[]> {
  const decide = coverageDecision(rulebook);
  const problems: Problem[] = [];
  for (const [index, example] of rulebook.examples.entries()) {
    const { status, rule } = example.expect;
    const found = await decide({ ...unknownFacts(rulebook), ...example.facts });
    if (found?.status === status && (rule ?? found.rule) === found.rule) continue;
    problems.push(
      exampleProblem(example, index, {
        expected: resultText(status, rule === undefined ? [] : [rule]),
        found: resultText(found?.status ?? null, found === null ? [] : [found.rule]),
        rules: found === null ? [] : [found.rule],
      }),
    );
  }
  return problems;
}
