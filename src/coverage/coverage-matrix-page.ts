import type { Texts } from '../language/texts.ts';
import { KEY_DOMAINS } from '../organisation/key-domain.ts';
import type { OrgUnit } from '../organisation/org-unit.ts';
import { pointsPath } from '../risk-points/paths.ts';
import type { NumberLink } from '../web/number-link.ts';
import type { CoverageCell } from './coverage-cell.ts';
import { totalRows, totalsOf, type TotalRow } from './coverage-totals-page.ts';
import { divisionCoveragePath, type CoverageQuery } from './paths.ts';

/** Divisions by key domains, with what is missing per row and per column. */
export interface CoverageMatrix {
  readonly domains: readonly string[];
  readonly rows: readonly CoverageRow[];
  /** Beneath the divisions: gaps, weak domains and points of each domain. */
  readonly totals: readonly TotalRow[];
  readonly suggestedNote: string | null;
}

export interface CoverageRow {
  readonly unit: string;
  readonly href: string | null;
  readonly squares: readonly CoverageSquare[];
  readonly gaps: NumberLink;
  readonly weak: NumberLink;
}

export interface CoverageSquare {
  readonly text: string;
  /** The class of the style sheet. */
  readonly tone: 'cv' | 'wk' | 'gp' | 'ex' | 'blank';
  /** Nobody has confirmed yet that the division has to look there. */
  readonly isSuggested: boolean;
  /** The points in the domain, or what to do about their absence. */
  readonly href: string | null;
  readonly label: string;
}

/**
 * Rows stand in the order in which the cells name their units. Numbers of a unit that has no list of its own – a
 * bureau's own posts – lead nowhere.
 */
export function coverageMatrix(
  cells: readonly CoverageCell[],
  query: CoverageQuery,
  hasOwnList: (unitId: number) => boolean,
  text: Texts,
): CoverageMatrix {
  const units = [...new Map(cells.map(({ unitId, unit }) => [unitId, unit])).entries()];
  return {
    domains: KEY_DOMAINS.map((domain) => text.terms.keyDomains[domain]),
    rows: units.map(([unitId, unit]) => {
      const own = cells.filter((cell) => cell.unitId === unitId);
      const squares = squaresOf(own, query, text);
      const totals = totalsOf(own, { ...query, unitId }, unit, text);
      if (hasOwnList(unitId)) return { unit, href: divisionCoveragePath(unitId, query), squares, ...totals };
      return { unit, href: null, squares: squares.map((square) => ({ ...square, href: null })), ...totals };
    }),
    totals: totalRows(cells, query, text),
    suggestedNote: noteOfSuggestions(cells, text),
  };
}

/** Whether a unit's points have a list of their own: a bureau's list holds all that is under it. */
export function ownLists(divisions: readonly { readonly unit: OrgUnit }[]): (unitId: number) => boolean {
  const bureaus = new Set(divisions.filter(({ unit }) => unit.kind === 'bureau').map(({ unit }) => unit.id));
  const units = new Set(divisions.map(({ unit }) => unit.id));
  return (unitId) => units.has(unitId) && !bureaus.has(unitId);
}

function squaresOf(
  cells: readonly CoverageCell[],
  query: CoverageQuery,
  text: Texts,
): readonly CoverageSquare[] {
  return KEY_DOMAINS.map((domain) => {
    const cell = cells.find((candidate) => candidate.domain === domain);
    if (cell === undefined) return { text: '', tone: 'blank', isSuggested: false, href: null, label: '' };
    const isSuggested = isOnlySuggested(cell);
    const square = squareOf(cell, query, text);
    const label = isSuggested ? text.coverage.squareLabel.suggested(square.label) : square.label;
    return { ...square, isSuggested, label };
  });
}

/** Whether the rules alone make the domain expected of the division. */
function isOnlySuggested({ expected, status }: CoverageCell): boolean {
  return expected === 'suggested' && status !== 'exempt' && status !== 'not-expected';
}

function squareOf(
  cell: CoverageCell,
  query: CoverageQuery,
  text: Texts,
): Omit<CoverageSquare, 'isSuggested'> {
  const { square, squareLabel } = text.coverage;
  const { unitId, unit } = cell;
  const domain = text.terms.keyDomains[cell.domain];
  const points = text.formats.count(cell.points);
  const href = cell.points === 0 ? null : pointsPath({ ...query, unitId, domain: cell.domain });
  const toDo = divisionCoveragePath(unitId, query, cell.domain);
  switch (cell.status) {
    case 'covered':
      return { text: points, tone: 'cv', href, label: squareLabel.covered(unit, domain, points) };
    case 'weak':
      return {
        text: square.weak(points),
        tone: 'wk',
        href: toDo,
        label: squareLabel.weak(unit, domain, points),
      };
    case 'gap':
      return { text: square.gap, tone: 'gp', href: toDo, label: squareLabel.gap(unit, domain) };
    case 'exempt':
      return {
        text: cell.points === 0 ? square.exempt : square.exemptDespite(points),
        tone: cell.points === 0 ? 'ex' : 'wk',
        href: toDo,
        label:
          cell.points === 0
            ? squareLabel.exempt(unit, domain)
            : squareLabel.exemptDespite(unit, domain, points),
      };
    case 'not-expected':
      if (href === null) {
        return { text: square.blank, tone: 'blank', href: null, label: squareLabel.blank(unit, domain) };
      }
      return { text: points, tone: 'blank', href, label: squareLabel.notExpected(unit, domain, points) };
  }
}

function noteOfSuggestions(cells: readonly CoverageCell[], text: Texts): string | null {
  const { count } = text.formats;
  const expected = cells.filter((cell) => cell.expected !== 'no').length;
  const suggested = cells.filter((cell) => cell.expected === 'suggested').length;
  if (suggested === 0) return null;
  const { suggestedNote, allSuggested } = text.coverage;
  return suggested === expected
    ? allSuggested(count(expected))
    : suggestedNote(count(suggested), count(expected));
}
