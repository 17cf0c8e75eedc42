import type { KeyDomain } from '../organisation/key-domain.ts';
import type { Queryable, Transaction } from '../platform/database.ts';
import { inPieces, insertRows } from '../platform/dialect.ts';
import { losesMainOnly, type DomainChange, type DomainPlan } from './domain-change.ts';
import type { FactSource } from './fact-source.ts';
import type { PointDomain } from './risk-point.ts';

/** Who set domains, `null` for the rules alone, and when. */
interface DomainsSet {
  readonly by: string | null;
  readonly at: string;
}

type DomainRow = Readonly<Record<string, string | number | null>>;

/** A point's domains, the main one first. */
export async function domainsOf(from: Queryable, pointId: number): Promise<readonly PointDomain[]> {
  return (await domainsOfPoints(from, [pointId])).get(pointId) ?? [];
}

/** The domains of many points, each point's main one first. */
export async function domainsOfPoints(
  from: Queryable,
  ids: readonly number[],
): Promise<ReadonlyMap<number, readonly PointDomain[]>> {
  const byPoint = new Map<number, PointDomain[]>();
  for (const some of inPieces(ids)) {
    const rows = (await from('risk_point_domain')
      .whereIn('risk_point_id', some)
      .orderBy([{ column: 'is_main', order: 'desc' }, 'domain'])
      .select({
        pointId: 'risk_point_id',
        domain: 'domain',
        state: 'state',
        isMain: 'is_main',
        evidence: 'evidence',
      })) as (Omit<PointDomain, 'isMain'> & { pointId: number; isMain: number })[];
    for (const { pointId, isMain, ...domain } of rows) {
      const known = byPoint.get(pointId);
      if (known === undefined) byPoint.set(pointId, [{ ...domain, isMain: isMain === 1 }]);
      else known.push({ ...domain, isMain: isMain === 1 });
    }
  }
  return byPoint;
}

/** Brings points' domains, and the main accepted one that grading reads, to what was planned; set by set. */
export async function writeDomains(
  transaction: Transaction,
  plans: readonly DomainPlan[],
  set: DomainsSet,
): Promise<void> {
  const changed = plans.flatMap(({ pointId, changes }) => changes.map((change) => ({ pointId, change })));
  const demoted = changed.filter(({ change }) => losesMainOnly(change));
  const replaced = changed.filter(({ change }) => !losesMainOnly(change));
  for (const { domain, ids } of idsByDomain(demoted)) {
    await transaction('risk_point_domain')
      .where({ domain })
      .whereIn('risk_point_id', ids)
      .update({ is_main: 0 });
  }
  for (const { domain, ids } of idsByDomain(replaced)) {
    await transaction('risk_point_domain').where({ domain }).whereIn('risk_point_id', ids).delete();
  }
  const rows = replaced.flatMap(({ pointId, change }) => domainRow(pointId, change, set));
  await insertRows(transaction, 'risk_point_domain', rows);
  await writeMainDomains(transaction, plans);
}

/** The rows of the domains that points name after some plans, and did not before. */
export function domainRows(plans: readonly DomainPlan[], set: DomainsSet): readonly DomainRow[] {
  return plans.flatMap(({ pointId, changes }) =>
    changes.flatMap((change) => domainRow(pointId, change, set)),
  );
}

function domainRow(
  pointId: number,
  { domain, to, evidence }: DomainChange,
  { by, at }: DomainsSet,
): readonly DomainRow[] {
  if (to === null) return [];
  const { state, isMain } = to;
  const row = { risk_point_id: pointId, domain, state, is_main: isMain ? 1 : 0, evidence };
  return [{ ...row, set_by: state === 'suggested' ? null : by, set_at: at }];
}

/** Keeps for good who decided what about points' domains. */
export async function keepDomainChanges(
  transaction: Transaction,
  plans: readonly DomainPlan[],
  { setBy, accountId, setAt }: FactSource,
): Promise<void> {
  const rows = plans.flatMap(({ pointId, changes }) =>
    changes
      .filter(({ from, to }) => from?.state !== to?.state || from?.isMain !== to?.isMain)
      .map(({ domain, from, to }) => ({
        risk_point_id: pointId,
        domain,
        from_state: from?.state ?? null,
        from_main: from?.isMain === true ? 1 : 0,
        to_state: to?.state ?? null,
        to_main: to?.isMain === true ? 1 : 0,
        set_by: setBy,
        account_id: accountId,
        set_at: setAt,
      })),
  );
  await insertRows(transaction, 'risk_point_domain_change', rows);
}

async function writeMainDomains(transaction: Transaction, plans: readonly DomainPlan[]): Promise<void> {
  const mains = new Map<KeyDomain | null, number[]>();
  for (const { pointId, main } of plans) mains.set(main, [...(mains.get(main) ?? []), pointId]);
  for (const [main, ids] of mains) {
    for (const some of inPieces(ids)) {
      await transaction('risk_point_state').whereIn('risk_point_id', some).update({ main_domain: main });
    }
  }
}

/** Points by the domain that changes, in pieces that a statement takes. */
function idsByDomain(
  changed: readonly { readonly pointId: number; readonly change: DomainChange }[],
): readonly { readonly domain: KeyDomain; readonly ids: readonly number[] }[] {
  const byDomain = new Map<KeyDomain, number[]>();
  for (const { pointId, change } of changed) {
    const ids = byDomain.get(change.domain);
    if (ids === undefined) byDomain.set(change.domain, [pointId]);
    else ids.push(pointId);
  }
  return [...byDomain].flatMap(([domain, ids]) => inPieces(ids).map((some) => ({ domain, ids: some })));
}
