import { rulebooks } from '../language/zh/rulebooks.ts';
import { placedComparisons } from './condition-problem.ts';
import type { MatrixBase } from './grading-base.ts';
import type { GradingRulebook } from './rulebook.ts';
import type { Problem } from './rulebook-finding.ts';

const words = rulebooks.meaning;

/** What can be wrong with a base matrix: its axes, the rules that its cells rest on, cells missing or given twice. */
export function matrixProblems(
  base: MatrixBase,
  { scales, requires }: Pick<GradingRulebook, 'scales' | 'requires'>,
): readonly Problem[] {
  if (base.rows === base.columns) return [{ path: ['base', 'columns'], words: words['axes-alike']() }];
  const absent = [base.rows, base.columns].filter((fact) => !requires.includes(fact));
  return [
    ...absent.map((fact) => ({ path: ['requires'], words: words['axis-not-required'](fact) })),
    ...baseRuleProblems(base),
    ...cellProblems(base, scales),
    ...missingCells(base, scales),
  ];
}

// A base rule is the reason of cells, so it can only speak of what makes a cell.
function baseRuleProblems(base: MatrixBase): readonly Problem[] {
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

function cellProblems(base: MatrixBase, scales: GradingRulebook['scales']): readonly Problem[] {
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

function missingCells(base: MatrixBase, scales: GradingRulebook['scales']): readonly Problem[] {
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
