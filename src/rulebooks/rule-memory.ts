import { comparisonsOf } from './condition.ts';
import type { FactTypes, FactValue, RuleFacts } from './fact-type.ts';
import type { Condition } from './rulebook.ts';
import { ruleEngine, type NamedRule, type RuleEngine } from './rule-engine.ts';

/** Makes the engine of some rules. */
export type EngineMaker = (rules: readonly NamedRule[], types: FactTypes) => RuleEngine;

/** Conditions that speak of the same facts, and which of them applied to which values of those. */
interface KnownConditions {
  /** Under which they are kept. */
  readonly key: string;
  readonly engine: RuleEngine;
  /** Positions of the conditions that applied, by the facts' values. */
  readonly answers: Map<string, readonly number[]>;
}

const MOST_ANSWERS = 200_000;

/**
 * Keeps what the rule engine said of conditions, across rulebooks: whether a condition applies depends on nothing but
 * the facts that it speaks of. So a rulebook in which one rule changed asks the engine about that rule alone, and about
 * each combination of the few facts of a rule only once. Forgets what was not asked for longest.
 */
export class RuleMemory {
  readonly #known = new Map<string, KnownConditions>();
  readonly #most: number;
  readonly #engineOf: EngineMaker;
  #answers = 0;

  constructor(most = MOST_ANSWERS, engineOf: EngineMaker = ruleEngine) {
    this.#most = most;
    this.#engineOf = engineOf;
  }

  /** Makes engines that remember; what they answer and throw is what `ruleEngine` does. */
  readonly engine: EngineMaker = (rules, types) => {
    const groups = byFacts(rules).map((group) => ({ ...group, known: this.#of(group, types) }));
    return {
      applying: async (facts) => {
        const applying = new Set<number>();
        for (const { facts: mentioned, rules: some, known } of groups) {
          const key = keyOf(mentioned, facts);
          const answer = known.answers.get(key) ?? (await this.#ask(known, key, facts));
          for (const position of answer) applying.add(some[position]?.at ?? -1);
        }
        return rules.filter((_, at) => applying.has(at)).map(({ name }) => name);
      },
    };
  };

  #of({ rules, facts }: RulesOnFacts, types: FactTypes): KnownConditions {
    const shapes = facts.map((fact) => [fact, types.get(fact) ?? null]);
    const key = JSON.stringify([shapes, rules.map(({ when }) => when)]);
    const numbered = rules.map(({ when }, position) => ({ name: String(position), when }));
    const known = this.#known.get(key) ?? {
      key,
      engine: this.#engineOf(numbered, types),
      answers: new Map(),
    };
    // What was asked for last stands last.
    this.#known.delete(key);
    this.#known.set(key, known);
    return known;
  }

  async #ask(known: KnownConditions, key: string, facts: RuleFacts): Promise<readonly number[]> {
    const answer = (await known.engine.applying(facts)).map(Number);
    const isKept = this.#known.get(known.key) === known;
    if (!isKept || known.answers.has(key)) return answer;
    known.answers.set(key, answer);
    this.#answers += 1;
    if (this.#answers > this.#most) this.#forget();
    return answer;
  }

  #forget(): void {
    const [oldest] = this.#known.values();
    if (oldest === undefined) return;
    this.#known.delete(oldest.key);
    this.#answers -= oldest.answers.size;
    oldest.answers.clear();
  }
}

interface RulesOnFacts {
  readonly facts: readonly string[];
  /** With their places among all rules. */
  readonly rules: readonly { readonly at: number; readonly when: Condition }[];
}

function byFacts(rules: readonly NamedRule[]): readonly RulesOnFacts[] {
  const groups = new Map<string, { facts: readonly string[]; rules: { at: number; when: Condition }[] }>();
  for (const [at, { when }] of rules.entries()) {
    const facts = [...new Set(comparisonsOf(when).map(({ fact }) => fact))].sort();
    const key = JSON.stringify(facts);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, { facts, rules: [{ at, when }] });
    else group.rules.push({ at, when });
  }
  return [...groups.values()];
}

// A fact that is not given is no unknown one: the engine refuses it.
function keyOf(names: readonly string[], facts: RuleFacts): string {
  const values = names.map((name): FactValue | readonly [] => {
    return Object.hasOwn(facts, name) ? (facts[name] ?? null) : [];
  });
  return JSON.stringify(values);
}
