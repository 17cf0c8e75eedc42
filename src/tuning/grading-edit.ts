import { valueProblem } from '../rulebooks/condition-problem.ts';
import { factTypes } from '../rulebooks/fact-type.ts';
import type {
  BothLanguages,
  ExampleFacts,
  Grade,
  GradingExample,
  GradingRulebook,
} from '../rulebooks/rulebook.ts';
import { factsKey } from './facts-key.ts';
import { refuse, type EditResult } from './edit-fault.ts';

export interface CellGrade {
  readonly row: string;
  readonly column: string;
  readonly grade: Grade;
}

/** Changes that only a grading rulebook can take. */
export type GradingEdit =
  | { readonly kind: 'set-cells'; readonly cells: readonly CellGrade[] }
  | { readonly kind: 'add-example'; readonly example: GradingExample }
  /** Of the example at a position: the grade that it gets now is the one that is wanted. */
  | { readonly kind: 'expect'; readonly at: number; readonly grade: Grade | null }
  | {
      readonly kind: 'explain';
      readonly better: ExampleFacts;
      readonly worse: ExampleFacts;
      readonly reason: BothLanguages;
      readonly clause: string;
    };

/** What a grading draft is after a change of its matrix, its examples or its explained inversions. */
export function editGrading(rulebook: GradingRulebook, change: GradingEdit): EditResult {
  switch (change.kind) {
    case 'set-cells':
      return setCells(rulebook, change);
    case 'add-example':
      return addExample(rulebook, change);
    case 'expect':
      return expect(rulebook, change);
    case 'explain':
      return explain(rulebook, change);
  }
}

function setCells(
  rulebook: GradingRulebook,
  { cells }: Extract<GradingEdit, { kind: 'set-cells' }>,
): EditResult {
  const { base } = rulebook;
  if (!('cells' in base)) return refuse('cell', 'unfit');
  const isOf = (row: string, column: string) => (cell: { readonly row: string; readonly column: string }) =>
    cell.row === row && cell.column === column;
  if (cells.some(({ row, column }) => !base.cells.some(isOf(row, column)))) return refuse('cell', 'gone');
  const changed = base.cells.map((cell) => {
    const wanted = cells.find(isOf(cell.row, cell.column));
    return wanted === undefined ? cell : { ...cell, grade: wanted.grade };
  });
  return { rulebook: { ...rulebook, base: { ...base, cells: changed } } };
}

function addExample(
  rulebook: GradingRulebook,
  { example }: Extract<GradingEdit, { kind: 'add-example' }>,
): EditResult {
  if (example.name.zh === '' || example.name.en === '') return refuse('example', 'missing');
  if (!fits(rulebook, example.facts)) return refuse('example', 'unfit');
  const key = factsKey(example.facts);
  if (rulebook.examples.some(({ facts }) => factsKey(facts) === key)) return refuse('example', 'taken');
  return { rulebook: { ...rulebook, examples: [...rulebook.examples, example] } };
}

function expect(
  rulebook: GradingRulebook,
  { at, grade }: Extract<GradingEdit, { kind: 'expect' }>,
): EditResult {
  const example = rulebook.examples[at];
  if (example === undefined) return refuse('example', 'gone');
  // The rules that were expected led to the old grade.
  const changed = { ...example, expect: { grade } };
  return { rulebook: { ...rulebook, examples: rulebook.examples.with(at, changed) } };
}

function explain(rulebook: GradingRulebook, change: Extract<GradingEdit, { kind: 'explain' }>): EditResult {
  const { better, worse, reason, clause } = change;
  if (reason.zh === '' || reason.en === '') return refuse('reason', 'missing');
  if (!rulebook.clauses.some(({ code }) => code === clause)) return refuse('clause', 'missing');
  if (!fits(rulebook, better) || !fits(rulebook, worse)) return refuse('example', 'unfit');
  const explained = rulebook.explained ?? [];
  return { rulebook: { ...rulebook, explained: [...explained, { better, worse, reason, clause }] } };
}

function fits(rulebook: GradingRulebook, facts: ExampleFacts): boolean {
  const types = factTypes(rulebook);
  return Object.entries(facts).every(([fact, value]) => valueProblem(fact, value, types) === null);
}
