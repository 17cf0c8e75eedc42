import { rulebooks } from '../language/zh/rulebooks.ts';
import { placedComparisons } from './condition-problem.ts';
import type { FactTypes } from './fact-type.ts';
import type { GradingRulebook } from './rulebook.ts';
import type { Problem } from './rulebook-finding.ts';
import { scaleProblems } from './scale-problem.ts';

const words = rulebooks.meaning;

/** What can be wrong with the matrix of a grading rulebook and its scales. */
export function gradingProblems(rulebook: GradingRulebook, types: FactTypes): readonly Problem[] {
  const { base } = rulebook;
  if (base.rows === base.columns) return [{ path: ['base', 'columns'], words: words['axes-alike']() }];
  return [
    ...scaleProblems(rulebook),
    ...requiredProblems(rulebook, types),
    ...baseRuleProblems(rulebook),
    ...cellProblems(rulebook),
    ...missingCells(rulebook),
  ];
}

function requiredProblems({ base, requires }: GradingRulebook, types: FactTypes): readonly Problem[] {
  const unknown = requires.flatMap((fact, index) =>
    types.has(fact)
      ? []
      : [{ path: ['requires', index], words: words['unknown-fact'](fact, [...types.keys()]) }],
  );
  const absent = [base.rows, base.columns].filter((fact) => !requires.includes(fact));
  return [
    ...unknown,
    ...absent.map((fact) => ({ path: ['requires'], words: words['axis-not-required'](fact) })),
  ];
}

// A base rule is the reason of cells, so it can only speak of what makes a cell.
function baseRuleProblems({ base }: GradingRulebook): readonly Problem[] {
  const axes: readonly string[] = [base.rows, base.columns];
  return base.rules.flatMap((rule, index) =>
    placedComparisons(rule.when, ['base', 'rules', index, 'when'])
      .filter(({ comparison }) => !axes.includes(comparison.fact))
      .map(({ comparison, path }) => ({
        path: [...path, 'fact'],
        words: words['base-fact'](comparison.fact),
        rules: [rule.name],
      })),
  );
}

function cellProblems({ base, scales }: GradingRulebook): readonly Problem[] {
  const names = new Set(base.rules.map(({ name }) => name));
  const rows = scales[base.rows].steps.map(({ code }) => code);
  const columns = scales[base.columns].steps.map(({ code }) => code);
  const seen = new Set<string>();
  return base.cells.flatMap(({ row, column, rules }, index): readonly Problem[] => {
    const path = ['base', 'cells', index];
    const facts = { [base.rows]: row, [base.columns]: column };
    const repeated = seen.has(`${row}/${column}`);
    seen.add(`${row}/${column}`);
    const unknown = rules.filter((rule) => !names.has(rule));
    return [
      ...(rows.includes(row) ? [] : [{ path: [...path, 'row'], words: words['unknown-step'](row, rows) }]),
      ...(columns.includes(column)
        ? []
        : [{ path: [...path, 'column'], words: words['unknown-step'](column, columns) }]),
      ...unknown.map((rule) => ({ path: [...path, 'rules'], words: words['unknown-rule'](rule) })),
      ...(repeated
        ? [{ path, kind: 'conflict' as const, words: words['cell-twice'](row, column), rules, facts }]
        : []),
    ];
  });
}

function missingCells({ base, scales }: GradingRulebook): readonly Problem[] {
  const present = new Set(base.cells.map(({ row, column }) => `${row}/${column}`));
  return scales[base.rows].steps.flatMap(({ code: row }) =>
    scales[base.columns].steps
      .filter(({ code: column }) => !present.has(`${row}/${column}`))
      .map(({ code: column }) => ({
        path: ['base', 'cells'],
        kind: 'gap' as const,
        words: words['cell-missing'](row, column),
        facts: { [base.rows]: row, [base.columns]: column },
      })),
  );
}
