import type { Texts } from '../language/texts.ts';
import { placedComparisons } from './condition-problem.ts';
import type { MatrixBase } from './grading-base.ts';
import type { GradingRulebook, Scale } from './rulebook.ts';
import type { Problem } from './rulebook-finding.ts';

/** What can be wrong with a base matrix: its axes, the rules that its cells rest on, cells missing or given twice. */
export function matrixProblems(
  base: MatrixBase,
  { scales, requires }: Pick<GradingRulebook, 'scales' | 'requires'>,
): readonly Problem[] {
  if (base.rows === base.columns)
    return [
      { path: ['base', 'columns'], words: ({ rulebooks }: Texts) => rulebooks.meaning['axes-alike']() },
    ];
  const absent = [base.rows, base.columns].filter((fact) => !requires.includes(fact));
  return [
    ...absent.map((fact) => ({
      path: ['requires'],
      words: ({ rulebooks }: Texts) => rulebooks.meaning['axis-not-required'](fact),
    })),
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
        words: ({ rulebooks }: Texts) => rulebooks.meaning['base-fact'](comparison.fact),
        rules: [rule.name],
      })),
  );
}

function cellProblems(base: MatrixBase, scales: GradingRulebook['scales']): readonly Problem[] {
  const names = new Set(base.rules.map(({ name }) => name));
  const seen = new Set<string>();
  return base.cells.flatMap(({ row, column, rules }, index): readonly Problem[] => {
    const path = ['base', 'cells', index];
    const facts = { [base.rows]: row, [base.columns]: column };
    const repeated = seen.has(`${row}/${column}`);
    seen.add(`${row}/${column}`);
    const unknown = rules.filter((rule) => !names.has(rule));
    return [
      ...stepProblems(row, scales[base.rows], [...path, 'row']),
      ...stepProblems(column, scales[base.columns], [...path, 'column']),
      ...unknown.map((rule) => ({
        path: [...path, 'rules'],
        words: ({ rulebooks }: Texts) => rulebooks.meaning['unknown-rule'](rule),
      })),
      ...(repeated ? [{ ...twice(row, column), path, rules, facts }] : []),
    ];
  });
}

function stepProblems(step: string, scale: Scale, path: Problem['path']): readonly Problem[] {
  const steps = scale.steps.map(({ code }) => code);
  if (steps.includes(step)) return [];
  return [{ path, words: ({ rulebooks }) => rulebooks.meaning['unknown-step'](step, steps) }];
}

function twice(row: string, column: string): Pick<Problem, 'kind' | 'words'> {
  return { kind: 'conflict', words: ({ rulebooks }) => rulebooks.meaning['cell-twice'](row, column) };
}

function missingCells(base: MatrixBase, scales: GradingRulebook['scales']): readonly Problem[] {
  const present = new Set(base.cells.map(({ row, column }) => `${row}/${column}`));
  return scales[base.rows].steps.flatMap(({ code: row }) =>
    scales[base.columns].steps
      .filter(({ code: column }) => !present.has(`${row}/${column}`))
      .map(({ code: column }) => ({
        path: ['base', 'cells'],
        kind: 'gap' as const,
        words: ({ rulebooks }: Texts) => rulebooks.meaning['cell-missing'](row, column),
        facts: { [base.rows]: row, [base.columns]: column },
      })),
  );
}
