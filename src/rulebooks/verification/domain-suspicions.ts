import type { KeyDomain } from '../../organisation/key-domain.ts';
import type { RuleFacts } from '../fact-type.ts';
import type { DomainRule, DomainRulebook } from '../rulebook.ts';
import { combinedAll, where } from './boolean-diagram.ts';
import { FALSE, type Ref } from './diagram.ts';
import { nearestPath } from './diagram-path.ts';
import type { FactDiagram } from './fact-diagram.ts';
import { orderedRules, type HiddenRule } from './ordered-rules.ts';
import { wordDiagram } from './word-diagram.ts';

/** What texts show of a domain rulebook, before the rule engine has confirmed it. */
export interface DomainSuspicions {
  readonly hidden: readonly HiddenRule[];
  readonly redundant: readonly { readonly rule: string; readonly facts: RuleFacts }[];
}

/**
 * Rules of a domain rulebook that are never the one which suggests their domain, and those without which every text
 * has the same suggestions in the same order. Rules of one domain are looked at together, as the first decides.
 * @throws BudgetExceeded
 */
export function domainSuspicions({ rules }: DomainRulebook, mostSteps: number): DomainSuspicions {
  const domains = [...new Set(rules.map(({ domain }) => domain))];
  const groups = domains.map((domain) => groupSuspicions(rules, domain, mostSteps));
  return {
    hidden: groups.flatMap(({ hidden }) => hidden),
    redundant: groups.flatMap(({ redundant }) => redundant),
  };
}

function groupSuspicions(
  rules: readonly DomainRule[],
  domain: KeyDomain,
  mostSteps: number,
): DomainSuspicions {
  const group = rules.filter((rule) => rule.domain === domain);
  const space = wordDiagram(group, mostSteps);
  const { diagram, and, possible } = space;
  const placed = group.map(({ name, when }) => ({ name, holds: space.holds(when), outcome: 1 }));
  const { hidden, decides, withoutDecider } = orderedRules(space, placed);
  const differs = diagram.operation((left, right) => (left === right ? 0 : 1));
  const changed = combinedAll(
    withoutDecider.map((other) => differs(possible, other)),
    space.or,
    FALSE,
  );
  const redundant = group.flatMap(({ name }, index) => {
    const region = where(diagram, decides, index + 1);
    const path = and(region, changed) === FALSE ? nearestPath(diagram, region) : null;
    if (path === null || changesOrder(rules, name, mostSteps)) return [];
    return [{ rule: name, facts: space.factsAt(path) }];
  });
  return { hidden, redundant };
}

// Whether, without the rule, its domain is suggested later in some text than another domain that now comes after it.
function changesOrder(rules: readonly DomainRule[], name: string, mostSteps: number): boolean {
  const space = wordDiagram(rules, mostSteps);
  const placed = rules.map((rule) => ({ ...rule, holds: space.and(space.holds(rule.when), space.possible) }));
  const position = placed.findIndex((rule) => rule.name === name);
  const leads = placed.map((rule, index) => leadOf(space, placed.slice(0, index), rule));
  let waiting = leads[position] ?? FALSE;
  let between: Ref = FALSE;
  for (const [index, rule] of placed.entries()) {
    if (index <= position) continue;
    if (rule.domain !== placed[position]?.domain) {
      between = space.or(between, leads[index] ?? FALSE);
      continue;
    }
    if (space.and(space.and(waiting, rule.holds), between) !== FALSE) return true;
    waiting = space.minus(waiting, rule.holds);
  }
  return false;
}

interface PlacedRule {
  readonly domain: KeyDomain;
  readonly holds: Ref;
}

// Where a rule is the first of its domain.
function leadOf({ minus }: FactDiagram, earlier: readonly PlacedRule[], { domain, holds }: PlacedRule): Ref {
  return earlier
    .filter((rule) => rule.domain === domain)
    .reduce((left, rule) => minus(left, rule.holds), holds);
}
