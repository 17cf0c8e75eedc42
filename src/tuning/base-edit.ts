import { placedRules } from '../rulebooks/placed-rules.ts';
import type { MatrixBase, TableBase } from '../rulebooks/grading-base.ts';
import type { GradingRulebook } from '../rulebooks/rulebook.ts';
import {
  faultAt,
  faultsAmong,
  isFaulty,
  lengthFault,
  refuse,
  type EditFault,
  type EditResult,
} from './edit-fault.ts';
import { withExampleRule } from './example-rules.ts';
import { LONGEST, NAME } from './longest.ts';

type Otherwise = NonNullable<TableBase['otherwise']>;

/** The base rules that a cell of the matrix is to rest on. */
export interface CellReasons {
  readonly row: string;
  readonly column: string;
  readonly rules: readonly string[];
}

/** Changes of what a base is, beside its grades and its rules. */
export type BaseEdit =
  /** Of a matrix: which scale its rows are; its columns are the other one. */
  | { readonly kind: 'set-rows'; readonly rows: MatrixBase['rows'] }
  | { readonly kind: 'set-reasons'; readonly cells: readonly CellReasons[] }
  | { readonly kind: 'set-hit-policy'; readonly hitPolicy: TableBase['hitPolicy'] }
  /** Of a decision table: what holds where no rule applies; `null` where nothing is to. */
  | { readonly kind: 'set-otherwise'; readonly otherwise: Otherwise | null };

/** What a grading draft is after a change of its base. */
export function editBase(rulebook: GradingRulebook, change: BaseEdit): EditResult {
  const { base } = rulebook;
  switch (change.kind) {
    case 'set-rows':
      return 'cells' in base ? turned(rulebook, base, change.rows) : refuse('base', 'unfit');
    case 'set-reasons':
      return 'cells' in base ? withReasons(rulebook, base, change.cells) : refuse('base', 'unfit');
    case 'set-hit-policy':
      return 'cells' in base
        ? refuse('base', 'unfit')
        : { rulebook: { ...rulebook, base: { ...base, hitPolicy: change.hitPolicy } } };
    case 'set-otherwise':
      return 'cells' in base ? refuse('base', 'unfit') : withOtherwise(rulebook, base, change.otherwise);
  }
}

function turned(rulebook: GradingRulebook, base: MatrixBase, rows: MatrixBase['rows']): EditResult {
  if (rows === base.rows) return { rulebook };
  const cells = base.cells.map(({ row, column, ...cell }) => ({ row: column, column: row, ...cell }));
  return { rulebook: { ...rulebook, base: { ...base, rows, columns: base.rows, cells } } };
}

function withReasons(
  rulebook: GradingRulebook,
  base: MatrixBase,
  wanted: readonly CellReasons[],
): EditResult {
  const names = base.rules.map(({ name }) => name);
  const cells = base.cells.map((cell) => {
    const change = wanted.find(({ row, column }) => row === cell.row && column === cell.column);
    return change === undefined
      ? cell
      : { ...cell, rules: names.filter((name) => change.rules.includes(name)) };
  });
  if (wanted.some(({ rules }) => rules.some((rule) => !names.includes(rule)))) return refuse('rule', 'gone');
  const faults = cells
    .filter(({ rules }) => rules.length === 0)
    .map(({ row, column }) => faultAt('cell-reason', 'missing', cellField(row, column)));
  if (isFaulty(faults)) return { faults };
  return { rulebook: { ...rulebook, base: { ...base, cells } } };
}

/** The field of a form that has what a cell rests on. */
export function cellField(row: string, column: string): string {
  return `why/${row}/${column}`;
}

function withOtherwise(rulebook: GradingRulebook, base: TableBase, otherwise: Otherwise | null): EditResult {
  const { otherwise: old, ...others } = base;
  const faults = otherwise === null ? [] : otherwiseFaults(rulebook, otherwise, old?.name ?? null);
  if (isFaulty(faults)) return { faults };
  const changed: GradingRulebook = {
    ...rulebook,
    base: otherwise === null ? others : { ...others, otherwise },
  };
  return {
    rulebook: old === undefined ? changed : withExampleRule(changed, old.name, otherwise?.name ?? null),
  };
}

const LANGUAGES = ['zh', 'en'] as const;

function otherwiseFaults(
  rulebook: GradingRulebook,
  rule: Otherwise,
  replaces: string | null,
): readonly EditFault[] {
  const { title, reason, clause } = rule;
  const isKnown = rulebook.clauses.some(({ code }) => code === clause);
  return faultsAmong([
    ...LANGUAGES.map((one) => lengthFault(`title-${one}`, title[one], LONGEST.title, `title-${one}`)),
    ...LANGUAGES.map((one) => lengthFault(`reason-${one}`, reason[one], LONGEST.words, `reason-${one}`)),
    isKnown ? null : faultAt('clause', 'missing', 'clause'),
    nameFault(rulebook, rule, replaces),
  ]);
}

function nameFault(
  rulebook: GradingRulebook,
  { name, title }: Otherwise,
  replaces: string | null,
): EditFault | null {
  // A name that is left out is made of the English title: where that is missing as well, it alone is to blame.
  if (name === '' && title.en === '') return null;
  if (!NAME.test(name) || name.length > LONGEST.name) return faultAt('code', 'unwritable', 'name');
  const isTaken = placedRules(rulebook).some(({ rule: other }) => other.name === name && name !== replaces);
  return isTaken ? faultAt('name', 'taken', 'name') : null;
}
