import type { DecisionSubject, SeenPoint } from './domain-decision.ts';
import { domainPlan, type DomainPlan } from './domain-change.ts';
import { afterDecision, type DomainDecision } from './point-domains.ts';

/** What a decision does to a point's domains. */
export function planFor({ id, domains }: DecisionSubject, decision: DomainDecision): DomainPlan {
  return domainPlan(id, domains, afterDecision(domains, decision));
}

/** Points that are not any more what somebody saw. */
export function staleAmong(
  subjects: readonly DecisionSubject[],
  seen: readonly SeenPoint[],
): readonly DecisionSubject[] {
  const guards = new Map(seen.map(({ id, guard }) => [id, guard]));
  return subjects.filter(({ id, guard }) => guards.get(id) !== guard);
}
