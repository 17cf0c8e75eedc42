import type { KeyDomain } from '../organisation/key-domain.ts';
import type { PointDomain } from './risk-point.ts';

export interface DomainSuggestion {
  readonly domain: KeyDomain;
  readonly words: readonly string[];
}

/**
 * A point's domains after the rules suggested some for its text: what a person accepted or rejected stays, older
 * suggestions go. Without an accepted main domain the first suggestion is the main one, still only suggested.
 */
export function withSuggestions(
  known: readonly PointDomain[],
  suggestions: readonly DomainSuggestion[],
): readonly PointDomain[] {
  const decided = known.filter(({ state }) => state !== 'suggested');
  const suggested = suggestions
    .filter(({ domain }) => !decided.some((decision) => decision.domain === domain))
    .map(({ domain, words }) => ({
      domain,
      state: 'suggested' as const,
      isMain: false,
      evidence: words.join('、'),
    }));
  const hasMain = decided.some(({ isMain }) => isMain);
  return [...decided, ...suggested.map((domain, index) => ({ ...domain, isMain: !hasMain && index === 0 }))];
}

/** A point's domains after a person named some: the first is the main one. Rejected ones stay rejected unless named. */
export function withAccepted(
  known: readonly PointDomain[],
  named: readonly KeyDomain[],
): readonly PointDomain[] {
  const accepted = named.map((domain, index) => ({
    domain,
    state: 'accepted' as const,
    isMain: index === 0,
    evidence: known.find((other) => other.domain === domain)?.evidence ?? null,
  }));
  const others = known
    .filter(({ domain }) => !named.includes(domain))
    .map((domain) => ({ ...domain, isMain: false }));
  return [...accepted, ...others];
}

export function areSameDomains(a: readonly PointDomain[], b: readonly PointDomain[]): boolean {
  const key = (domains: readonly PointDomain[]): string =>
    domains
      .map(({ domain, state, isMain }) => `${domain} ${state} ${String(isMain)}`)
      .sort()
      .join();
  return key(a) === key(b);
}
