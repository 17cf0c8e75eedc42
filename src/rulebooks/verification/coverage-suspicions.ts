import { factSpace } from '../fact-space.ts';
import type { RuleFacts } from '../fact-type.ts';
import { definitionIn } from '../rulebook-facts.ts';
import type { CoverageRulebook, CoverageStatus } from '../rulebook.ts';
import { beside, somewhereSo, type AxisStep } from './axis-steps.ts';
import type { Budget } from './budget.ts';
import { where } from './boolean-diagram.ts';
import { FALSE, valueOf, type Ref } from './diagram.ts';
import { cofactors, isNearer, nearestPath, refAt, sizeOf, valuesWithin, type Path } from './diagram-path.ts';
import { factDiagram, type FactDiagram } from './fact-diagram.ts';
import { orderedRules, type HiddenRule, type OrderedRules } from './ordered-rules.ts';

/** Fewer points or posts with a better status. */
export interface CoverageInversion {
  readonly fact: string;
  readonly better: RuleFacts;
  readonly worse: RuleFacts;
}

/** What the whole fact space of a coverage rulebook shows, before the rule engine has confirmed it. */
export interface CoverageSuspicions {
  readonly cases: number;
  readonly gap: { readonly facts: RuleFacts; readonly cases: number } | null;
  readonly hidden: readonly HiddenRule[];
  readonly redundant: readonly { readonly rule: string; readonly facts: RuleFacts }[];
  readonly inversions: readonly CoverageInversion[];
  /** How many more there are, of other rules or another fact. */
  readonly inversionsLeft: number;
}

/** Mildest first; what is exempt or not expected is neither better nor worse. */
const STATUSES: readonly CoverageStatus[] = ['covered', 'weak', 'gap', 'exempt', 'not-expected'];
const ORDERED_STATUSES = 3;

/** At most this many different inversions are told; of others, how many there are. */
export const MOST_INVERSIONS = 50;

/**
 * Searches the whole fact space of a coverage rulebook by decision diagrams.
 * @throws BudgetExceeded
 */
export function coverageSuspicions(rulebook: CoverageRulebook, budget: Budget): CoverageSuspicions {
  const conditions = rulebook.rules.map(({ when }) => when);
  const space = factDiagram(rulebook, factSpace(rulebook, conditions), budget);
  const { diagram, possible, minus, factsAt } = space;
  const rules = rulebook.rules.map(({ name, when, status }) => {
    return { name, holds: space.holds(when), outcome: STATUSES.indexOf(status) + 1 };
  });
  const ordered = orderedRules(space, rules);
  const open = minus(possible, diagram.mapping((status) => Math.min(status, 1))(ordered.outcome));
  const gap = nearestPath(diagram, open);
  return {
    cases: sizeOf(diagram, possible),
    gap: gap === null ? null : { facts: factsAt(gap), cases: sizeOf(diagram, open) },
    hidden: ordered.hidden,
    redundant: redundantRules(space, ordered, rulebook),
    ...inversionsOf(rulebook, space, ordered),
  };
}

function redundantRules(
  { diagram, factsAt }: FactDiagram,
  { outcome, changing, hidden, whereDecides }: OrderedRules,
  { rules }: CoverageRulebook,
): CoverageSuspicions['redundant'] {
  const differs = diagram.operation(
    (left, right) => (left === right ? 0 : 1),
    (left, right) => (left === right ? FALSE : null),
  );
  const needed = changing((without) => differs(outcome, without));
  const idle = new Set(hidden.map(({ name }) => name));
  return rules.flatMap(({ name }, index) => {
    if (needed.has(index + 1) || idle.has(name)) return [];
    const path = nearestPath(diagram, whereDecides(index + 1));
    return path === null ? [] : [{ rule: name, facts: factsAt(path) }];
  });
}

interface Step extends AxisStep {
  readonly fact: string;
}

