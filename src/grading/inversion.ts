import { rulebooks } from '../language/zh/rulebooks.ts';
import { terms } from '../language/zh/terms.ts';
import { definitionIn } from '../rulebooks/rulebook-facts.ts';
import { combinationAt, type FactSpace } from '../rulebooks/fact-space.ts';
import type { FactValue, RuleFacts } from '../rulebooks/fact-type.ts';
import type { GradingRulebook } from '../rulebooks/rulebook.ts';
import type { Problem } from '../rulebooks/rulebook-finding.ts';
import type { Decision } from './decision.ts';

interface Judged {
  readonly facts: RuleFacts;
  readonly decision: Decision;
}

interface Inversion {
  readonly fact: string;
  readonly better: Judged;
  readonly worse: Judged;
}

/**
 * Where a worse fact gets a milder grade. Which way a fact is worse is the catalogue's; unknown is neither better
 * nor worse. Neighbours suffice: a grade that never gets milder from one value to the next never does so further on.
 * Of inversions by the same adjustments the one with the smallest facts is shown.
 * @param decisions one for each combination of the space, in its order; `null` where the rulebook has no answer
 */
export function inversions(
  rulebook: GradingRulebook,
  space: FactSpace,
  decisions: readonly (Decision | null)[],
): readonly Problem[] {
  const found = new Map<string, Inversion>();
  for (const pair of neighbours(rulebook, space)) {
    const better = decisions[pair.better];
    const worse = decisions[pair.worse];
    if (!better || !worse || worse.grade <= better.grade) continue;
    const inversion = {
      fact: pair.fact,
      better: { facts: combinationAt(space, pair.better), decision: better },
      worse: { facts: combinationAt(space, pair.worse), decision: worse },
    };
    const key = identityOf(rulebook, inversion);
    if (!found.has(key)) found.set(key, inversion);
  }
  return [...found.values()].map((inversion) => problemOf(rulebook, inversion));
}

interface Neighbours {
  readonly fact: string;
  readonly better: number;
  readonly worse: number;
}

/** All pairs of combinations that differ in one known fact by one step, by the position of the worse one. */
function* neighbours(rulebook: GradingRulebook, { axes, size }: FactSpace): Generator<Neighbours> {
  const ordered = axes.flatMap(({ name, values }, position) => {
    const worse = definitionIn(rulebook, name)?.worse ?? 'none';
    const stride = axes.slice(position + 1).reduce((product, axis) => product * axis.values.length, 1);
    return worse === 'none' ? [] : [{ name, values, stride, toBetter: worse === 'up' ? -1 : 1 }];
  });
  for (let worse = 0; worse < size; worse += 1) {
    for (const { name, values, stride, toBetter } of ordered) {
      const at = Math.floor(worse / stride) % values.length;
      const isPair = isKnown(values[at]) && isKnown(values[at + toBetter]);
      if (isPair) yield { fact: name, better: worse + toBetter * stride, worse };
    }
  }
}

function isKnown(value: FactValue | undefined): boolean {
  return value !== null && value !== undefined;
}

// An adjustment out of order is one mistake, in however many cells it shows; of cells out of order each is one.
function identityOf({ base, adjustments }: GradingRulebook, { fact, better, worse }: Inversion): string {
  const deciding = [better, worse].flatMap(({ decision }) => decision.because.map(({ rule }) => rule));
  const adjusting = deciding.filter((rule) => adjustments.some(({ name }) => name === rule));
  const place = 'cells' in base ? [worse.facts[base.rows], worse.facts[base.columns]] : deciding;
  return JSON.stringify([fact, adjusting.length > 0 ? adjusting : place]);
}

function problemOf(rulebook: GradingRulebook, { fact, better, worse }: Inversion): Problem {
  const title = definitionIn(rulebook, fact)?.title.zh ?? fact;
  const change = rulebooks.from(title, valueText(rulebook, fact, better), valueText(rulebook, fact, worse));
  const [milder, severer] = [worse, better].map(({ decision }) => terms.grades[decision.grade]);
  const rules = [...better.decision.because, ...worse.decision.because].map(({ rule }) => rule);
  return {
    path: [],
    kind: 'non-monotone',
    words: rulebooks.check['non-monotone'](change, severer ?? '', milder ?? ''),
    rules: [...new Set(rules)],
    facts: worse.facts,
    against: better.facts,
  };
}

function valueText({ scales }: GradingRulebook, fact: string, { facts }: Judged): string {
  const value = String(facts[fact]);
  const scale = fact === 'probability' || fact === 'harm' ? scales[fact] : null;
  return scale?.steps.find((step) => step.code === value)?.zh ?? value;
}
