import type { PointFacts } from '../grading/case.ts';
import type { GradingScope, GradingService } from '../grading/grading-service.ts';
import type { PointDetail } from './point-detail.ts';
import { acceptedMain, afterDecision } from './point-domains.ts';
import type { PointDomain } from './risk-point.ts';

/** What the rules would say of a point if one of its suggested domains were accepted; one verdict for each. */
export async function verdictsIfAccepted(
  grading: GradingService,
  scope: GradingScope,
  facts: PointFacts,
  domains: readonly PointDomain[],
): Promise<PointDetail['ifAccepted']> {
  const suggested = domains.filter(({ state }) => state === 'suggested');
  return Promise.all(
    suggested.map(async ({ domain }) => {
      const main = acceptedMain(afterDecision(domains, { kind: 'accept', domain }));
      return { domain, verdict: await grading.verdictOn(scope, { ...facts, domain: main }) };
    }),
  );
}
