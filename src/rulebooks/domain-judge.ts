import { nameKey } from '../language/normalise.ts';
import type { KeyDomain } from '../organisation/key-domain.ts';
import { comparisonsOf, withoutNegation, type PlainCondition } from './condition.ts';
import { OPERATOR_TESTS } from './engine-operators.ts';
import { factTypes } from './fact-type.ts';
import { ruleEngine } from './rule-engine.ts';
import type { EngineMaker } from './rule-memory.ts';
import type { DomainRulebook } from './rulebook.ts';

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

/**
 * A judge by one rulebook. White space, letter case and full-width forms of the text do not matter. The rule engine
 * runs once for all texts that the rules do not tell apart: those in which the same lists of words are found.
 */
export function domainJudge(rulebook: DomainRulebook, engineOf: EngineMaker = ruleEngine): DomainJudge {
  const engine = engineOf(rulebook.rules, factTypes(rulebook));
  const classOf = textClasses(rulebook);
  const known = new Map<string, Promise<readonly string[]>>();
  const applyingTo = (text: string, subject: 'risk-point' | 'post'): Promise<readonly string[]> => {
    const key = `${subject} ${classOf(text)}`;
    const applying = known.get(key) ?? engine.applying({ text, subject });
    known.set(key, applying);
    return applying;
  };
  const rules = new Map(
    rulebook.rules.map(({ name, domain, when }) => [
      name,
      { rule: name, domain, words: [...new Set(wordsSought(withoutNegation(when)))] },
    ]),
  );
  return {
    async suggest(text, subject) {
      const plainText = nameKey(text);
      const applying = await applyingTo(plainText, subject);
      const first = new Map<KeyDomain, DomainSuggestion>();
      for (const { rule, domain, words } of applying.flatMap((name) => rules.get(name) ?? [])) {
        if (first.has(domain)) continue;
        first.set(domain, { domain, rule, words: words.filter((word) => plainText.includes(word)) });
      }
      return [...first.values()];
    },
  };
}

/** Tells texts apart as far as the rules do, by which of their lists of words a text has something of. */
function textClasses({ rules }: DomainRulebook): (text: string) => string {
  const lists = new Map(
    rules
      .flatMap(({ when }) => comparisonsOf(when))
      .filter(({ operator }) => operator === 'containsAny')
      .map(({ value }) => [JSON.stringify(value), value]),
  );
  const sought = [...lists.values()];
  return (text) => sought.map((words) => (OPERATOR_TESTS.containsAny(text, words) ? '1' : '0')).join('');
}

/** The words that speak for a rule, in the order in which it lists them; words that speak against it are none. */
function wordsSought(condition: PlainCondition): readonly string[] {
  if ('all' in condition) return condition.all.flatMap(wordsSought);
  if ('any' in condition) return condition.any.flatMap(wordsSought);
  return condition.operator === 'containsAny' && typeof condition.value === 'object' ? condition.value : [];
}
