import { rulebooks } from '../language/zh/rulebooks.ts';
import { exampleProblem, resultText } from '../rulebooks/example-problem.ts';
import { combinationAt, factSpace } from '../rulebooks/fact-space.ts';
import { factTypes, unknownFacts } from '../rulebooks/fact-type.ts';
import type { JudgedCheck } from '../rulebooks/judged-check.ts';
import { ruleEngine } from '../rulebooks/rule-engine.ts';
import type { GradingRulebook } from '../rulebooks/rulebook.ts';
import type { Problem } from '../rulebooks/rulebook-finding.ts';
import { tooLargeProblem } from '../rulebooks/space-limit.ts';
import { terms } from '../language/zh/terms.ts';
import type { Decision } from './decision.ts';
import { conditionsOf } from './engine-rules.ts';
import { factJudge, type FactJudge } from './fact-judge.ts';
import { inversions } from './inversion.ts';

/**
 * What judging finds wrong with a grading rulebook: examples that do not hold, cells that rest on a rule which does
 * not apply in them, and inversions over the whole fact space (required facts known, others also unknown).
 */
export async function gradingCheck(rulebook: GradingRulebook): Promise<JudgedCheck> {
  const judge = factJudge(rulebook);
  const found = [...(await exampleProblems(rulebook, judge)), ...(await cellProblems(rulebook))];
  const conditions = conditionsOf(rulebook);
  const known = rulebook.requires;
  const space = factSpace(rulebook, conditions, { always: known, known });
  const tooLarge = tooLargeProblem(space, conditions);
  if (tooLarge !== null) return { cases: 0, problems: [...found, tooLarge] };
  const decisions: (Decision | null)[] = [];
  for (let index = 0; index < space.size; index += 1) {
    const verdict = await judge.judge({ ...unknownFacts(rulebook), ...combinationAt(space, index) });
    decisions.push(verdict.grade === null ? null : verdict);
  }
  return { cases: space.size, problems: [...found, ...inversions(rulebook, space, decisions)] };
}

async function exampleProblems(rulebook: GradingRulebook, judge: FactJudge): Promise<readonly Problem[]> {
  const problems: Problem[] = [];
  for (const [index, example] of rulebook.examples.entries()) {
    const verdict = await judge.judge({ ...unknownFacts(rulebook), ...example.facts });
    const rules = verdict.grade === null ? [] : verdict.because.map(({ rule }) => rule);
    const { grade, rules: expectedRules = rules } = example.expect;
    if (grade === verdict.grade && expectedRules.join(' ') === rules.join(' ')) continue;
    problems.push(
      exampleProblem(example, index, {
        expected: resultText(gradeText(grade), example.expect.rules ?? []),
        found: resultText(gradeText(verdict.grade), rules),
        rules,
      }),
    );
  }
  return problems;
}

function gradeText(grade: Decision['grade'] | null): string {
  return grade === null ? terms.unassessed : terms.grades[grade];
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
      const words = rulebooks.check['base-rule-does-not-apply'](rule, cell.row, cell.column);
      problems.push({ path: ['base', 'cells', index], kind: 'conflict', words, rules: [rule], facts });
    }
  }
  return problems;
}
