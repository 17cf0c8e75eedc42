import { setImmediate } from 'node:timers/promises';
import { digestOf } from '../../rulebooks/digest.ts';
import { domainJudge, type DomainJudge, type DomainSuggestion } from '../../rulebooks/domain-judge.ts';
import type { DomainRulebook } from '../../rulebooks/rulebook.ts';
import type { SuggestedText } from './suggested-text.ts';

/** Suggests domains by one domain rulebook for each text, in their order. */
export type SuggestDomains = (
  rulebook: DomainRulebook,
  texts: readonly SuggestedText[],
  signal?: AbortSignal,
) => Promise<readonly (readonly DomainSuggestion[])[]>;

const MOST_RULEBOOKS = 6;
const TEXTS_AT_ONCE = 1000;

/** A judge that remembers what the rulebooks that it was asked about last say of kinds of text. */
export function rememberingSuggestions(): SuggestDomains {
  const judges = new Map<string, DomainJudge>();
  const judgeOf = (rulebook: DomainRulebook): DomainJudge => {
    const digest = digestOf(rulebook);
    const judge = judges.get(digest) ?? domainJudge(rulebook);
    judges.delete(digest);
    judges.set(digest, judge);
    const [oldest] = judges.keys();
    if (judges.size > MOST_RULEBOOKS && oldest !== undefined) judges.delete(oldest);
    return judge;
  };
  return async (rulebook, texts, signal) => {
    const judge = judgeOf(rulebook);
    const suggestions: (readonly DomainSuggestion[])[] = [];
    for (const [index, { text, subject }] of texts.entries()) {
      if (index > 0 && index % TEXTS_AT_ONCE === 0) await setImmediate();
      signal?.throwIfAborted();
      suggestions.push(await judge.suggest(text, subject));
    }
    return suggestions;
  };
}
