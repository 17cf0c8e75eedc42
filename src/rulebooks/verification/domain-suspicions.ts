import type { KeyDomain } from '../../organisation/key-domain.ts';
import type { RuleFacts } from '../fact-type.ts';
import type { DomainRule, DomainRulebook } from '../rulebook.ts';
import { BudgetExceeded, type Budget } from './budget.ts';
import { FALSE, type Ref } from './diagram.ts';
import { nearestPath } from './diagram-path.ts';
import type { FactDiagram } from './fact-diagram.ts';
import { orderedRules, type HiddenRule } from './ordered-rules.ts';
import { wordDiagram } from './word-diagram.ts';

/** A rule without which every text has the same suggestions in the same order. */
interface RedundantRule {
  readonly rule: string;
  readonly facts: RuleFacts;
}

/** What texts show of a domain rulebook, before the rule engine has confirmed it. */
export interface DomainSuspicions {
  readonly hidden: readonly HiddenRule[];
  readonly redundant: readonly RedundantRule[];
  /** Whether the budget ended before everything was looked at: what was found until then is told. */
  readonly isCut: boolean;
}

/**
 * Rules of a domain rulebook that are never the one which suggests their domain, and those without which every text
 * has the same suggestions in the same order. Rules of one domain are looked at together, as the first decides.
 */
export function domainSuspicions({ rules }: DomainRulebook, budget: Budget): DomainSuspicions {
  const hidden: HiddenRule[] = [];
  const redundant: RedundantRule[] = [];
  try {
    const candidates: RedundantRule[] = [];
    for (const domain of new Set(rules.map((rule) => rule.domain))) {
      const group = groupSuspicions(rules, domain, budget);
      hidden.push(...group.hidden);
      candidates.push(...group.candidates);
    }
    const changes = candidates.length === 0 ? () => true : orderChanges(rules, budget);
    for (const candidate of candidates) if (!changes(candidate.rule)) redundant.push(candidate);
    return { hidden, redundant, isCut: false };
  } catch (error) {
    if (error instanceof BudgetExceeded) return { hidden, redundant, isCut: true };
    throw error;
  }
}

function groupSuspicions(
  rules: readonly DomainRule[],
  domain: KeyDomain,
  budget: Budget,
): { readonly hidden: readonly HiddenRule[]; readonly candidates: readonly RedundantRule[] } {
  const group = rules.filter((rule) => rule.domain === domain);
  const space = wordDiagram(group, budget);
  const { diagram, minus, possible, factsAt } = space;
  const placed = group.map(({ name, when }) => ({ name, holds: space.holds(when), outcome: 1 }));
  const { hidden, changing, whereDecides } = orderedRules(space, placed);
  // There is one outcome, so that without a rule it changes wherever nothing else gives it.
  const needed = changing((without) => minus(possible, without));
  const idle = new Set(hidden.map(({ name }) => name));
  const candidates = group.flatMap(({ name }, index) => {
    if (needed.has(index + 1) || idle.has(name)) return [];
    const path = nearestPath(diagram, whereDecides(index + 1));
    return path === null ? [] : [{ rule: name, facts: factsAt(path) }];
  });
  return { hidden, candidates };
}

interface PlacedRule {
  readonly name: string;
  readonly domain: KeyDomain;
  readonly holds: Ref;
}

// Whether, without a rule, its domain is suggested later in some text than another domain that now comes after it.
function orderChanges(rules: readonly DomainRule[], budget: Budget): (name: string) => boolean {
  const space = wordDiagram(rules, budget);
  const { and, minus, possible } = space;
  const placed = rules.map(({ name, domain, when }) => {
    return { name, domain, holds: and(space.holds(when), possible) };
  });
  return (name) => {
    const position = placed.findIndex((rule) => rule.name === name);
    const domain = placed[position]?.domain;
    let waiting = whereFirst(space, placed, position, possible);
    for (const [index, rule] of placed.entries()) {
      if (index <= position || rule.domain !== domain) continue;
      const region = and(waiting, rule.holds);
      for (let other = position + 1; other < index && region !== FALSE; other += 1) {
        if (placed[other]?.domain === domain) continue;
        if (whereFirst(space, placed, other, region) !== FALSE) return true;
      }
      waiting = minus(waiting, rule.holds);
    }
    return false;
  };
}

// Where, within a region, the rule at a position is the first of its domain.
function whereFirst(
  { and, minus }: FactDiagram,
  placed: readonly PlacedRule[],
  position: number,
  region: Ref,
): Ref {
  const rule = placed[position];
  if (rule === undefined) return FALSE;
  const earlier = placed.slice(0, position).filter(({ domain }) => domain === rule.domain);
  return earlier.reduce((left, { holds }) => minus(left, holds), and(region, rule.holds));
}
