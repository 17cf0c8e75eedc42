import { decide, type Decision } from '../../src/grading/decision.ts';
import { conditionsOf, engineRules } from '../../src/grading/engine-rules.ts';
import { factSpace } from '../../src/rulebooks/fact-space.ts';
import { factTypes, unknownFacts, type RuleFacts } from '../../src/rulebooks/fact-type.ts';
import { declaredFacts } from '../../src/rulebooks/rulebook-facts.ts';
import { ruleEngine } from '../../src/rulebooks/rule-engine.ts';
import type { GradingRulebook } from '../../src/rulebooks/rulebook.ts';

/** One combination of facts that can occur, as the rule engine judges it. */
export interface JudgedCase {
  /** The position of each fact's value on its axis. */
  readonly path: readonly number[];
  readonly facts: RuleFacts;
  readonly applying: ReadonlySet<string>;
  readonly decision: Decision | null;
}

/** Every combination of facts that a rulebook tells apart and that can occur, nearest to the first values first. */
export async function everyCase(rulebook: GradingRulebook): Promise<readonly JudgedCase[]> {
  const { axes } = factSpace(rulebook, conditionsOf(rulebook), {
    always: [...rulebook.requires, ...partsInSight(rulebook)],
    known: rulebook.requires,
  });
  const engine = ruleEngine(engineRules(rulebook), factTypes(rulebook));
  const cases: JudgedCase[] = [];
  for (const path of pathsOf(axes.map(({ values }) => values.length))) {
    const facts = Object.fromEntries(
      axes.map(({ name, values }, level) => [name, values[path[level] ?? 0] ?? null]),
    );
    if (!canOccur(rulebook, facts, nextValues(axes, path))) continue;
    const applying = new Set(await engine.applying({ ...unknownFacts(rulebook), ...facts }));
    cases.push({ path, facts, applying, decision: decide(rulebook, applying) });
  }
  return cases.sort((left, right) => distance(left) - distance(right));
}

// As `criteria` is the only count, its parts are in sight when a rule mentions or requires one of them.
function partsInSight(rulebook: GradingRulebook): readonly string[] {
  const text = JSON.stringify([conditionsOf(rulebook), rulebook.requires]);
  const isMentioned = (name: string) => text.includes(`"${name}"`);
  return declaredFacts(rulebook).flatMap(({ name, derived }) => {
    if (derived === undefined || !('countTrue' in derived) || !isMentioned(name)) return [];
    return derived.countTrue.some(isMentioned) ? derived.countTrue : [];
  });
}

function pathsOf(sizes: readonly number[]): readonly number[][] {
  return sizes.reduce<number[][]>(
    (paths, size) => paths.flatMap((path) => Array.from({ length: size }, (_, index) => [...path, index])),
    [[]],
  );
}

function nextValues(
  axes: readonly { readonly name: string; readonly values: readonly unknown[] }[],
  path: readonly number[],
): Readonly<Record<string, unknown>> {
  return Object.fromEntries(axes.map(({ name, values }, level) => [name, values[(path[level] ?? 0) + 1]]));
}

// A count is one of the numbers in its class that its parts can make; with a part unknown it is unknown.
function canOccur(
  rulebook: GradingRulebook,
  facts: RuleFacts,
  next: Readonly<Record<string, unknown>>,
): boolean {
  return declaredFacts(rulebook).every(({ name, derived }) => {
    const count = facts[name];
    if (derived === undefined || !('countTrue' in derived) || count === undefined) return true;
    const parts = derived.countTrue.map((part) => facts[part]);
    const unseen = parts.filter((part) => part === undefined).length;
    if (count === null) return unseen > 0 || parts.includes(null);
    if (parts.includes(null)) return false;
    const sure = parts.filter((part) => part === true).length;
    const below = typeof next[name] === 'number' ? next[name] : Infinity;
    return Array.from({ length: unseen + 1 }, (_, more) => sure + more).some(
      (possible) => possible >= Number(count) && possible < below,
    );
  });
}

function distance({ path }: JudgedCase): number {
  return path.filter((index) => index > 0).length;
}
