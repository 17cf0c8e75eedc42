import type { Texts } from '../language/texts.ts';
import { KEY_DOMAINS } from '../organisation/key-domain.ts';
import { pointsPath } from '../risk-points/paths.ts';
import { numberLink, type NumberLink } from '../web/number-link.ts';
import type { CoverageCell } from './coverage-cell.ts';
import { cellsPath, type CellFilter, type CoverageQuery } from './paths.ts';

/** One kind of number for every domain, and over all domains where that adds up to something. */
export interface TotalRow {
  readonly name: string;
  readonly numbers: readonly NumberLink[];
  readonly all: { readonly gaps: NumberLink | null; readonly weak: NumberLink | null };
}

/** How many of these cells are gaps and how many are weak, each leading to the list of them. */
export function totalsOf(
  cells: readonly CoverageCell[],
  scope: CellFilter,
  name: string,
  text: Texts,
): { readonly gaps: NumberLink; readonly weak: NumberLink } {
  return {
    gaps: cellCount(cells, 'gap', scope, name, text),
    weak: cellCount(cells, 'weak', scope, name, text),
  };
}

/** The rows beneath the matrix. A point in two domains counts in both, so points have no sum over domains. */
export function totalRows(
  cells: readonly CoverageCell[],
  query: CoverageQuery,
  text: Texts,
): readonly TotalRow[] {
  const { totals } = text.coverage;
  const all = totalsOf(cells, query, totals.all, text);
  return [
    { name: totals.gaps, numbers: perDomain(cells, 'gap', query, text), all: { gaps: all.gaps, weak: null } },
    {
      name: totals.weak,
      numbers: perDomain(cells, 'weak', query, text),
      all: { gaps: null, weak: all.weak },
    },
    { name: totals.points, numbers: pointsPerDomain(cells, query, text), all: { gaps: null, weak: null } },
  ];
}

function perDomain(
  cells: readonly CoverageCell[],
  status: 'gap' | 'weak',
  query: CoverageQuery,
  text: Texts,
): readonly NumberLink[] {
  return KEY_DOMAINS.map((domain) => {
    const own = cells.filter((cell) => cell.domain === domain);
    return cellCount(own, status, { ...query, domain }, text.terms.keyDomains[domain], text);
  });
}

function cellCount(
  cells: readonly CoverageCell[],
  status: 'gap' | 'weak',
  scope: CellFilter,
  name: string,
  text: Texts,
): NumberLink {
  const counted = text.formats.count(cells.filter((cell) => cell.status === status).length);
  const label = text.coverage.totals.label(name, text.terms.coverage[status], counted);
  return numberLink(counted, `${cellsPath({ ...scope, status })}#found`, label);
}

function pointsPerDomain(
  cells: readonly CoverageCell[],
  query: CoverageQuery,
  text: Texts,
): readonly NumberLink[] {
  return KEY_DOMAINS.map((domain) => {
    const points = cells
      .filter((cell) => cell.domain === domain)
      .reduce((total, cell) => total + cell.points, 0);
    const counted = text.formats.count(points);
    const label = text.coverage.totals.pointsLabel(text.terms.keyDomains[domain], counted);
    return numberLink(counted, pointsPath({ ...query, domain }), label);
  });
}
