import type { Texts } from '../language/texts.ts';
import { withCounts } from '../rulebooks/derived-value.ts';
import { exampleProblem, type ExampleResult } from '../rulebooks/example-problem.ts';
import { factTypes, unknownFacts, type RuleFacts } from '../rulebooks/fact-type.ts';
import type { JudgedCheck } from '../rulebooks/judged-check.ts';
import { ruleEngine } from '../rulebooks/rule-engine.ts';
import { declaredFacts } from '../rulebooks/rulebook-facts.ts';
import type { ExampleFacts, GradingRulebook } from '../rulebooks/rulebook.ts';
import type { Problem } from '../rulebooks/rulebook-finding.ts';
import { BudgetExceeded } from '../rulebooks/verification/diagram.ts';
import type { Decision } from './decision.ts';
import { factJudge, type FactJudge } from './fact-judge.ts';
import { Confirmation } from './verification/confirmation.ts';
import { gradeSuspicions, type Suspicions } from './verification/grade-suspicions.ts';
import { MOST_INVERSIONS } from './verification/inversion-findings.ts';
import { sampledSuspicions } from './verification/sampled-suspicions.ts';

/** About a second of work on a small office server. */
const MOST_STEPS = 400_000;

/**
 * What judging finds wrong with a grading rulebook: examples that do not hold, cells that rest on a rule which does
 * not apply in them, and what its whole fact space shows (required facts known, others also unknown). A space too
 * large is sampled.
 * @throws Error when the rule engine does not confirm what the search found: that is a bug
 */
export async function gradingCheck(
  rulebook: GradingRulebook,
  { mostSteps = MOST_STEPS }: { readonly mostSteps?: number } = {},
): Promise<JudgedCheck> {
  const judge = factJudge(rulebook);
  const found = [...(await exampleProblems(rulebook, judge)), ...(await cellProblems(rulebook))];
  const { sampled, cases, suspicions, isCut } = verified(rulebook, mostSteps);
  const confirmation = new Confirmation(rulebook);
  for (const suspicion of suspicions) found.push(await confirmation.problemOf(suspicion));
  return {
    ...{ cases, problems: found, sampled },
    warnings: [
      ...(sampled ? [(texts: Texts) => texts.rulebooks.check.sampled()] : []),
      ...(isCut ? [(texts: Texts) => texts.rulebooks.check['more-inversions'](MOST_INVERSIONS)] : []),
    ],
  };
}

function verified(rulebook: GradingRulebook, mostSteps: number): Suspicions & { readonly sampled: boolean } {
  try {
    return { ...gradeSuspicions(rulebook, mostSteps), sampled: false };
  } catch (error) {
    if (!(error instanceof BudgetExceeded)) throw error;
    return { ...sampledSuspicions(rulebook), sampled: true };
  }
}

async function exampleProblems(rulebook: GradingRulebook, judge: FactJudge): Promise<readonly Problem[]> {
  const problems: Problem[] = [];
  for (const [index, example] of rulebook.examples.entries()) {
    const verdict = await judge.judge(factsOf(rulebook, example.facts));
    const rules = verdict.grade === null ? [] : verdict.because.map(({ rule }) => rule);
    const { grade, rules: expectedRules = rules } = example.expect;
    if (grade === verdict.grade && expectedRules.join(' ') === rules.join(' ')) continue;
    problems.push(
      exampleProblem(example, index, {
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

function gradeSaid({ grades }: GradingRulebook, grade: Decision['grade'] | null): ExampleResult['said'] {
  return ({ terms, formats }) => (grade === null ? terms.unassessed : formats.inThisLanguage(grades[grade]));
}

// A base rule speaks of rows and columns alone, so what holds in a cell holds for all of its cases.
async function cellProblems(rulebook: GradingRulebook): Promise<readonly Problem[]> {
  const { base } = rulebook;
  if (!('cells' in base)) return [];
  const { rows, columns, rules, cells } = base;
  const engine = ruleEngine(rules, factTypes(rulebook));
  const problems: Problem[] = [];
  for (const [index, cell] of cells.entries()) {
    const facts = { [rows]: cell.row, [columns]: cell.column };
    const applying = await engine.applying({ ...unknownFacts(rulebook), ...facts });
    for (const rule of cell.rules.filter((name) => !applying.includes(name))) {
      const words = ({ rulebooks }: Texts) =>
        rulebooks.check['base-rule-does-not-apply'](rule, cell.row, cell.column);
      problems.push({ path: ['base', 'cells', index], kind: 'conflict', words, rules: [rule], facts });
    }
  }
  return problems;
}
