import type { KeyDomain } from '../organisation/key-domain.ts';
import type { Queryable } from '../platform/database.ts';
import type { DomainStanding } from './domain-change.ts';
import type { PointEvent } from './point-detail.ts';
import type { DomainState } from './risk-point.ts';

type DomainEvent = Extract<PointEvent, { kind: 'domains' }>;

interface ChangeRow {
  readonly domain: KeyDomain;
  readonly from_state: DomainState | null;
  readonly from_main: number;
  readonly to_state: DomainState | null;
  readonly to_main: number;
  readonly set_by: string;
  readonly set_at: string;
}

/** What people decided about a point's domains, newest first; what was decided at once is one event. */
export async function domainEvents(from: Queryable, pointId: number): Promise<readonly DomainEvent[]> {
  const rows = (await from('risk_point_domain_change')
    .where({ risk_point_id: pointId })
    .orderBy('id', 'desc')) as ChangeRow[];
  const events = new Map<string, DomainEvent>();
  for (const row of rows) {
    const key = `${row.set_at} ${row.set_by}`;
    const change = {
      domain: row.domain,
      from: standing(row.from_state, row.from_main),
      to: standing(row.to_state, row.to_main),
    };
    const changes = [change, ...(events.get(key)?.changes ?? [])];
    events.set(key, { kind: 'domains', at: row.set_at, actor: row.set_by, changes, file: null });
  }
  return [...events.values()];
}

function standing(state: DomainState | null, isMain: number): DomainStanding | null {
  return state === null ? null : { state, isMain: isMain === 1 };
}
