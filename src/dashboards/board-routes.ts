import { may, reachOf } from '../access/permission.ts';
import type { Viewer, ViewerRequest, ViewerRoute } from '../access/viewer.ts';
import { coveragePaths, divisionCoveragePath, readCoverageQuery } from '../coverage/paths.ts';
import type { OrganisationService } from '../organisation/organisation-service.ts';
import { reaches } from '../organisation/reach.ts';
import { OperationalError } from '../platform/errors.ts';
import type { PageResponse } from '../web/page.ts';
import { boardPage } from './board-page.ts';
import type { BoardService } from './board-service.ts';
import { divisionListPage, ownDivisions } from './division-list-page.ts';
import { divisionPage } from './division-page.ts';
import { boardPath, boardPaths, divisionPath, readBoardQuery, readDivisionId } from './paths.ts';

/** The bureau's board, a division's page, and the ways of a division head to it and to what it covers. */
export function boardRoutes(board: BoardService, organisation: OrganisationService): readonly ViewerRoute[] {
  return [
    {
      method: 'get',
      path: boardPaths.board,
      handler: async ({ viewer, query, text }) => {
        const { filter } = readBoardQuery(query);
        const figures = await board.board(filter, reachOf(viewer, 'board.view'));
        return { kind: 'page', view: 'dashboards/board', model: boardPage(figures, filter, text) };
      },
    },
    { method: 'get', path: boardPaths.division, handler: (request) => division(request, board) },
    {
      method: 'get',
      path: boardPaths.ownDivision,
      handler: (request) => {
        const { filter } = readBoardQuery(request.query);
        return ownDivision(request, organisation, (id) => divisionPath(id, filter));
      },
    },
    {
      method: 'get',
      path: coveragePaths.ownDivision,
      handler: (request) => {
        const { filter } = readCoverageQuery(request.query);
        return ownDivision(request, organisation, (id) => divisionCoveragePath(id, filter));
      },
    },
  ];
}

async function division(
  { viewer, params, query, text }: ViewerRequest,
  board: BoardService,
): Promise<PageResponse> {
  const unitId = readDivisionId(params['id'] ?? '');
  if (unitId === null) {
    throw new OperationalError('not-found', 'no-unit', (words) => words.dashboards.division.noSuch);
  }
  const { filter } = readBoardQuery(query);
  const figures = await board.division(unitId, filter, reachOf(viewer, 'division.view'));
  if (figures.unit.kind === 'bureau') return { kind: 'redirect', to: boardPath(filter) };
  const model = divisionPage(figures, filter, rightsOf(viewer, figures.unit.path), text);
  return { kind: 'page', view: 'dashboards/division', model };
}

/** Leads to the page of the one division that somebody heads; of several they choose. */
async function ownDivision(
  { viewer, text }: ViewerRequest,
  organisation: OrganisationService,
  hrefOf: (unitId: number) => string,
): Promise<PageResponse> {
  const divisions = ownDivisions(await organisation.units(reachOf(viewer, 'division.own')));
  const [only, ...others] = divisions;
  if (only !== undefined && others.length === 0) return { kind: 'redirect', to: hrefOf(only.id) };
  const model = divisionListPage(divisions, hrefOf, text);
  return { kind: 'page', view: 'dashboards/division-list', model };
}

function rightsOf(viewer: Viewer, unitPath: string): Parameters<typeof divisionPage>[2] {
  const requestExemption = reaches(reachOf(viewer, 'coverage.request-exemption'), unitPath);
  const upload = reaches(reachOf(viewer, 'imports.upload'), unitPath);
  const assesses = reaches(reachOf(viewer, 'points.assess'), unitPath);
  return { seesBoard: may(viewer, 'board.view'), assesses, rights: { requestExemption, upload } };
}
