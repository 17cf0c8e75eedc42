import type { ListedPower, PlacedPower } from '../../coverage/power.ts';
import type { OrgUnit } from '../../organisation/org-unit.ts';

/** Which standing powers a new list replaces: a bureau's, those of the units it names, or a unit's subtree. */
export interface PowerScope {
  readonly kind: 'whole' | 'named' | 'subtree';
  /** The bureau, or the unit whose subtree it is. */
  readonly unitId: number;
}

/**
 * The same by a bureau's name, for who knows no numbers; `null`: the only bureau in reach. A unit's subtree is chosen
 * on the page.
 */
export interface NamedScope {
  readonly kind: Exclude<PowerScope['kind'], 'subtree'>;
  readonly bureau: string | null;
}

/** What a list replaces when nobody says more: it closes nothing of a unit that it does not name. */
export const USUAL_KIND: NamedScope['kind'] = 'named';

/** As it stands in a form: `whole-1`. */
export function writtenScope({ kind, unitId }: PowerScope): string {
  return `${kind}-${String(unitId)}`;
}

/** What `writtenScope` wrote; `null` for anything else. */
export function readScope(written: string | undefined): PowerScope | null {
  const [, kind, id] = /^(whole|named|subtree)-([1-9][0-9]{0,14})$/u.exec(written ?? '') ?? [];
  const known = (['whole', 'named', 'subtree'] as const).find((candidate) => candidate === kind);
  return known === undefined ? null : { kind: known, unitId: Number(id) };
}

/** The powers that stand now and that the new list speaks for: what it leaves out of these is closed. */
export function replacedPowers(
  standing: readonly ListedPower[],
  incoming: readonly PlacedPower[],
  kind: PowerScope['kind'],
): readonly ListedPower[] {
  if (kind !== 'named') return standing;
  const named = new Set(incoming.map(({ unitId }) => unitId));
  return standing.filter(({ unitId }) => named.has(unitId));
}

/** The powers of units that the chosen subtree does not have. */
export function outsidePowers(
  incoming: readonly PlacedPower[],
  units: readonly OrgUnit[],
  root: OrgUnit,
): readonly PlacedPower[] {
  const inside = new Set(units.filter(({ path }) => path.startsWith(root.path)).map(({ id }) => id));
  return incoming.filter(({ unitId }) => !inside.has(unitId));
}
