import { combinedAll, valued, where } from './boolean-diagram.ts';
import { constant, FALSE, valueOf, type Ref } from './diagram.ts';
import { nearestPath, valuesIn } from './diagram-path.ts';
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
  /**
   * What would be decided without the rule that decides: as it is, and once hidden rules are gone. Of two equal rules
   * only the hidden one is one too many.
   */
  readonly withoutDecider: readonly Ref[];
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
  const deciding = valuesIn(diagram, decides);
  const isHidden = (_: OrderedRule, index: number) => !deciding.has(index + 1);
  return {
    decides,
    outcome: diagram.mapping((position) => rules[position - 1]?.outcome ?? 0)(decides),
    withoutDecider: [rules, rules.filter((rule, index) => !isHidden(rule, index))].map((left) =>
      secondOutcome(space, left),
    ),
    hidden: rules.filter(isHidden).map((rule) => hiddenRule(space, rule, rules, decides)),
  };
}

function hiddenRule(
  { diagram, within, and, possible, factsAt }: FactDiagram,
  { name, holds }: OrderedRule,
  rules: readonly OrderedRule[],
  decides: Ref,
): HiddenRule {
  const region = and(holds, possible);
  const path = nearestPath(diagram, region);
  if (path === null) return { name, hiders: [], facts: null };
  const positions = [...valuesIn(diagram, within(decides, region))].sort((left, right) => left - right);
  return {
    name,
    hiders: positions.flatMap((position) => rules[position - 1]?.name ?? []),
    facts: factsAt(path),
  };
}

// Each value holds what the first decides and what the second would.
function secondOutcome({ diagram, within, possible }: FactDiagram, rules: readonly OrderedRule[]): Ref {
  const merge = diagram.operation(
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
  const pairs = combinedAll(
    rules.map(({ holds, outcome }) => valued(diagram, holds, outcome * OUTCOMES)),
    merge,
    constant(0),
  );
  return within(diagram.mapping((pair) => pair % OUTCOMES)(pairs), possible);
}

/** The nearest facts at which a rule decides. */
export function whereDecides({ diagram }: FactDiagram, { decides }: OrderedRules, position: number): Ref {
  return where(diagram, decides, position);
}
