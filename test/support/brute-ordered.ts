import { factSpace } from '../../src/rulebooks/fact-space.ts';
import { factTypes, type RuleFacts } from '../../src/rulebooks/fact-type.ts';
import { ruleEngine } from '../../src/rulebooks/rule-engine.ts';
import { definitionIn } from '../../src/rulebooks/rulebook-facts.ts';
import type { CoverageRule, CoverageRulebook } from '../../src/rulebooks/rulebook.ts';

/** One combination of facts that can occur, and the rules that apply, in their order. */
export interface CoverageCase {
  readonly path: readonly number[];
  readonly facts: RuleFacts;
  readonly applying: readonly string[];
}

/** Every combination of facts that a coverage rulebook tells apart and that can occur, as the rule engine judges it. */
export async function everyCoverageCase(rulebook: CoverageRulebook): Promise<readonly CoverageCase[]> {
  const { axes } = factSpace(
    rulebook,
    rulebook.rules.map(({ when }) => when),
  );
  const engine = ruleEngine(rulebook.rules, factTypes(rulebook));
  let paths: readonly (readonly number[])[] = [[]];
  for (const { values } of axes) paths = paths.flatMap((path) => values.map((_, index) => [...path, index]));
  const cases: CoverageCase[] = [];
  for (const path of paths) {
    const facts = Object.fromEntries(
      axes.map(({ name, values }, level) => [name, values[path[level] ?? 0] ?? null]),
    );
    if (!canOccur(facts)) continue;
    cases.push({ path, facts, applying: await engine.applying(facts) });
  }
  const distance = ({ path }: CoverageCase) => path.filter((index) => index > 0).length;
  return cases.sort((left, right) => distance(left) - distance(right));
}

// A part is never more than its whole.
function canOccur(facts: RuleFacts): boolean {
  const wholes = { pointsAccepted: 'points', pointsWithMeasure: 'points', postsWithPoints: 'posts' };
  return Object.entries(wholes).every(([part, whole]) => {
    const [some, all] = [facts[part], facts[whole]];
    return typeof some !== 'number' || typeof all !== 'number' || some <= all;
  });
}

export interface OrderedBrute {
  readonly gap: { readonly facts: RuleFacts; readonly cases: number } | null;
  readonly hidden: readonly { readonly name: string; readonly hiders: readonly string[] }[];
  readonly redundant: readonly string[];
  /** Fact, the rule of the worse facts, the rule of the better ones. */
  readonly inversions: ReadonlySet<string>;
}

/** What every case shows of a coverage rulebook. */
export function bruteCoverage(rulebook: CoverageRulebook, cases: readonly CoverageCase[]): OrderedBrute {
  const { rules } = rulebook;
  const open = cases.filter(({ applying }) => applying.length === 0);
  const hidden = rules
    .filter(({ name }) => !cases.some(({ applying }) => applying[0] === name))
    .map(({ name }) => {
      const hiders = cases
        .filter(({ applying }) => applying.includes(name))
        .map(({ applying }) => applying[0]);
      return { name, hiders: rules.map((rule) => rule.name).filter((other) => hiders.includes(other)) };
    });
  const isHidden = (name: string) => hidden.some((rule) => rule.name === name);
  const isSame = (name: string, { applying }: CoverageCase): boolean => {
    const others = applying.filter((other) => other !== name);
    const seen = others.filter((other) => !isHidden(other));
    const status = statusOf(rules, applying[0]);
    return statusOf(rules, others[0]) === status && statusOf(rules, seen[0]) === status;
  };
  return {
    gap: open[0] === undefined ? null : { facts: open[0].facts, cases: open.length },
    hidden,
    redundant: rules
      .map(({ name }) => name)
      .filter(
        (name) => !isHidden(name) && cases.every((one) => one.applying[0] !== name || isSame(name, one)),
      ),
    inversions: inversionsIn(rulebook, cases),
  };
}

function statusOf(rules: readonly CoverageRule[], name: string | undefined): string | null {
  return rules.find((rule) => rule.name === name)?.status ?? null;
}

function inversionsIn(rulebook: CoverageRulebook, cases: readonly CoverageCase[]): ReadonlySet<string> {
  const ranks = ['covered', 'weak', 'gap'];
  const rankOf = ({ applying }: CoverageCase) => ranks.indexOf(statusOf(rulebook.rules, applying[0]) ?? '');
  const found = new Set<string>();
  for (const worse of cases) {
    for (const better of cases) {
      const fact = worseFact(rulebook, better, worse);
      if (fact === null || rankOf(worse) === -1 || rankOf(worse) >= rankOf(better)) continue;
      found.add([fact, worse.applying[0], better.applying[0]].join(' '));
    }
  }
  return found;
}

// The one fact in which the second is worse by one step, or null.
function worseFact(rulebook: CoverageRulebook, better: CoverageCase, worse: CoverageCase): string | null {
  const names = Object.keys(worse.facts);
  const steps = names.map((_, level) => (worse.path[level] ?? 0) - (better.path[level] ?? 0));
  const [changed, ...others] = names.filter((_, level) => steps[level] !== 0);
  if (changed === undefined || others.length > 0) return null;
  if (worse.facts[changed] === null || better.facts[changed] === null) return null;
  const direction = definitionIn(rulebook, changed)?.worse ?? 'none';
  const step = steps[names.indexOf(changed)];
  return (direction === 'up' && step === 1) || (direction === 'down' && step === -1) ? changed : null;
}
