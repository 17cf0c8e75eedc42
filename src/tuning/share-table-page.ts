import type { Texts } from '../language/texts.ts';
import { topGrade, topGradeBefore } from '../risk-points/grade-look.ts';
import { numberLink, type NumberLink } from '../web/number-link.ts';
import type { Counts, DivisionImpact, DomainImpact, Impact } from './impact.ts';
import { comingTo, leavingFrom } from './move-table-page.ts';
import type { MoveConditions } from './rule-change.ts';
import { partName } from './share-chart-page.ts';

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

/** The words of both tables that name the severest grade. */
export interface ShareHeads {
  readonly divisions: { readonly heading: string; readonly caption: string };
  readonly domains: { readonly heading: string; readonly caption: string };
  readonly before: string;
  readonly after: string;
  readonly rises: string;
  readonly leaves: string;
  readonly share: string;
}

export function shareHeads(text: Texts): ShareHeads {
  const { divisions, domains } = text.whatIf;
  const grade = topGrade(text);
  return {
    divisions: { heading: divisions.heading(grade), caption: divisions.caption(grade) },
    domains: { heading: domains.heading(grade), caption: domains.caption(grade) },
    before: divisions.before(topGradeBefore(text)),
    after: divisions.after(grade),
    rises: partName('rises', text),
    leaves: partName('leaves', text),
    share: divisions.share(grade),
  };
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
  const { changed, cell } = text.whatIf.divisions;
  const { count } = text.formats;
  const linked = (number: number, what: string, conditions: MoveConditions): NumberLink =>
    numberLink(count(number), hrefOf === null ? null : hrefOf(conditions), cell(name, what, count(number)));
  const total = moves.reduce((sum, move) => sum + move.count, 0);
  return {
    ...shareRow(name, counts, text),
    rises: linked(comingTo(moves, 1), partName('rises', text), { to: 1 }),
    leaves: linked(leavingFrom(moves, 1), partName('leaves', text), { from: 1 }),
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
