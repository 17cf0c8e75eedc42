import type { DeclaredFact } from '../../src/rulebooks/declared-fact.ts';
import type { DecisionRule, TableBase } from '../../src/rulebooks/grading-base.ts';
import type { Comparison, Condition, Grade, GradingRulebook } from '../../src/rulebooks/rulebook.ts';
import { ruleWords } from '../support/arbitrary-rulebook.ts';
import { noticeRulebook } from '../support/shipped-rulebooks.ts';
import { seededRandom, type Random } from './random.ts';

/** How large a table is, and at how many places its numbers are cut. */
interface TableSize {
  readonly rules: number;
  readonly facts: number;
  readonly cuts: number;
}

/** A table whose verification is measured. */
interface BenchTable {
  readonly name: string;
  readonly cuts: number;
  readonly made: (size: TableSize, seed: number) => GradingRulebook;
}

/** Tables as bureaus may write them, and one that no bureau writes. */
export const BENCH_TABLES: readonly BenchTable[] = [
  { name: 'first hit, grades mixed', cuts: 5, made: (size, seed) => firstTable(size, seed, gradeAmong) },
  { name: 'first hit, severest first', cuts: 5, made: (size, seed) => firstTable(size, seed, severestFirst) },
  {
    name: 'first hit, severest first',
    cuts: 20,
    made: (size, seed) => firstTable(size, seed, severestFirst),
  },
  { name: 'one hit for each case', cuts: 20, made: uniqueTable },
  { name: 'dense intervals on numbers', cuts: 20, made: denseTable },
];

/** The first rule that applies decides; each is on two to four facts of all types. */
function firstTable(
  { rules, facts, cuts }: TableSize,
  seed: number,
  gradeOf: (index: number, rules: number) => Grade,
): GradingRulebook {
  const random = seededRandom(seed);
  const declared = factsOf(facts);
  const decisions = numbered(rules, (index) => ({
    when: {
      all: someOf(declared, 2 + random.below(3), random).map((fact) => comparison(fact, cuts, random)),
    },
    grade: gradeOf(index, rules),
  }));
  return rulebookOn(declared, { hitPolicy: 'first', decisions, otherwise: OTHERWISE });
}

/** Exactly one rule applies to each case: a space of known facts, cut in two again and again. */
function uniqueTable({ rules, facts, cuts }: TableSize, seed: number): GradingRulebook {
  const random = seededRandom(seed);
  const declared = factsOf(facts);
  const parts: Part[] = [{ ranges: declared.map((fact) => [0, widthOf(fact, cuts)]), bad: 0 }];
  while (parts.length < rules) {
    const at = random.below(parts.length);
    const part = parts[at];
    const halves = part === undefined ? null : halved(part, random.below(declared.length), random);
    if (halves !== null) parts.splice(at, 1, ...halves);
  }
  const decisions = numbered(parts.length, (index) => {
    const { ranges, bad } = parts[index] ?? { ranges: [], bad: 0 };
    const all = declared.flatMap((fact, axis) => within(fact, ranges[axis] ?? [0, 0], cuts));
    return { when: { all }, grade: bad > 3 ? 1 : bad > 1 ? 2 : 3 };
  });
  const requires = declared.map(({ name }) => name);
  return { ...rulebookOn(declared, { hitPolicy: 'any', decisions }), requires };
}

/** Every rule is on a range of each of six to eight numbers. */
function denseTable({ rules, facts, cuts }: TableSize, seed: number): GradingRulebook {
  const random = seededRandom(seed);
  const declared = Array.from({ length: facts }, (_, index) => numberFact(`fact${String(index)}`));
  const decisions = numbered(rules, (index) => ({
    when: {
      all: someOf(declared, 6 + random.below(3), random).flatMap((fact) => {
        const from = 1 + random.below(cuts - 1);
        return within(fact, [from, Math.min(cuts, from + 2 + random.below(cuts))], cuts);
      }),
    },
    grade: gradeAmong(index),
  }));
  return rulebookOn(declared, { hitPolicy: 'first', decisions, otherwise: OTHERWISE });
}

