import { nameKey } from '../language/normalise.ts';
import type { ListedPower, PlacedPower, PowerContent } from './power.ts';

/** What a new list does to the powers on record. */
export interface PowerChange {
  /** Powers that are new or say something else than before. */
  readonly opened: readonly PlacedPower[];
  /** Powers that the new list leaves out or says differently. */
  readonly closed: readonly ListedPower[];
  readonly unchanged: number;
}

/** A new list replaces the one before as a whole; a power is known by its unit and name. */
export function powerChange(standing: readonly ListedPower[], incoming: readonly PlacedPower[]): PowerChange {
  const known = new Map(standing.map((power) => [powerKey(power), power]));
  const same = incoming.filter((power) => {
    const before = known.get(powerKey(power));
    return before !== undefined && saysTheSame(before, power);
  });
  const kept = new Set(same.map(powerKey));
  return {
    opened: incoming.filter((power) => !kept.has(powerKey(power))),
    closed: standing.filter((power) => !kept.has(powerKey(power))),
    unchanged: same.length,
  };
}

/** How a power is recognised in the next list. */
export function powerKey({ unitId, name }: Pick<PowerContent, 'unitId' | 'name'>): string {
  return `${unitId} ${nameKey(name)}`;
}

function saysTheSame(one: PowerContent, other: PowerContent): boolean {
  const said = ({ postId, number, name, kind, basis, domain, domainEvidence }: PowerContent): string =>
    JSON.stringify([postId, number, name, kind, basis, domain, domainEvidence]);
  return said(one) === said(other);
}
