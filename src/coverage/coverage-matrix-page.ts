import { divisionGapsPath, divisionPath } from '../dashboards/paths.ts';
import type { Texts } from '../language/texts.ts';
import { KEY_DOMAINS } from '../organisation/key-domain.ts';
import type { OrgUnit } from '../organisation/org-unit.ts';
import { pointsPath } from '../risk-points/paths.ts';
import type { CoverageCell } from './coverage-cell.ts';
import type { CoverageQuery } from './paths.ts';

/** Divisions by key domains. */
export interface CoverageMatrix {
  readonly domains: readonly string[];
  readonly rows: readonly CoverageRow[];
  readonly suggestedNote: string | null;
}

export interface CoverageRow {
  readonly unit: string;
  readonly href: string | null;
  readonly squares: readonly CoverageSquare[];
}

export interface CoverageSquare {
  readonly text: string;
  /** The class of the style sheet. */
  readonly tone: 'cv' | 'wk' | 'gp' | 'ex' | 'blank';
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
      if (hasOwnList(unitId)) return { unit, href: divisionPath(unitId, query), squares };
      return { unit, href: null, squares: squares.map((square) => ({ ...square, href: null })) };
    }),
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
    return cell === undefined
      ? { text: '', tone: 'blank', href: null, label: '' }
      : squareOf(cell, query, text);
  });
}

function squareOf(cell: CoverageCell, query: CoverageQuery, text: Texts): CoverageSquare {
  const { square, squareLabel } = text.coverage;
  const { unitId, unit } = cell;
  const domain = text.terms.keyDomains[cell.domain];
  const points = text.formats.count(cell.points);
  const href = cell.points === 0 ? null : pointsPath({ ...query, unitId, domain: cell.domain });
  switch (cell.status) {
    case 'covered':
      return { text: points, tone: 'cv', href, label: squareLabel.covered(unit, domain, points) };
    case 'weak':
      return { text: square.weak(points), tone: 'wk', href, label: squareLabel.weak(unit, domain, points) };
    case 'gap': {
      const toDo = divisionGapsPath(unitId, query);
      return { text: square.gap, tone: 'gp', href: toDo, label: squareLabel.gap(unit, domain) };
    }
    case 'exempt':
      return { text: square.exempt, tone: 'ex', href: null, label: squareLabel.exempt(unit, domain) };
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