function inversionsOf(
  rulebook: CoverageRulebook,
  space: FactDiagram,
  { decides, outcome }: OrderedRules,
): Pick<CoverageSuspicions, 'inversions' | 'inversionsLeft'> {
  const { diagram, factsAt, minus, and } = space;
  const isInverted = diagram.operation(
    (better, worse) => {
      const areOrdered = Math.max(better, worse) <= ORDERED_STATUSES && worse > 0;
      return areOrdered && worse < better ? 1 : 0;
    },
    (better, worse) => (better === worse || better === FALSE || worse === FALSE ? FALSE : null),
  );
  const steps = somewhereSo(diagram, outcome, stepsOf(rulebook, space), isInverted);
  const pairs = steps.map((step): SteppedPair => {
    const [against, of] = [step.better, step.worse].map((at) => cofactors(diagram, step.level, at)(decides));
    return {
      ...{ step, of: of ?? FALSE, against: against ?? FALSE },
      region: beside(diagram, step, isInverted)(outcome),
      nearest: undefined,
    };
  });
  const found: CoverageInversion[] = [];
  while (found.length < MOST_INVERSIONS) {
    const nearest = nearestPair(space, pairs);
    if (nearest === null) break;
    const { step, path } = nearest;
    const [better, worse] = [path.with(step.level, step.better), path.with(step.level, step.worse)];
    found.push({ fact: step.fact, better: factsAt(better), worse: factsAt(worse) });
    const [milder, severer] = [worse, better].map((at) => valueOf(refAt(diagram, decides, at)));
    for (const pair of pairs.filter((other) => other.step.level === step.level)) {
      const same = and(where(diagram, pair.of, milder ?? 0), where(diagram, pair.against, severer ?? 0));
      pair.region = minus(pair.region, same);
      pair.nearest = undefined;
    }
  }
  return { inversions: found, inversionsLeft: differentIn(space, pairs) };
}

interface SteppedPair {
  readonly step: Step;
  /** Who decides over the worse facts, and over the better ones. */
  readonly of: Ref;
  readonly against: Ref;
  /** Where the worse facts get the better status. */
  region: Ref;
  /** The nearest combination there; undefined until somebody has looked. */
  nearest: Path | null | undefined;
}

/** Beyond the hundred rules that a coverage rulebook may have. */
const RULES = 128;

// As many as different pairs of rules make them, for each fact.
function differentIn({ diagram }: FactDiagram, pairs: readonly SteppedPair[]): number {
  const both = diagram.operation((worse, better) => worse * RULES + better);
  const different = pairs
    .filter(({ region }) => region !== FALSE)
    .flatMap(({ step, region, of, against }) =>
      [...valuesWithin(diagram, both(of, against), region)].map((rules) => `${step.fact} ${String(rules)}`),
    );
  return new Set(different).size;
}

function nearestPair(
  { diagram }: FactDiagram,
  pairs: readonly SteppedPair[],
): { readonly step: Step; readonly path: Path } | null {
  let nearest: { readonly step: Step; readonly path: Path } | null = null;
  for (const pair of pairs) {
    pair.nearest ??= nearestPath(diagram, pair.region);
    const path = pair.nearest?.with(pair.step.level, pair.step.worse);
    if (path === undefined || (nearest !== null && !isNearer(path, nearest.path))) continue;
    nearest = { step: pair.step, path };
  }
  return nearest;
}

function stepsOf(rulebook: CoverageRulebook, { axes }: FactDiagram): readonly Step[] {
  return axes.flatMap(({ name, values }, level) => {
    const direction = definitionIn(rulebook, name)?.worse ?? 'none';
    const first = values.findIndex((value) => value !== null);
    if (direction === 'none') return [];
    return values.slice(first + 1).map((_, offset) => {
      const [lower, upper] = [first + offset, first + offset + 1];
      const [better, worse] = direction === 'up' ? [lower, upper] : [upper, lower];
      return { fact: name, level, better, worse };
    });
  });
}
