import { KEY_DOMAINS, type KeyDomain } from '../organisation/key-domain.ts';
import type { DomainState, PointDomain } from './risk-point.ts';

export interface DomainSuggestion {
  readonly domain: KeyDomain;
  readonly words: readonly string[];
}

/** What a person decides about the domains of a point. */
export type DomainDecision =
  | { readonly kind: 'accept' | 'reject' | 'make-main' | 'take-back'; readonly domain: KeyDomain }
  | { readonly kind: 'accept-suggested' | 'reject-suggested' };

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

/**
 * A point's domains after a person's decision. The main domain is an accepted one as soon as any is accepted; where
 * the main one is rejected or taken back, the next in the notice's order takes its place. A domain that only a person
 * named is gone when it is taken back, for the rules do not suggest it.
 */
export function afterDecision(
  known: readonly PointDomain[],
  decision: DomainDecision,
): readonly PointDomain[] {
  switch (decision.kind) {
    case 'accept':
      return withOneMain(inState(known, decision.domain, 'accepted'));
    case 'reject':
      return withOneMain(inState(known, decision.domain, 'rejected'));
    case 'make-main':
      return inState(known, decision.domain, 'accepted').map((domain) => ({
        ...domain,
        isMain: domain.domain === decision.domain,
      }));
    case 'take-back':
      return withOneMain(
        inState(known, decision.domain, 'suggested').filter(
          ({ domain, evidence }) => domain !== decision.domain || evidence !== null,
        ),
      );
    case 'accept-suggested':
      return withOneMain(known.map((domain) => decidedIfSuggested(domain, 'accepted')));
    case 'reject-suggested':
      return withOneMain(known.map((domain) => decidedIfSuggested(domain, 'rejected')));
  }
}

/** The main domain that somebody accepted: the one that grading reads. */
export function acceptedMain(domains: readonly PointDomain[]): KeyDomain | null {
  return domains.find(({ state, isMain }) => state === 'accepted' && isMain)?.domain ?? null;
}

function inState(
  known: readonly PointDomain[],
  named: KeyDomain,
  state: DomainState,
): readonly PointDomain[] {
  const isNamed = known.some(({ domain }) => domain === named);
  const all = isNamed ? known : [...known, { domain: named, state, isMain: false, evidence: null }];
  return all.map((domain) => (domain.domain === named ? { ...domain, state } : domain));
}

function decidedIfSuggested(domain: PointDomain, state: DomainState): PointDomain {
  return domain.state === 'suggested' ? { ...domain, state } : domain;
}

function withOneMain(domains: readonly PointDomain[]): readonly PointDomain[] {
  const accepted = domains.filter(({ state }) => state === 'accepted');
  const able = accepted.length > 0 ? accepted : domains.filter(({ state }) => state === 'suggested');
  const inOrder = able.toSorted((a, b) => KEY_DOMAINS.indexOf(a.domain) - KEY_DOMAINS.indexOf(b.domain));
  const main = able.find(({ isMain }) => isMain) ?? inOrder[0];
  return domains.map((domain) => ({ ...domain, isMain: domain === main }));
}
