import type { DeclaredFact } from '../../src/rulebooks/declared-fact.ts';
import type { AdjustmentRule, Grade, GradingRulebook } from '../../src/rulebooks/rulebook.ts';
import { anAdjustment } from '../support/grading-builder.ts';
import { matrixOf, noticeRulebook } from '../support/shipped-rulebooks.ts';

const WORDS = { zh: '说明', en: 'words' };

const FACTS: readonly DeclaredFact[] = [
  { ...declared('amount'), type: 'number', unit: { zh: '万元', en: '10,000 yuan' } },
  { ...declared('rotationOverdue'), type: 'boolean' },
];

/** Where a rulebook of the bench cuts its numbers. */
interface Cuts {
  readonly largeAmount: number;
  readonly manyMeasures: number;
}

export const CUTS: Cuts = { largeAmount: 500, manyMeasures: 3 };

/** The domains in which money is spent. */
export const MONEY: readonly string[] = ['finance', 'procurement', 'key-projects'];

/** The notice with rules on money, rotation and measures: what a bureau's own standard looks like. */
export function ruledBureau(cuts: Cuts = CUTS): GradingRulebook {
  const notice = noticeRulebook();
  return { ...notice, name: 'bench', facts: FACTS, adjustments: adjustments(cuts) };
}

/** One cell of the matrix changed, another one at each turn: no number is cut where none was before. */
export function changedCell(turn: number): GradingRulebook {
  const rulebook = ruledBureau();
  const matrix = matrixOf(rulebook);
  const changed = (turn * 5 + 4) % matrix.cells.length;
  const cells = matrix.cells.map((cell, index) =>
    index === changed ? { ...cell, grade: otherGrade(cell.grade) } : cell,
  );
  return { ...rulebook, base: { ...matrix, cells } };
}

/** Every cell of the matrix changed: every grade moves that nobody decided and no other rule holds. */
export function everyCellChanged(): GradingRulebook {
  const rulebook = ruledBureau();
  const matrix = matrixOf(rulebook);
  const cells = matrix.cells.map((cell) => ({ ...cell, grade: NEXT_GRADE[cell.grade] }));
  return { ...rulebook, base: { ...matrix, cells } };
}

const NEXT_GRADE = { 1: 2, 2: 3, 3: 1 } as const;

/** One threshold of an own fact moved: a number is cut where no rule cut it before. */
export function newThreshold(): GradingRulebook {
  return ruledBureau({ ...CUTS, largeAmount: 300 });
}

/** Two thresholds moved, of an own fact and of the number of measures: both numbers are cut anew. */
export function movedThresholds(turn: number): GradingRulebook {
  return ruledBureau({ largeAmount: 300 + turn, manyMeasures: 2 });
}

function otherGrade(grade: Grade): Grade {
  return grade === 1 ? 2 : 1;
}

function adjustments({ largeAmount, manyMeasures }: Cuts): readonly AdjustmentRule[] {
  const isMoney = { fact: 'domain', operator: 'in', value: [...MONEY] } as const;
  const isGuarded = { fact: 'measureCount', operator: 'atLeast', value: manyMeasures } as const;
  const isLarge = { fact: 'amount', operator: 'atLeast', value: largeAmount } as const;
  const isOverdue = { fact: 'rotationOverdue', operator: 'equal', value: true } as const;
  const isLikely = { fact: 'probability', operator: 'atLeast', value: 'fairly-high' } as const;
  const isNoPurchase = { fact: 'domain', operator: 'notEqual', value: 'procurement' } as const;
  return [
    anAdjustment('guarded', { all: [isGuarded, isNoPurchase] }, { lowerBy: 1 }),
    anAdjustment('large-amount', { all: [isMoney, isLarge] }, { noMilderThan: 2 }),
    anAdjustment('huge-amount', { ...isLarge, value: 5000 }, { noMilderThan: 1 }),
    anAdjustment('overdue', { all: [isOverdue, isLikely] }, { noMilderThan: 1 }),
  ];
}

function declared(name: string): Omit<DeclaredFact, 'type'> {
  return { name, title: WORDS, worse: 'up', source: WORDS, of: 'risk-point' };
}
