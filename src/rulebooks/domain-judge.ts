import { nameKey } from '../language/normalise.ts';
import type { KeyDomain } from '../organisation/key-domain.ts';
import { comparisonsOf, withoutNegation, type PlainCondition } from './condition.ts';
import { factTypes } from './fact-type.ts';
import { ruleEngine } from './rule-engine.ts';
import type { EngineMaker } from './rule-memory.ts';
import type { Condition, DomainRulebook } from './rulebook.ts';
import { wordFinder } from './word-finder.ts';

export interface DomainSuggestion {
  readonly domain: KeyDomain;
  /** The rule that suggests it, and the words of the text that made it do so. */
  readonly rule: string;
  readonly words: readonly string[];
}

/** Suggests key domains from words by one domain rulebook. */
export interface DomainJudge {
  /**
   * The domains that the words of a risk point, or of a post's duties, touch: each once, best first. Best is the
   * order of the rules in the rulebook; the first suggestion is the one for the main domain. Nobody has accepted
   * any of them yet.
   */
  suggest(text: string, subject: 'risk-point' | 'post'): Promise<readonly DomainSuggestion[]>;
}

const MOST_KNOWN = 20_000;

/**
 * A judge by one rulebook. White space, letter case and full-width forms of the text do not matter. The rule engine
 * runs once for all texts that the rules do not tell apart: those in which the same lists of words are found. What is
 * suggested is remembered by the words found, never by the text.
 */
export function domainJudge(rulebook: DomainRulebook, engineOf: EngineMaker = ruleEngine): DomainJudge {
  const engine = engineOf(rulebook.rules, factTypes(rulebook));
  const listsOf = listsByWord(rulebook);
  const find = wordFinder(listsOf.keys());
  const rules = new Map(rulebook.rules.map((rule) => [rule.name, { ...rule, ranks: ranksOf(rule.when) }]));
  const applying = new Map<string, Promise<readonly string[]>>();
  const suggested = new Map<string, Promise<readonly DomainSuggestion[]>>();
  const suggestFor = async (applies: Promise<readonly string[]>, found: ReadonlySet<string>) => {
    const first = new Map<KeyDomain, DomainSuggestion>();
    for (const { name, domain, ranks } of (await applies).flatMap((rule) => rules.get(rule) ?? [])) {
      if (!first.has(domain)) first.set(domain, { domain, rule: name, words: inOrder(found, ranks) });
    }
    return [...first.values()];
  };
  return {
    suggest: (original, subject) => {
      const text = nameKey(original);
      const found = find(text);
      return remembered(suggested, JSON.stringify([subject, ...found]), () => {
        const key = `${subject} ${classOf(listsOf, found)}`;
        return suggestFor(
          remembered(applying, key, () => engine.applying({ text, subject })),
          found,
        );
      });
    },
  };
}

function remembered<Answer>(known: Map<string, Answer>, key: string, ask: () => Answer): Answer {
  const before = known.get(key);
  if (before !== undefined) return before;
  if (known.size >= MOST_KNOWN) known.clear();
  const answer = ask();
  known.set(key, answer);
  return answer;
}

/** The words that the rules look for, each with the numbers of the lists in which it stands. */
function listsByWord({ rules }: DomainRulebook): ReadonlyMap<string, readonly number[]> {
  const lists = new Map<string, readonly string[]>();
  for (const { operator, value } of rules.flatMap(({ when }) => comparisonsOf(when))) {
    if (operator === 'containsAny' && typeof value === 'object') lists.set(JSON.stringify(value), value);
  }
  const byWord = new Map<string, number[]>();
  for (const [number, words] of [...lists.values()].entries()) {
    for (const word of words) byWord.set(word, [...(byWord.get(word) ?? []), number]);
  }
  return byWord;
}

/** Tells texts apart as far as the rules do: of which lists any word was found. */
function classOf(listsOf: ReadonlyMap<string, readonly number[]>, found: ReadonlySet<string>): string {
  const lists = new Set([...found].flatMap((word) => listsOf.get(word) ?? []));
  return [...lists].sort((left, right) => left - right).join(' ');
}

/** The words found that speak for a rule, in the order in which it lists them. */
function inOrder(found: ReadonlySet<string>, ranks: ReadonlyMap<string, number>): readonly string[] {
  return [...found]
    .flatMap((word) => {
      const rank = ranks.get(word);
      return rank === undefined ? [] : [{ word, rank }];
    })
    .sort((left, right) => left.rank - right.rank)
    .map(({ word }) => word);
}

function ranksOf(when: Condition): ReadonlyMap<string, number> {
  return new Map([...new Set(wordsSought(withoutNegation(when)))].map((word, rank) => [word, rank]));
}

/** The words that speak for a rule, in the order in which it lists them; words that speak against it are none. */
function wordsSought(condition: PlainCondition): readonly string[] {
  if ('all' in condition) return condition.all.flatMap(wordsSought);
  if ('any' in condition) return condition.any.flatMap(wordsSought);
  return condition.operator === 'containsAny' && typeof condition.value === 'object' ? condition.value : [];
}
