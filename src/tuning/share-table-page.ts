import type { Texts } from '../language/texts.ts';
import { numberLink, type NumberLink } from '../web/number-link.ts';
import type { Counts, DivisionImpact, DomainImpact, Impact } from './impact.ts';
import { comingTo, leavingFrom } from './move-table-page.ts';
import type { MoveConditions } from './rule-change.ts';

/** Points of grade 1 before and after, and their share: plainly, never as a quota. */
export interface ShareRow {
  readonly name: string;
  readonly href: string | null;
  readonly points: string;
  readonly before: string;
  readonly after: string;
  readonly share: string;
}

export interface DivisionShareRow extends ShareRow {
  readonly rises: NumberLink;
  readonly leaves: NumberLink;
  readonly changed: NumberLink;
}

type HrefOf = (conditions: MoveConditions) => string;

/** Divisions, those first that would get most points of grade 1 more than they have. */
export function bySurge(divisions: readonly DivisionImpact[]): readonly DivisionImpact[] {
  const surge = ({ before, after }: DivisionImpact): number => after[1] - before[1];
  return divisions.toSorted((left, right) => surge(right) - surge(left) || right.after[1] - left.after[1]);
}

/** A line per division that has points. */
export function divisionShares(
  divisions: readonly DivisionImpact[],
  bureauId: number,
  hrefOf: HrefOf,
  text: Texts,
): readonly DivisionShareRow[] {
  return divisions
    .filter(({ before }) => pointsIn(before) > 0)
    .map((division) => divisionRow(division, division.unitId === bureauId ? null : hrefOf, text));
}

/** The line of all divisions together. */
export function allShares({ moves, before, after }: Impact, hrefOf: HrefOf, text: Texts): DivisionShareRow {
  return movingRow({ name: text.whatIf.divisions.total, moves, before, after }, hrefOf, text);
}

export function domainShares(
  domains: readonly DomainImpact[],
  hrefOf: HrefOf,
  text: Texts,
): readonly ShareRow[] {
  return domains
    .filter(({ before }) => pointsIn(before) > 0)
    .map(({ domain, ...counts }) => ({
      ...shareRow(text.terms.keyDomains[domain], counts, text),
      href: hrefOf({ domain }),
    }));
}

function divisionRow(
  { unit, unitId, ...counted }: DivisionImpact,
  hrefOf: HrefOf | null,
  text: Texts,
): DivisionShareRow {
  const ofUnit = hrefOf === null ? null : (conditions: MoveConditions) => hrefOf({ ...conditions, unitId });
  return movingRow({ name: unit, ...counted }, ofUnit, text);
}

function movingRow(
  { name, moves, ...counts }: Pick<Impact, 'moves' | 'before' | 'after'> & { readonly name: string },
  hrefOf: HrefOf | null,
  text: Texts,
): DivisionShareRow {
  const { rises, leaves, changed, cell } = text.whatIf.divisions;
  const { count } = text.formats;
  const linked = (number: number, what: string, conditions: MoveConditions): NumberLink =>
    numberLink(count(number), hrefOf === null ? null : hrefOf(conditions), cell(name, what, count(number)));
  const total = moves.reduce((sum, move) => sum + move.count, 0);
  return {
    ...shareRow(name, counts, text),
    rises: linked(comingTo(moves, 1), rises, { to: 1 }),
    leaves: linked(leavingFrom(moves, 1), leaves, { from: 1 }),
    changed: linked(total, changed, {}),
  };
}

function shareRow(
  name: string,
  { before, after }: { readonly before: Counts; readonly after: Counts },
  text: Texts,
): ShareRow {
  const { count, percent } = text.formats;
  const points = pointsIn(before);
  const share = text.whatIf.divisions.from(percent(before[1], points), percent(after[1], points));
  return {
    name,
    href: null,
    points: count(points),
    before: count(before[1]),
    after: count(after[1]),
    share: points === 0 ? '' : share,
  };
}

function pointsIn(counts: Counts): number {
  return counts[1] + counts[2] + counts[3] + counts.unassessed;
}
