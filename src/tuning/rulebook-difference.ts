import { isDeepStrictEqual } from 'node:util';
import { reasonsIn } from '../rulebooks/grading-rules.ts';
import type { GradingRulebook, Rulebook } from '../rulebooks/rulebook.ts';
import type { Difference, NamedRule } from './difference.ts';

/** What is different in the second of two versions of one rulebook, thing by thing in the order of a rulebook. */
export function rulebookDifference(before: Rulebook, after: Rulebook): readonly Difference[] {
  return [
    ...partsChanged(before, after),
    ...(before.kind === 'grading' && after.kind === 'grading' ? cellsChanged(before, after) : []),
    ...rulesChanged(before, after),
    ...ordersChanged(before, after),
    ...counted('examples', before.examples, after.examples),
    ...(before.kind === 'grading' && after.kind === 'grading'
      ? counted('explained', before.explained ?? [], after.explained ?? [])
      : []),
  ];
}

const PARTS = [
  'title',
  'description',
  'clauses',
  'subject',
  'grades',
  'scales',
  'facts',
  'requires',
] as const;

function partsChanged(before: Rulebook, after: Rulebook): readonly Difference[] {
  const [was, is]: readonly Readonly<Record<string, unknown>>[] = [{ ...before }, { ...after }];
  const changed = PARTS.filter((part) => !isDeepStrictEqual(was?.[part], is?.[part]));
  const bases = before.kind === 'grading' && after.kind === 'grading' && !isSameBase(before, after);
  return [...changed, ...(bases ? (['base'] as const) : [])].map((part) => ({ kind: 'part', part }));
}

/** Whether two bases are of one shape; their cells and rules are compared one by one. */
function isSameBase({ base: was }: GradingRulebook, { base: is }: GradingRulebook): boolean {
  if ('cells' in was) return 'cells' in is && was.rows === is.rows && was.columns === is.columns;
  return 'decisions' in is && was.hitPolicy === is.hitPolicy;
}

function cellsChanged({ base: was }: GradingRulebook, { base: is }: GradingRulebook): readonly Difference[] {
  if (!('cells' in was) || !('cells' in is)) return [];
  const key = ({ row, column }: { readonly row: string; readonly column: string }): string =>
    `${row}/${column}`;
  const old = new Map(was.cells.map((cell) => [key(cell), cell.grade]));
  const now = new Map(is.cells.map((cell) => [key(cell), cell.grade]));
  const all = [...is.cells, ...was.cells.filter((cell) => !now.has(key(cell)))];
  return all.flatMap((cell): readonly Difference[] => {
    const [from, to] = [old.get(key(cell)) ?? null, now.get(key(cell)) ?? null];
    return from === to ? [] : [{ kind: 'cell', row: cell.row, column: cell.column, from, to }];
  });
}

function rulesChanged(before: Rulebook, after: Rulebook): readonly Difference[] {
  const [was, is] = [allRules(before), allRules(after)];
  const named = (rules: readonly NamedRule[], name: string): NamedRule | null =>
    rules.find((rule) => rule.name === name) ?? null;
  const all = [...is, ...was.filter(({ name }) => named(is, name) === null)];
  return all.flatMap(({ name, title }): readonly Difference[] => {
    const [from, to] = [named(was, name), named(is, name)];
    return isDeepStrictEqual(from, to) ? [] : [{ kind: 'rule', name, title, from, to }];
  });
}

function allRules(rulebook: Rulebook): readonly NamedRule[] {
  return rulebook.kind === 'grading' ? reasonsIn(rulebook) : rulebook.rules;
}

// Rules that stand in both, in another order.
function ordersChanged(before: Rulebook, after: Rulebook): readonly Difference[] {
  const [was, is] = [listsByName(before), listsByName(after)];
  return (['base', 'adjustments', 'rules'] as const).flatMap((list): readonly Difference[] => {
    const [old, now] = [was[list] ?? [], is[list] ?? []];
    const kept = now.filter((name) => old.includes(name));
    const isMoved = !isDeepStrictEqual(
      kept,
      old.filter((name) => now.includes(name)),
    );
    return isMoved ? [{ kind: 'order', list }] : [];
  });
}

function listsByName(rulebook: Rulebook): Readonly<Record<string, readonly string[]>> {
  const names = (rules: readonly NamedRule[]): readonly string[] => rules.map(({ name }) => name);
  if (rulebook.kind !== 'grading') return { rules: names(rulebook.rules) };
  const { base, adjustments } = rulebook;
  return { base: 'decisions' in base ? names(base.decisions) : [], adjustments: names(adjustments) };
}

function counted(
  kind: 'examples' | 'explained',
  before: readonly unknown[],
  after: readonly unknown[],
): readonly Difference[] {
  const lacks = (list: readonly unknown[], one: unknown): boolean =>
    !list.some((other) => isDeepStrictEqual(one, other));
  const added = after.filter((one) => lacks(before, one)).length;
  const removed = before.filter((one) => lacks(after, one)).length;
  return added + removed === 0 ? [] : [{ kind, added, removed }];
}
