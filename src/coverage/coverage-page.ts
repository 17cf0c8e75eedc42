import type { BoardFigures } from '../dashboards/board.ts';
import { sentence, type SentencePart } from '../language/sentence.ts';
import type { Texts } from '../language/texts.ts';
import { pointsPath } from '../risk-points/paths.ts';
import type { FilterForm } from '../web/list-parts.ts';
import { numberLink, type NumberLink } from '../web/number-link.ts';
import type { PageModel } from '../web/page.ts';
import { without, type ReadQuery } from '../web/query-fields.ts';
import { cellFilters, filteredCells, isNarrowed } from './cell-filter-page.ts';
import type { CoverageCell } from './coverage-cell.ts';
import { coverageFinding } from './coverage-finding.ts';
import { coverageMatrix, ownLists, type CoverageMatrix } from './coverage-matrix-page.ts';
import { divisionCoveragePath, exemptionsPath, type CellFilter, type CoverageQuery } from './paths.ts';

export interface CoveragePage extends PageModel {
  readonly finding: string;
  readonly crumb: string;
  readonly matrix: CoverageMatrix;
  readonly exemptionsHref: string;
  readonly filters: FilterForm;
  /** Without conditions the gaps and the weak domains; else the cells that meet them. */
  readonly lists: readonly CoverageCellList[];
}

/** The cells of one status, as a list whose length is the number that leads to it. */
export interface CoverageCellList {
  readonly anchor: string;
  readonly headingId: string;
  readonly caption: string;
  readonly heading: readonly SentencePart[];
  readonly sub: string;
  readonly rows: readonly CoverageCellRow[];
}

export interface CoverageCellRow {
  readonly unit: string;
  readonly domain: string;
  readonly status: string;
  readonly posts: string;
  readonly postsWithPoints: string;
  readonly points: NumberLink;
  readonly withMeasure: string;
  readonly expected: string;
  readonly next: { readonly href: string; readonly label: string } | null;
}

/** The coverage of all divisions in reach: the matrix, and beneath it the gaps and weaknesses one by one. */
export function coveragePage(
  figures: Pick<BoardFigures, 'coverage' | 'campaign' | 'divisions'>,
  asked: ReadQuery<CellFilter>,
  text: Texts,
): CoveragePage {
  const { coverage: cells, campaign, divisions } = figures;
  const query: CoverageQuery = without(asked.filter, ['status', 'domain', 'unitId']);
  const hasOwnList = ownLists(divisions);
  const rowsOf = (some: readonly CoverageCell[]): readonly CoverageCellRow[] =>
    some.map((cell) => cellRow(cell, query, hasOwnList, text));
  return {
    title: text.coverage.title,
    finding: coverageFinding(cells, text),
    crumb: text.dashboards.campaign(campaign.bureau, String(campaign.year)),
    matrix: coverageMatrix(cells, query, hasOwnList, text),
    exemptionsHref: exemptionsPath(query),
    filters: cellFilters(cells, asked, text),
    lists: isNarrowed(asked.filter)
      ? [foundList(filteredCells(cells, asked.filter), rowsOf, text)]
      : [statusList('gap', cells, rowsOf, text), statusList('weak', cells, rowsOf, text)],
  };
}

type RowsOf = (cells: readonly CoverageCell[]) => readonly CoverageCellRow[];

function foundList(found: readonly CoverageCell[], rowsOf: RowsOf, text: Texts): CoverageCellList {
  const { lists } = text.coverage;
  const total = { text: text.formats.count(found.length), isStrong: true };
  const heading = sentence(found.length === 0 ? lists.noneFound : lists.found, { total });
  return {
    anchor: 'found',
    headingId: 'found-heading',
    caption: text.coverage.filtersHeading,
    heading,
    sub: lists.foundSub,
    rows: rowsOf(found),
  };
}

function statusList(
  status: 'gap' | 'weak',
  cells: readonly CoverageCell[],
  rowsOf: RowsOf,
  text: Texts,
): CoverageCellList {
  const { lists } = text.coverage;
  const found = cells.filter((cell) => cell.status === status);
  const figure = { text: text.formats.count(found.length) };
  const [some, none] = status === 'gap' ? [lists.gaps, lists.noGaps] : [lists.weak, lists.noWeak];
  return {
    anchor: status === 'gap' ? 'gaps' : 'weak',
    headingId: `${status}-heading`,
    caption: text.terms.coverage[status],
    heading: sentence(found.length === 0 ? none : some, { gaps: figure, weak: figure }),
    sub: status === 'gap' ? lists.gapsSub : lists.weakSub,
    rows: rowsOf(found),
  };
}

function cellRow(
  cell: CoverageCell,
  query: CoverageQuery,
  hasOwnList: (unitId: number) => boolean,
  text: Texts,
): CoverageCellRow {
  const { lists } = text.coverage;
  const { count } = text.formats;
  const { unit, unitId } = cell;
  const domain = text.terms.keyDomains[cell.domain];
  const points = count(cell.points);
  const isLed = hasOwnList(unitId);
  const pointsHref = isLed ? pointsPath({ ...query, unitId, domain: cell.domain }) : null;
  const href = divisionCoveragePath(unitId, query, cell.domain);
  return {
    unit,
    domain,
    status: text.terms.coverage[cell.status],
    posts: count(cell.posts),
    postsWithPoints: count(cell.postsWithPoints),
    points: numberLink(points, pointsHref, lists.pointsLabel(unit, domain, points)),
    withMeasure: count(cell.withMeasure),
    expected: lists.expected[cell.expected],
    next: isLed ? { href, label: lists.nextLabel(unit, domain) } : null,
  };
}
