import { combinedAll, valued } from './boolean-diagram.ts';
import { constant, FALSE, valueOf, type Combine, type Ref } from './diagram.ts';
import { nearestPath, valuesWithin } from './diagram-path.ts';
import type { FactDiagram } from './fact-diagram.ts';
import type { RuleFacts } from '../fact-type.ts';

/** A rule among others of which the first that applies decides. */
export interface OrderedRule {
  readonly name: string;
  /** Where it applies. */
  readonly holds: Ref;
  /** The code of what it decides, from 1 to 7. */
  readonly outcome: number;
}

/** A rule that never decides. */
export interface HiddenRule {
  readonly name: string;
  /** The rules that decide wherever it applies; none where it never applies. */
  readonly hiders: readonly string[];
  /** The nearest facts where it applies; `null` where it never does. */
  readonly facts: RuleFacts | null;
}

/** What is so of rules in an order, over the facts that can occur. */
export interface OrderedRules {
  /** The position of the rule that decides, from 1; 0 where none applies or the facts cannot occur. */
  readonly decides: Ref;
  /** What is decided. */
  readonly outcome: Ref;
  /** Where the rule at a position, from 1, decides. */
  readonly whereDecides: (position: number) => Ref;
  /**
   * The positions, from 1, of the rules without which something changes where they decide: as the rules are, or once
   * hidden rules are gone. Of two equal rules only the hidden one is one too many.
   * @param changedBy where something changes with what would be decided without the rule that decides
   */
  readonly changing: (changedBy: (without: Ref) => Ref) => ReadonlySet<number>;
  readonly hidden: readonly HiddenRule[];
}

const OUTCOMES = 8;

/** Who decides among rules in an order, which of them never do, and what holds without each. */
export function orderedRules(space: FactDiagram, rules: readonly OrderedRule[]): OrderedRules {
  const { diagram, within, possible, otherwise } = space;
  const first = combinedAll(
    rules.map(({ holds }, index) => valued(diagram, holds, index + 1)),
    otherwise,
    FALSE,
  );
  const decides = within(first, possible);
  const deciding = valuesWithin(diagram, decides, possible);
  const isDeciding = (_: OrderedRule, index: number) => deciding.has(index + 1);
  const seen = rules.filter(isDeciding);
  const merge = mergeOf(space);
  return {
    decides,
    outcome: diagram.mapping((position) => rules[position - 1]?.outcome ?? 0)(decides),
    whereDecides(position) {
      // Only where the rule applies, which mostly is a small part of the space.
      const isThere = diagram.operation(
        (inside, found) => (inside === 1 && found === position ? 1 : 0),
        (inside) => (inside === FALSE ? FALSE : null),
      );
      return isThere(rules[position - 1]?.holds ?? FALSE, decides);
    },
    changing(changedBy) {
      const changing = (of: readonly OrderedRule[]) =>
        valuesWithin(diagram, decides, changedBy(secondOutcome(space, of, merge)));
      const asIs = changing(rules);
      const isAll = asIs.size === deciding.size || seen.length === rules.length;
      return isAll ? asIs : new Set([...asIs, ...changing(seen)]);
    },
    hidden: rules
      .filter((rule, index) => !isDeciding(rule, index))
      .map((rule) => hiddenRule(space, rule, rules, decides)),
  };
}

function hiddenRule(
  { diagram, and, possible, factsAt }: FactDiagram,
  { name, holds }: OrderedRule,
  rules: readonly OrderedRule[],
  decides: Ref,
): HiddenRule {
  const region = and(holds, possible);
  const path = nearestPath(diagram, region);
  if (path === null) return { name, hiders: [], facts: null };
  const positions = [...valuesWithin(diagram, decides, region)].sort((left, right) => left - right);
  return {
    name,
    hiders: positions.flatMap((position) => rules[position - 1]?.name ?? []),
    facts: factsAt(path),
  };
}

// Each value holds what the first decides and what the second would.
function mergeOf({ diagram }: FactDiagram): Combine {
  return diagram.operation(
    (left, right) => {
      if (left === 0) return right;
      return left % OUTCOMES === 0 ? left + Math.floor(right / OUTCOMES) : left;
    },
    (left, right) => {
      if (right === FALSE) return left;
      const value = valueOf(left);
      if (value === null) return null;
      if (value === 0) return right;
      return value % OUTCOMES === 0 ? null : left;
    },
  );
}

function secondOutcome(
  { diagram, within, possible }: FactDiagram,
  rules: readonly OrderedRule[],
  merge: Combine,
): Ref {
  const pairs = combinedAll(
    rules.map(({ holds, outcome }) => valued(diagram, holds, outcome * OUTCOMES)),
    merge,
    constant(0),
  );
  return within(diagram.mapping((pair) => pair % OUTCOMES)(pairs), possible);
}
