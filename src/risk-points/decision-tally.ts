import type { KeyDomain } from '../organisation/key-domain.ts';
import type { DecisionPlan, PlannedDecision } from './domain-decision.ts';

/** How many points change how with regard to one domain. */
export interface DomainTally {
  readonly domain: KeyDomain;
  readonly main: number;
  readonly accepted: number;
  readonly rejected: number;
}

/** How often each domain becomes main, accepted beside another, or rejected; in the order of `domains`. */
export function tallies({ points }: DecisionPlan, domains: readonly KeyDomain[]): readonly DomainTally[] {
  const changes = points
    .flatMap(({ plan }) => plan.changes)
    .filter(({ from, to }) => from?.state !== to?.state);
  return domains.flatMap((domain) => {
    const of = changes.filter((change) => change.domain === domain);
    const accepted = of.filter(({ to }) => to?.state === 'accepted');
    const main = accepted.filter(({ to }) => to?.isMain === true).length;
    const rejected = of.filter(({ to }) => to?.state === 'rejected').length;
    if (accepted.length + rejected === 0) return [];
    return [{ domain, main, accepted: accepted.length - main, rejected }];
  });
}

/** Planned points whose effective grade becomes another. */
export function regradedBy({ points }: DecisionPlan): readonly PlannedDecision[] {
  return points.filter(({ before, after }) => before !== after);
}