const WORDS = { zh: '说明', en: 'words' };
const OTHERWISE = { ...ruleWords('otherwise'), grade: 3 as const };
const OPTIONS = ['money', 'people', 'things'];

function rulebookOn(facts: readonly DeclaredFact[], base: TableBase): GradingRulebook {
  const clauses = [{ code: ruleWords('').clause, reference: WORDS, text: WORDS }];
  return {
    ...noticeRulebook(),
    ...{ name: 'large', clauses, requires: [], facts, base, adjustments: [], examples: [] },
  };
}

function numbered(
  count: number,
  ruleAt: (index: number) => Pick<DecisionRule, 'when' | 'grade'>,
): readonly DecisionRule[] {
  return Array.from({ length: count }, (_, index) => ({
    ...ruleWords(`decision-${String(index)}`),
    ...ruleAt(index),
  }));
}

/** Numbers, yes or no, and choices, one after another. */
function factsOf(count: number): readonly DeclaredFact[] {
  return Array.from({ length: count }, (_, index) => {
    const name = `fact${String(index)}`;
    if (index % 3 === 0) return numberFact(name);
    if (index % 3 === 1) return { ...declaredAs(name), type: 'boolean' };
    const options = OPTIONS.map((code) => ({ code, ...WORDS }));
    return { ...declaredAs(name), worse: 'none', type: 'choice', options };
  });
}

function numberFact(name: string): DeclaredFact {
  return { ...declaredAs(name), type: 'number', maximum: 1000 };
}

function declaredAs(name: string): Omit<DeclaredFact, 'type'> {
  return { name, title: WORDS, worse: 'up', source: WORDS, of: 'risk-point' };
}

function comparison({ name, type }: DeclaredFact, cuts: number, random: Random): Comparison {
  if (type === 'number') return { fact: name, operator: 'atLeast', value: 10 * (1 + random.below(cuts)) };
  if (type === 'boolean') return { fact: name, operator: 'equal', value: true };
  return { fact: name, operator: 'equal', value: random.chance(0.5) ? 'money' : 'people' };
}

/** A part of a space: of each fact the values from the first position up to the second. */
interface Part {
  readonly ranges: readonly (readonly [number, number])[];
  /** How often it is the worse half. */
  readonly bad: number;
}

function widthOf({ type }: DeclaredFact, cuts: number): number {
  return type === 'number' ? cuts + 1 : type === 'boolean' ? 2 : OPTIONS.length;
}

function halved({ ranges, bad }: Part, axis: number, random: Random): readonly Part[] | null {
  const [from, to] = ranges[axis] ?? [0, 0];
  if (to - from < 2) return null;
  const middle = from + 1 + random.below(to - from - 1);
  return [
    { ranges: ranges.with(axis, [from, middle]), bad },
    { ranges: ranges.with(axis, [middle, to]), bad: bad + 1 },
  ];
}

function within(
  { name, type }: DeclaredFact,
  [from, to]: readonly [number, number],
  cuts: number,
): readonly Condition[] {
  if (type === 'number') {
    return [
      ...(from > 0 ? [{ fact: name, operator: 'atLeast' as const, value: 10 * from }] : []),
      ...(to <= cuts ? [{ fact: name, operator: 'lessThan' as const, value: 10 * to }] : []),
    ];
  }
  if (type === 'boolean') return to - from > 1 ? [] : [{ fact: name, operator: 'equal', value: from === 1 }];
  return to - from === OPTIONS.length ? [] : [{ fact: name, operator: 'in', value: OPTIONS.slice(from, to) }];
}

function someOf<Item>(items: readonly Item[], count: number, random: Random): readonly Item[] {
  const left = [...items];
  return Array.from({ length: count }, () => left.splice(random.below(left.length), 1)).flat();
}

function gradeAmong(index: number): Grade {
  return index % 7 === 0 ? 1 : index % 2 === 0 ? 2 : 3;
}

function severestFirst(index: number, rules: number): Grade {
  return index < rules / 4 ? 1 : index < (rules * 2) / 3 ? 2 : 3;
}
