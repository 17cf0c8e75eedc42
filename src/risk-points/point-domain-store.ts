import type { KeyDomain } from '../organisation/key-domain.ts';
import type { Queryable, Transaction } from '../platform/database.ts';
import type { PointDomain } from './risk-point.ts';

/** A point's domains, the main one first. */
export async function domainsOf(from: Queryable, pointId: number): Promise<readonly PointDomain[]> {
  const rows = (await from('risk_point_domain')
    .where({ risk_point_id: pointId })
    .orderBy([{ column: 'is_main', order: 'desc' }, 'domain'])) as {
    domain: KeyDomain;
    state: PointDomain['state'];
    is_main: number;
    evidence: string | null;
  }[];
  return rows.map((row) => ({
    domain: row.domain,
    state: row.state,
    isMain: row.is_main === 1,
    evidence: row.evidence,
  }));
}

/** Replaces a point's domains, and the main accepted one that grading reads. */
export async function replaceDomains(
  transaction: Transaction,
  pointId: number,
  domains: readonly PointDomain[],
  set: { readonly by: string; readonly at: string },
): Promise<void> {
  await transaction('risk_point_domain').where({ risk_point_id: pointId }).delete();
  const rows = domains.map((domain) => ({
    risk_point_id: pointId,
    domain: domain.domain,
    state: domain.state,
    is_main: domain.isMain ? 1 : 0,
    evidence: domain.evidence,
    set_by: domain.state === 'suggested' ? null : set.by,
    set_at: set.at,
  }));
  if (rows.length > 0) await transaction('risk_point_domain').insert(rows);
  const main = domains.find(({ state, isMain }) => state === 'accepted' && isMain);
  await transaction('risk_point_state')
    .where({ risk_point_id: pointId })
    .update({ main_domain: main?.domain ?? null });
}
