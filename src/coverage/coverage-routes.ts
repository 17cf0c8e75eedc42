import { reachOf } from '../access/permission.ts';
import type { ViewerRoute } from '../access/viewer.ts';
import type { BoardService } from '../dashboards/board-service.ts';
import { coveragePage } from './coverage-page.ts';
import { coveragePaths, readCoverageQuery } from './paths.ts';

/** The coverage of the key domains, of all divisions in reach. */
export function coverageRoutes(board: BoardService): readonly ViewerRoute[] {
  return [
    {
      method: 'get',
      path: coveragePaths.matrix,
      handler: async ({ viewer, query, text }) => {
        const { filter } = readCoverageQuery(query);
        const figures = await board.board(filter, reachOf(viewer, 'coverage.view'));
        return { kind: 'page', view: 'coverage/matrix', model: coveragePage(figures, filter, text) };
      },
    },
  ];
}
