import type { BoardFigures } from '../dashboards/board.ts';
import { divisionGapsPath } from '../dashboards/paths.ts';
import { sentence, type SentencePart } from '../language/sentence.ts';
import type { Texts } from '../language/texts.ts';
import { pointsPath } from '../risk-points/paths.ts';
import { numberLink, type NumberLink } from '../web/number-link.ts';
import type { PageModel } from '../web/page.ts';
import type { CoverageCell } from './coverage-cell.ts';
import { coverageFinding } from './coverage-finding.ts';
import { coverageMatrix, ownLists, type CoverageMatrix } from './coverage-matrix-page.ts';
import type { CoverageQuery } from './paths.ts';

export interface CoveragePage extends PageModel {
  readonly finding: string;
  readonly crumb: string;
  readonly matrix: CoverageMatrix;
  readonly gaps: CoverageCellList;
  readonly weak: CoverageCellList;
}

/** The cells of one status, as a list whose length is the number that leads to it. */
export interface CoverageCellList {
  readonly heading: readonly SentencePart[];
  readonly rows: readonly CoverageCellRow[];
}

export interface CoverageCellRow {
  readonly unit: string;
  readonly domain: string;
  readonly posts: string;
  readonly postsWithPoints: string;
  readonly points: NumberLink;
  readonly withMeasure: string;
  readonly expected: string;
  readonly next: { readonly href: string; readonly label: string };
}

/** The coverage of all divisions in reach: the matrix, and beneath it the gaps and weaknesses one by one. */
export function coveragePage(
  { coverage: cells, campaign, divisions }: Pick<BoardFigures, 'coverage' | 'campaign' | 'divisions'>,
  query: CoverageQuery,
  text: Texts,
): CoveragePage {
  const { lists } = text.coverage;
  const gaps = cells.filter(({ status }) => status === 'gap');
  const weak = cells.filter(({ status }) => status === 'weak');
  const { count } = text.formats;
  const hasOwnList = ownLists(divisions);
  const gapFigure = { gaps: { text: count(gaps.length) } };
  const weakFigure = { weak: { text: count(weak.length) } };
  return {
    title: text.coverage.title,
    finding: coverageFinding(cells, text),
    crumb: text.dashboards.campaign(campaign.bureau, String(campaign.year)),
    matrix: coverageMatrix(cells, query, hasOwnList, text),
    gaps: {
      heading: sentence(gaps.length === 0 ? lists.noGaps : lists.gaps, gapFigure),
      rows: gaps.map((cell) => cellRow(cell, query, hasOwnList, text)),
    },
    weak: {
      heading: sentence(weak.length === 0 ? lists.noWeak : lists.weak, weakFigure),
      rows: weak.map((cell) => cellRow(cell, query, hasOwnList, text)),
    },
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
  const pointsHref = hasOwnList(unitId) ? pointsPath({ ...query, unitId, domain: cell.domain }) : null;
  return {
    unit,
    domain,
    posts: count(cell.posts),
    postsWithPoints: count(cell.postsWithPoints),
    points: numberLink(points, pointsHref, lists.pointsLabel(unit, domain, points)),
    withMeasure: count(cell.withMeasure),
    expected: lists.expected[cell.expected],
    next: { href: divisionGapsPath(unitId, query), label: lists.nextLabel(unit, domain) },
  };
}
