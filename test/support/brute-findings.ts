import { decide, type Decision } from '../../src/grading/decision.ts';
import type { TableBase } from '../../src/rulebooks/grading-base.ts';
import { reasonsIn } from '../../src/rulebooks/grading-rules.ts';
import type { RuleFacts } from '../../src/rulebooks/fact-type.ts';
import type { GradingRulebook } from '../../src/rulebooks/rulebook.ts';
import type { JudgedCase } from './every-case.ts';

/** A finding as brute force has it. */
export interface BruteFinding {
  readonly kind: 'gap' | 'conflict' | 'unreachable' | 'redundant';
  readonly rules: readonly string[];
  readonly facts: RuleFacts;
}

/**
 * Gaps, conflicts and rules that decide nothing, read off the judgement of every case, each with the nearest case that
 * proves it.
 * @param cases nearest first
 */
export function bruteFindings(
  rulebook: GradingRulebook,
  cases: readonly JudgedCase[],
): readonly BruteFinding[] {
  const { base } = rulebook;
  const idle = rulebook.adjustments.flatMap(({ name }) => idleAdjustment(rulebook, name, cases));
  if ('cells' in base) return idle;
  const hidden = namesIn(base).flatMap((name) => hiddenDecision(base, name, cases));
  const hiddenNames = new Set(hidden.map(({ rules: [name] }) => name));
  const rest = without(rulebook, (name) => hiddenNames.has(name));
  return [
    ...gap(cases),
    ...conflicts(base, cases),
    ...hidden,
    ...namesIn(base)
      .filter((name) => !hiddenNames.has(name))
      .flatMap((name) => redundantDecision(rulebook, rest, name, cases)),
    ...idle,
  ];
}

function gap(cases: readonly JudgedCase[]): readonly BruteFinding[] {
  return cases
    .filter(({ decision }) => decision === null)
    .slice(0, 1)
    .map(({ facts }) => ({ kind: 'gap', rules: [], facts }));
}

function conflicts(
  { hitPolicy, decisions }: TableBase,
  cases: readonly JudgedCase[],
): readonly BruteFinding[] {
  if (hitPolicy === 'first') return [];
  return decisions.flatMap((one, position) =>
    decisions.slice(position + 1).flatMap((other): readonly BruteFinding[] => {
      const both = cases.find(({ applying }) => applying.has(one.name) && applying.has(other.name));
      if (one.grade === other.grade || both === undefined) return [];
      return [{ kind: 'conflict', rules: [one.name, other.name], facts: both.facts }];
    }),
  );
}

function hiddenDecision(
  base: TableBase,
  name: string,
  cases: readonly JudgedCase[],
): readonly BruteFinding[] {
  const where = cases.filter(({ applying }) => applying.has(name) || base.otherwise?.name === name);
  const [nearest] = where;
  if (nearest === undefined) return [{ kind: 'unreachable', rules: [name], facts: {} }];
  const isConflict = base.hitPolicy === 'any' && base.otherwise?.name !== name;
  if (isConflict || where.some((judged) => deciding(base, judged).includes(name))) return [];
  const hiders = new Set(where.flatMap((judged) => deciding(base, judged)));
  const inOrder = namesIn(base).filter((other) => hiders.has(other));
  return [{ kind: 'unreachable', rules: [name, ...inOrder], facts: nearest.facts }];
}

// Removing it changes no grade, neither as the table is nor without the decisions that never decide.
function redundantDecision(
  rulebook: GradingRulebook,
  rest: GradingRulebook,
  name: string,
  cases: readonly JudgedCase[],
): readonly BruteFinding[] {
  const { base } = rulebook;
  if ('cells' in base) return [];
  const nearest = cases.find((judged) => deciding(base, judged).includes(name));
  const fewer = [rulebook, rest].map((table) => without(table, (other) => other === name));
  const isSame = ({ applying, decision }: JudgedCase) =>
    fewer.every((table) => decide(table, applying)?.grade === decision?.grade);
  if (nearest === undefined || !cases.every(isSame)) return [];
  const instead = decide(
    without(rulebook, (other) => other === name),
    nearest.applying,
  );
  return [{ kind: 'redundant', rules: [name, ...rulesOf(instead)], facts: nearest.facts }];
}

function idleAdjustment(
  rulebook: GradingRulebook,
  name: string,
  cases: readonly JudgedCase[],
): readonly BruteFinding[] {
  const where = cases.filter(({ applying }) => applying.has(name));
  const fewer = without(rulebook, (other) => other === name);
  if (where.some(({ applying, decision }) => decide(fewer, applying)?.grade !== decision?.grade)) return [];
  const decides = where.find(({ decision }) => rulesOf(decision).includes(name));
  if (decides !== undefined) {
    const instead = rulesOf(decide(fewer, decides.applying));
    return [{ kind: 'redundant', rules: [name, ...instead], facts: decides.facts }];
  }
  const hiders = new Set(where.flatMap(({ decision }) => rulesOf(decision)));
  const inOrder = reasonsIn(rulebook)
    .map((rule) => rule.name)
    .filter((other) => hiders.has(other));
  return [{ kind: 'unreachable', rules: [name, ...inOrder], facts: where[0]?.facts ?? {} }];
}

// Whom the base's grade rests on, whatever adjustments make of it.
function deciding(base: TableBase, { applying }: JudgedCase): readonly string[] {
  const hits = base.decisions.filter(({ name }) => applying.has(name));
  if (hits.length === 0) return base.otherwise === undefined ? [] : [base.otherwise.name];
  if (base.hitPolicy === 'first') return hits.slice(0, 1).map(({ name }) => name);
  const severest = Math.min(...hits.map(({ grade }) => grade));
  return hits.filter(({ grade }) => grade === severest).map(({ name }) => name);
}

function namesIn({ decisions, otherwise }: TableBase): readonly string[] {
  return [...decisions, ...(otherwise === undefined ? [] : [otherwise])].map(({ name }) => name);
}

function rulesOf(decision: Decision | null): readonly string[] {
  return decision === null ? [] : decision.because.map(({ rule }) => rule);
}

function without(rulebook: GradingRulebook, isGone: (name: string) => boolean): GradingRulebook {
  const { base } = rulebook;
  const adjustments = rulebook.adjustments.filter(({ name }) => !isGone(name));
  if ('cells' in base) return { ...rulebook, adjustments };
  const { otherwise, ...table } = base;
  const rest = otherwise === undefined || isGone(otherwise.name) ? {} : { otherwise };
  const decisions = base.decisions.filter(({ name }) => !isGone(name));
  return { ...rulebook, adjustments, base: { ...table, ...rest, decisions } };
}
