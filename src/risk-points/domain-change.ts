import type { KeyDomain } from '../organisation/key-domain.ts';
import { acceptedMain } from './point-domains.ts';
import type { DomainState, PointDomain } from './risk-point.ts';

/** How a domain stands on a point; `null` where the point does not name it. */
export interface DomainStanding {
  readonly state: DomainState;
  readonly isMain: boolean;
}

/** One domain of a point that stands differently after something than before. */
export interface DomainChange {
  readonly domain: KeyDomain;
  readonly from: DomainStanding | null;
  readonly to: DomainStanding | null;
  readonly evidence: string | null;
}

/** What becomes of one point's domains. */
export interface DomainPlan {
  readonly pointId: number;
  readonly changes: readonly DomainChange[];
  /** The accepted main domain afterwards. */
  readonly main: KeyDomain | null;
}

/** The changes that lead from the known domains to the wanted ones; none where they are the same. */
export function domainPlan(
  pointId: number,
  known: readonly PointDomain[],
  wanted: readonly PointDomain[],
): DomainPlan {
  const domains = new Set([...known, ...wanted].map(({ domain }) => domain));
  const changes = [...domains].flatMap((domain) => changeOf(domain, known, wanted));
  return { pointId, changes, main: acceptedMain(wanted) };
}

/** Whether a decided domain only stops being the main one: who decided about it stays. */
export function losesMainOnly({ from, to }: DomainChange): boolean {
  return to !== null && to.state !== 'suggested' && to.state === from?.state && !to.isMain;
}

function changeOf(
  domain: KeyDomain,
  known: readonly PointDomain[],
  wanted: readonly PointDomain[],
): readonly DomainChange[] {
  const before = known.find((candidate) => candidate.domain === domain);
  const after = wanted.find((candidate) => candidate.domain === domain);
  const isSame =
    before?.state === after?.state &&
    before?.isMain === after?.isMain &&
    before?.evidence === after?.evidence;
  if (isSame) return [];
  return [
    {
      domain,
      from: standingOf(before),
      to: standingOf(after),
      evidence: (after ?? before)?.evidence ?? null,
    },
  ];
}

function standingOf(domain: PointDomain | undefined): DomainStanding | null {
  return domain === undefined ? null : { state: domain.state, isMain: domain.isMain };
}
