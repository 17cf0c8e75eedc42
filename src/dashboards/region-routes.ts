import { reachOf } from '../access/permission.ts';
import type { ViewerRoute } from '../access/viewer.ts';
import { boardPaths, readBoardQuery } from './paths.ts';
import { regionPage } from './region-page.ts';
import type { RegionService } from './region-service.ts';

/** What regional roles see of the bureaus beneath them. */
export function regionRoutes(region: RegionService): readonly ViewerRoute[] {
  return [
    {
      method: 'get',
      path: boardPaths.region,
      handler: async ({ viewer, query, text }) => {
        const { filter } = readBoardQuery(query);
        const figures = await region.region(filter, reachOf(viewer, 'region.view'));
        return { kind: 'page', view: 'dashboards/region', model: regionPage(figures, text) };
      },
    },
  ];
}
