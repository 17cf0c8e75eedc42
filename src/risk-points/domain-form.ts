import { isKeyDomain } from '../organisation/key-domain.ts';
import { readPointId } from './paths.ts';
import type { SeenPoint } from './domain-decision.ts';
import type { DomainDecision } from './point-domains.ts';

const ABOUT_ONE = ['accept', 'reject', 'make-main', 'take-back'] as const;
const ABOUT_SUGGESTED = ['accept-suggested', 'reject-suggested'] as const;

/** The decision that a form names; `null` when it names none, or one about a domain without saying which. */
export function readDecision(kind: string, domain: string): DomainDecision | null {
  const suggested = ABOUT_SUGGESTED.find((candidate) => candidate === kind);
  if (suggested !== undefined) return { kind: suggested };
  const one = ABOUT_ONE.find((candidate) => candidate === kind);
  return one === undefined || !isKeyDomain(domain) ? null : { kind: one, domain };
}

/** Points as somebody saw them, for a form to bring back. */
export function writtenSeen(points: readonly SeenPoint[]): string {
  return points.map(({ id, guard }) => `${String(id)}.${String(guard)}`).join(',');
}

/** What `writtenSeen` wrote; `null` where it is anything else. */
export function readSeen(written: string): readonly SeenPoint[] | null {
  if (!/^\d{1,15}\.\d{1,15}(?:,\d{1,15}\.\d{1,15})*$/u.test(written)) return null;
  return written.split(',').map((one) => {
    const [id, guard] = one.split('.').map(Number);
    return { id: id ?? 0, guard: guard ?? 0 };
  });
}

/** The ids that a form's fields name; anything else is left out. */
export function readPointIds(written: readonly string[]): readonly number[] {
  return written.flatMap((text) => readPointId(text) ?? []);
}
