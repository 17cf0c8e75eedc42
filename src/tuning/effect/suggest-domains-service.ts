import { domainJudge, type DomainSuggestion } from '../../rulebooks/domain-judge.ts';
import type { DomainRulebook } from '../../rulebooks/rulebook.ts';
import { inTurns } from '../judging-turns-service.ts';
import { lastJudges } from '../last-judges.ts';
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
  const judgeOf = lastJudges(MOST_RULEBOOKS, domainJudge);
  return async (rulebook, texts, signal) => {
    const judge = judgeOf(rulebook);
    return inTurns(texts, TEXTS_AT_ONCE, ({ text, subject }) => judge.suggest(text, subject), signal);
  };
}
