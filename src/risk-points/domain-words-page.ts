import type { Texts } from '../language/texts.ts';
import type { DomainChange, DomainStanding } from './domain-change.ts';

/** One domain's change in words, such as “采购工作”：规则建议 → 已确认（主要）. */
export function domainChangeText(
  { domain, from, to }: Pick<DomainChange, 'domain' | 'from' | 'to'>,
  text: Texts,
): string {
  const words = text.domains;
  return words.change(text.terms.keyDomains[domain], standingText(from, text), standingText(to, text));
}

/** How a domain stands on a point, in words. */
export function standingText(standing: DomainStanding | null, text: Texts): string {
  const { standings, main, suggestedMain } = text.domains;
  if (standing === null) return standings.unnamed;
  const { state, isMain } = standing;
  if (!isMain) return standings[state];
  return state === 'accepted' ? main(standings[state]) : suggestedMain(standings[state]);
}
