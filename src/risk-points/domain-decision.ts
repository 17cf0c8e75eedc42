import type { CampaignState } from '../campaigns/campaign.ts';
import type { PointFacts } from '../grading/case.ts';
import type { KeyDomain } from '../organisation/key-domain.ts';
import type { Grade } from '../rulebooks/rulebook.ts';
import { domainPlan, type DomainPlan } from './domain-change.ts';
import { afterDecision, type DomainDecision } from './point-domains.ts';
import type { PointDomain, PointState } from './risk-point.ts';

/** A point whose domains somebody decides about. */
export interface DecisionSubject {
  readonly id: number;
  /** Grows with every change, so that a stale page is noticed. */
  readonly guard: number;
  readonly text: string;
  readonly unitId: number;
  readonly unitName: string;
  readonly unitPath: string;
  readonly campaignId: number;
  readonly campaignState: CampaignState;
  readonly bureauPath: string;
  readonly state: PointState;
  readonly isWithdrawn: boolean;
  readonly facts: PointFacts;
  /** What people decided whatever the rules say: approved ?? override. */
  readonly decidedGrade: Grade | null;
  readonly domains: readonly PointDomain[];
}

/** Why nobody may decide about a point's domains any more. */
export type DecisionBar = 'withdrawn' | 'approved' | 'closed';

/** What a decision does to one point that it changes. */
export interface PlannedDecision {
  readonly subject: DecisionSubject;
  readonly plan: DomainPlan;
  /** Effective grades; `null` is unassessed. */
  readonly before: Grade | null;
  readonly after: Grade | null;
}

/** What a decision does to the points that somebody chose. */
export interface DecisionPlan {
  readonly decision: DomainDecision;
  readonly points: readonly PlannedDecision[];
  /** Chosen points at which there is nothing to change. */
  readonly unchanged: number;
  /** Chosen points about which nobody may decide any more. */
  readonly barred: number;
}

/** A point as somebody saw it. */
export interface SeenPoint {
  readonly id: number;
  readonly guard: number;
}

export type DecisionOutcome =
  | { readonly kind: 'done'; readonly plan: DecisionPlan }
  /** These points are not any more what was seen; nothing was written. */
  | { readonly kind: 'stale'; readonly points: readonly DecisionSubject[] }
  /** Nobody may decide about these points any more; nothing was written. */
  | { readonly kind: 'barred'; readonly bar: DecisionBar; readonly barred: readonly DecisionSubject[] };

/** How many points change how with regard to one domain. */
export interface DomainTally {
  readonly domain: KeyDomain;
  readonly main: number;
  readonly accepted: number;
  readonly rejected: number;
}

/** Why a point's domains stay as they are; `null` where they may change. Approved points and finished years are frozen. */
export function barTo({
  campaignState,
  state,
  isWithdrawn,
}: Pick<DecisionSubject, 'campaignState' | 'state' | 'isWithdrawn'>): DecisionBar | null {
  if (isWithdrawn) return 'withdrawn';
  if (state === 'approved' || state === 'published') return 'approved';
  return campaignState === 'open' || campaignState === 'assessing' ? null : 'closed';
}

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

/** The deepest unit path that all of these lie under; `/` when they have none in common. */
export function commonPath(paths: readonly string[]): string {
  const [first = [], ...others] = paths.map((path) => path.split('/').filter((part) => part !== ''));
  const differs = first.findIndex((part, index) => others.some((other) => other[index] !== part));
  const shared = differs === -1 ? first : first.slice(0, differs);
  return shared.length === 0 ? '/' : `/${shared.join('/')}/`;
}
