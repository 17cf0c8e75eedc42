import type { DeclaredFact } from '../../src/rulebooks/declared-fact.ts';
import type { AdjustmentRule, Condition, Grade, GradingRulebook } from '../../src/rulebooks/rulebook.ts';
import { ruleWords } from '../support/arbitrary-rulebook.ts';
import { anAdjustment } from '../support/grading-builder.ts';
import { matrixOf, noticeRulebook } from '../support/shipped-rulebooks.ts';
import { seededRandom, type Random } from './random.ts';

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

const CUTS: Cuts = { largeAmount: 500, manyMeasures: 3 };

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

/** Two thresholds moved, of an own fact and of the number of measures: both numbers are cut anew. */
export function movedThresholds(turn: number): GradingRulebook {
  return ruledBureau({ largeAmount: 300 + turn, manyMeasures: 2 });
}

/** A decision table of so many rules over so many facts of all types, each rule on a few of them. */
export function largeTable(rules: number, facts: number, seed: number): GradingRulebook {
  const random = seededRandom(seed);
  const declaredHere = Array.from({ length: facts }, (_, index) => factNumber(index));
  const decisions = Array.from({ length: rules }, (_, index) => ({
    ...ruleWords(`decision-${String(index)}`),
    when: { all: someOf(declaredHere, 2 + random.below(3), random).map((fact) => comparison(fact, random)) },
    grade: gradeAt(index),
  }));
  const otherwise = { ...ruleWords('otherwise'), grade: 3 as const };
  const base = { hitPolicy: 'first' as const, decisions, otherwise };
  const clauses = [{ code: ruleWords('').clause, reference: WORDS, text: WORDS }];
  return {
    ...noticeRulebook(),
    name: 'large',
    clauses,
    requires: [],
    facts: declaredHere,
    base,
    adjustments: [],
  };
}

function factNumber(index: number): DeclaredFact {
  const name = `fact${String(index)}`;
  if (index % 3 === 0) return { ...declared(name), type: 'number', maximum: 100 };
  if (index % 3 === 1) return { ...declared(name), type: 'boolean' };
  const options = ['money', 'people', 'things'].map((code) => ({ code, ...WORDS }));
  return { ...declared(name), worse: 'none', type: 'choice', options };
}

function comparison({ name, type }: DeclaredFact, random: Random): Condition {
  if (type === 'number') return { fact: name, operator: 'atLeast', value: 10 * (1 + random.below(5)) };
  if (type === 'boolean') return { fact: name, operator: 'equal', value: true };
  return { fact: name, operator: 'equal', value: random.chance(0.5) ? 'money' : 'people' };
}

function someOf<Item>(items: readonly Item[], count: number, random: Random): readonly Item[] {
  const left = [...items];
  return Array.from({ length: count }, () => left.splice(random.below(left.length), 1)).flat();
}

function gradeAt(index: number): Grade {
  return index % 7 === 0 ? 1 : index % 2 === 0 ? 2 : 3;
}

function otherGrade(grade: Grade): Grade {
  return grade === 1 ? 2 : 1;
}

function adjustments({ largeAmount, manyMeasures }: Cuts): readonly AdjustmentRule[] {
  const money = ['finance', 'procurement', 'key-projects'];
  const isMoney = { fact: 'domain', operator: 'in', value: money } as const;
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
