import { reachOf } from '../access/permission.ts';
import type { ViewerRequest, ViewerRoute } from '../access/viewer.ts';
import type { BoardService } from '../dashboards/board-service.ts';
import { boardPath } from '../dashboards/paths.ts';
import { reaches } from '../organisation/reach.ts';
import type { PageResponse } from '../web/page.ts';
import { withinCells } from './cell-filter-page.ts';
import { coveragePage } from './coverage-page.ts';
import { unitOf } from './coverage-unit.ts';
import { divisionCoveragePage } from './division-coverage-page.ts';
import type { DivisionCoverageService } from './division-coverage-service.ts';
import { coveragePaths, readCellQuery, readCoverageQuery } from './paths.ts';

interface CoverageRouteServices {
  readonly board: BoardService;
  readonly divisionCoverage: DivisionCoverageService;
}

/** The coverage of the key domains: of all divisions in reach, and of one with what it has to do. */
export function coverageRoutes(services: CoverageRouteServices): readonly ViewerRoute[] {
  return [
    { method: 'get', path: coveragePaths.matrix, handler: (request) => matrix(request, services) },
    { method: 'get', path: coveragePaths.division, handler: (request) => division(request, services) },
  ];
}

async function matrix(
  { viewer, query, text }: ViewerRequest,
  { board }: CoverageRouteServices,
): Promise<PageResponse> {
  const asked = readCellQuery(query);
  const { year } = asked.filter;
  const figures = await board.board(year === undefined ? {} : { year }, reachOf(viewer, 'coverage.view'));
  const model = coveragePage(figures, withinCells(asked, figures.coverage), text);
  return { kind: 'page', view: 'coverage/matrix', model };
}

async function division(
  { viewer, params, query, text }: ViewerRequest,
  { divisionCoverage }: CoverageRouteServices,
): Promise<PageResponse> {
  const { filter } = readCoverageQuery(query);
  const unitId = unitOf(params);
  const found = await divisionCoverage.find(unitId, filter, reachOf(viewer, 'coverage.view'));
  if (found.unit.kind === 'bureau') return { kind: 'redirect', to: boardPath(filter) };
  const requestExemption = reaches(reachOf(viewer, 'coverage.request-exemption'), found.unit.path);
  const upload = reaches(reachOf(viewer, 'imports.upload'), found.unit.path);
  const model = divisionCoveragePage(found, filter, { requestExemption, upload }, text);
  return { kind: 'page', view: 'coverage/division', model };
}
