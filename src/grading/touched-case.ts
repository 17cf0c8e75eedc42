import type { GradingRulebook, MatrixCell } from '../rulebooks/rulebook.ts';
import type { CaseFacts } from './case.ts';
import { stepOn } from './class.ts';

/**
 * Tells which cases may get another verdict from the one rulebook than from the other, where the two differ in nothing
 * but cells of their matrix and words about themselves; `null` where they differ in more.
 */
export function touchedCases(
  before: GradingRulebook,
  after: GradingRulebook,
): ((facts: CaseFacts) => boolean) | null {
  const { base } = after;
  if (!('cells' in base) || !('cells' in before.base)) return null;
  if (JSON.stringify(withoutCells(before)) !== JSON.stringify(withoutCells(after))) return null;
  const was = new Map(before.base.cells.map((cell) => [placeOf(cell), JSON.stringify(cell)]));
  const changed = base.cells.filter((cell) => was.get(placeOf(cell)) !== JSON.stringify(cell));
  if (before.base.cells.length !== base.cells.length) return null;
  // Of an unknown step any may come true.
  const mayBe = (step: string | null, wanted: string): boolean => step === null || step === wanted;
  return (facts) => {
    const row = stepOn(after.scales[base.rows], facts[base.rows]);
    const column = stepOn(after.scales[base.columns], facts[base.columns]);
    return changed.some((cell) => mayBe(row, cell.row) && mayBe(column, cell.column));
  };
}

/** All that a verdict follows from but the cells. */
function withoutCells({ subject, scales, requires, facts, base, adjustments }: GradingRulebook): unknown {
  return [subject, scales, requires, facts, { ...base, cells: [] }, adjustments];
}

function placeOf({ row, column }: MatrixCell): string {
  return `${row}/${column}`;
}
