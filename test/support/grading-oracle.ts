import type { PointFacts } from '../../src/grading/case.ts';
import { KEY_DOMAINS } from '../../src/organisation/key-domain.ts';
import type {
  AdjustmentRule,
  Comparison,
  Condition,
  Grade,
  GradingRulebook,
} from '../../src/rulebooks/rulebook.ts';
import { matrixOf } from './shipped-rulebooks.ts';

type Value = string | number | boolean | null;

/** The facts of a point by name, steps on the rulebook's own scales. */
export type OracleFacts = Readonly<Record<string, Value>>;

/**
 * A second reading of what rulebooks mean, written from architecture.md ("Meaning, fixed once") without the rule
 * engine, so that the two can be compared.
 */
export function oracleGrade(rulebook: GradingRulebook, point: PointFacts): Grade | null {
  const facts = oracleFacts(rulebook, point);
  if (rulebook.requires.some((name) => facts[name] === null)) return null;
  return gradeOfKnown(rulebook, facts);
}

/** The grades a point could get if each unknown required fact were any of its values. */
export function oracleRange(
  rulebook: GradingRulebook,
  point: PointFacts,
): { severest: number; mildest: number } {
  let worlds: OracleFacts[] = [oracleFacts(rulebook, point)];
  for (const name of rulebook.requires) {
    worlds = worlds.flatMap((world) =>
      world[name] === null ? valuesOf(rulebook, name).map((value) => ({ ...world, [name]: value })) : [world],
    );
  }
  const grades = worlds.map((world) => gradeOfKnown(rulebook, world));
  return { severest: Math.min(...grades), mildest: Math.max(...grades) };
}

export function oracleFacts(rulebook: GradingRulebook, point: PointFacts): OracleFacts {
  const onOwnScale = (fact: 'probability' | 'harm'): string | null => {
    const scale = rulebook.scales[fact];
    const value = point[fact];
    if (value === null) return null;
    const step = value.scale === scale.code ? value.step : scale.mappings[value.scale]?.[value.step];
    return scale.steps.some(({ code }) => code === step) ? (step ?? null) : null;
  };
  const { domain, measureCount } = point;
  const own = (rulebook.facts ?? []).map(({ name }) => [name, point.own[name] ?? null] as const);
  const facts = { probability: onOwnScale('probability'), harm: onOwnScale('harm'), domain, measureCount };
  return { ...facts, ...Object.fromEntries(own) };
}

function gradeOfKnown(rulebook: GradingRulebook, facts: OracleFacts): Grade {
  const { rows, columns, cells } = matrixOf(rulebook);
  const cell = cells.find(({ row, column }) => row === facts[rows] && column === facts[columns]);
  if (cell === undefined) throw new Error('no cell');
  const applying = rulebook.adjustments.filter((rule) => isTrue(rulebook, rule.when, facts));
  let grade: number = cell.grade;
  for (const rule of applying) grade += lowered(rule);
  grade = Math.min(grade, 3);
  for (const { effect } of applying)
    if ('noMilderThan' in effect) grade = Math.min(grade, effect.noMilderThan);
  return grade as Grade;
}

function lowered({ effect }: AdjustmentRule): number {
  return 'lowerBy' in effect ? effect.lowerBy : 0;
}

// What is neither true nor false depends on something unknown.
function isTrue(rulebook: GradingRulebook, condition: Condition, facts: OracleFacts): boolean {
  if ('not' in condition) return isFalse(rulebook, condition.not, facts);
  if ('all' in condition) return condition.all.every((part) => isTrue(rulebook, part, facts));
  if ('any' in condition) return condition.any.some((part) => isTrue(rulebook, part, facts));
  if (condition.operator === 'isUnknown') return facts[condition.fact] === null;
  if (condition.operator === 'isKnown') return facts[condition.fact] !== null;
  return facts[condition.fact] !== null && compares(rulebook, condition, facts);
}

function isFalse(rulebook: GradingRulebook, condition: Condition, facts: OracleFacts): boolean {
  if ('not' in condition) return isTrue(rulebook, condition.not, facts);
  if ('all' in condition) return condition.all.some((part) => isFalse(rulebook, part, facts));
  if ('any' in condition) return condition.any.every((part) => isFalse(rulebook, part, facts));
  if (condition.operator === 'isUnknown' || condition.operator === 'isKnown') {
    return !isTrue(rulebook, condition, facts);
  }
  return facts[condition.fact] !== null && !compares(rulebook, condition, facts);
}

function compares(
  rulebook: GradingRulebook,
  { fact, operator, value }: Comparison,
  facts: OracleFacts,
): boolean {
  const known = facts[fact] ?? null;
  if (operator === 'equal') return known === value;
  if (operator === 'notEqual') return known !== value;
  if (operator === 'in') return (value as readonly Value[]).includes(known);
  if (operator === 'notIn') return !(value as readonly Value[]).includes(known);
  const order = rank(rulebook, fact, known) - rank(rulebook, fact, value as Value);
  if (operator === 'lessThan') return order < 0;
  if (operator === 'atMost') return order <= 0;
  if (operator === 'greaterThan') return order > 0;
  return order >= 0;
}

function rank(rulebook: GradingRulebook, fact: string, value: Value): number {
  return typeof value === 'number' ? value : valuesOf(rulebook, fact).indexOf(String(value ?? ''));
}

function valuesOf(rulebook: GradingRulebook, fact: string): readonly string[] {
  if (fact === 'domain') return KEY_DOMAINS;
  const own = rulebook.facts?.find(({ name }) => name === fact);
  if (own !== undefined) return own.options?.map(({ code }) => code) ?? [];
  return rulebook.scales[fact as 'probability' | 'harm'].steps.map(({ code }) => code);
}
