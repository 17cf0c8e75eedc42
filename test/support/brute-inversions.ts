import type { Decision } from '../../src/grading/decision.ts';
import type { RuleFacts } from '../../src/rulebooks/fact-type.ts';
import { definitionIn } from '../../src/rulebooks/rulebook-facts.ts';
import type { GradingRulebook } from '../../src/rulebooks/rulebook.ts';
import type { JudgedCase } from './every-case.ts';

/** A worse fact with a milder grade: the nearest pair of all that the same rules make. */
export interface BruteInversion {
  readonly facts: RuleFacts;
  readonly against: RuleFacts;
  readonly identity: string;
}

/**
 * Every inversion between two cases that differ in one fact, whatever lies between them; one for each fact and
 * deciding rules. Of facts that count others, the others' changes are followed.
 * @param cases nearest first
 */
export function bruteInversions(
  rulebook: GradingRulebook,
  cases: readonly JudgedCase[],
): readonly BruteInversion[] {
  const found = new Map<string, BruteInversion>();
  for (const worse of cases) {
    for (const better of cases) {
      const fact = worseFact(rulebook, better, worse);
      if (fact === null || better.decision === null || worse.decision === null) continue;
      if (worse.decision.grade <= better.decision.grade) continue;
      const identity = identityOf(rulebook, fact, better.decision, worse.decision, [better, worse]);
      if (!found.has(identity)) found.set(identity, { facts: worse.facts, against: better.facts, identity });
    }
  }
  return [...found.values()];
}

// The one fact in which the second is worse by one step, or null.
function worseFact(rulebook: GradingRulebook, better: JudgedCase, worse: JudgedCase): string | null {
  const names = Object.keys(worse.facts).filter((name) => worse.facts[name] !== better.facts[name]);
  const counts = names.filter((name) => isCounted(rulebook, name, worse.facts));
  const [fact, ...others] = names.filter((name) => !counts.includes(name));
  if (fact === undefined || others.length > 0) return null;
  const [from, to] = [better.facts[fact], worse.facts[fact]];
  if (from === null || to === null) return null;
  const level = Object.keys(worse.facts).indexOf(fact);
  const step = (worse.path[level] ?? 0) - (better.path[level] ?? 0);
  return isForTheWorse(rulebook, fact, worse.facts, step) ? fact : null;
}

function isForTheWorse(rulebook: GradingRulebook, fact: string, facts: RuleFacts, step: number): boolean {
  const counts = Object.keys(facts).filter((name) => {
    const derived = definitionIn(rulebook, name)?.derived;
    const parts = derived !== undefined && 'countTrue' in derived ? derived.countTrue : [];
    return parts.includes(fact) && isCounted(rulebook, name, facts);
  });
  const directions = [fact, ...counts]
    .map((name) => definitionIn(rulebook, name)?.worse ?? 'none')
    .filter((direction) => direction !== 'none');
  const [direction] = directions;
  if (direction === undefined || new Set(directions).size > 1) return false;
  return step === (direction === 'up' ? 1 : -1);
}

function isCounted(rulebook: GradingRulebook, name: string, facts: RuleFacts): boolean {
  const derived = definitionIn(rulebook, name)?.derived;
  return derived !== undefined && 'countTrue' in derived && derived.countTrue.every((part) => part in facts);
}

function identityOf(
  { base, adjustments }: GradingRulebook,
  fact: string,
  better: Decision,
  worse: Decision,
  [from, to]: readonly [JudgedCase, JudgedCase],
): string {
  const names = new Set(adjustments.map(({ name }) => name));
  const sides = [better, worse].map(({ because }) => because.map(({ rule }) => rule));
  const adjusting = sides.map((rules) => rules.filter((rule) => names.has(rule)));
  if (adjusting.flat().length > 0) return JSON.stringify([fact, adjusting]);
  if (!('cells' in base)) return JSON.stringify([fact, sides]);
  const cells = [from, to].map(({ facts }) => [facts[base.rows], facts[base.columns]]);
  return JSON.stringify([fact, cells]);
}
