import { may, reachOf } from '../access/permission.ts';
import type { ViewerRequest, ViewerRoute } from '../access/viewer.ts';
import type { OrganisationService } from '../organisation/organisation-service.ts';
import { OperationalError } from '../platform/errors.ts';
import type { PageResponse } from '../web/page.ts';
import { boardPage } from './board-page.ts';
import type { BoardService } from './board-service.ts';
import { divisionListPage, ownDivisions } from './division-list-page.ts';
import { divisionPage } from './division-page.ts';
import { boardPath, boardPaths, divisionPath, readBoardQuery, readDivisionId } from './paths.ts';

/** The bureau's board, a division's page, and the way of a division head to it. */
export function boardRoutes(board: BoardService, organisation: OrganisationService): readonly ViewerRoute[] {
  const division = async ({ viewer, params, query, text }: ViewerRequest): Promise<PageResponse> => {
    const unitId = readDivisionId(params['id'] ?? '');
    if (unitId === null) {
      throw new OperationalError('not-found', 'no-unit', (words) => words.dashboards.division.noSuch);
    }
    const { filter } = readBoardQuery(query);
    const figures = await board.division(unitId, filter, reachOf(viewer, 'division.view'));
    if (figures.unit.kind === 'bureau') return { kind: 'redirect', to: boardPath(filter) };
    const model = divisionPage(figures, filter, { seesBoard: may(viewer, 'board.view') }, text);
    return { kind: 'page', view: 'dashboards/division', model };
  };

  const ownDivision = async ({ viewer, query, text }: ViewerRequest): Promise<PageResponse> => {
    const { filter } = readBoardQuery(query);
    const divisions = ownDivisions(await organisation.units(reachOf(viewer, 'division.own')));
    const [only, ...others] = divisions;
    if (only !== undefined && others.length === 0) {
      return { kind: 'redirect', to: divisionPath(only.id, filter) };
    }
    const model = divisionListPage(divisions, filter, text);
    return { kind: 'page', view: 'dashboards/division-list', model };
  };

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
    { method: 'get', path: boardPaths.division, handler: division },
    { method: 'get', path: boardPaths.ownDivision, handler: ownDivision },
  ];
}
