import { reachOf } from '../access/permission.ts';
import type { ViewerRoute } from '../access/viewer.ts';
import type { GradeLabelsService } from '../rulebooks/grade-labels-service.ts';
import { boardPaths, readBoardQuery } from './paths.ts';
import { regionPage } from './region-page.ts';
import type { RegionService } from './region-service.ts';

interface RegionRouteServices {
  readonly region: RegionService;
  readonly gradeLabels: GradeLabelsService;
}

/** What regional roles see of the bureaus beneath them. */
export function regionRoutes({ region, gradeLabels }: RegionRouteServices): readonly ViewerRoute[] {
  return [
    {
      method: 'get',
      path: boardPaths.region,
      handler: async ({ viewer, query, text }) => {
        const { filter } = readBoardQuery(query);
        const reach = reachOf(viewer, 'region.view');
        const figures = await region.region(filter, reach);
        const model = regionPage(figures, await gradeLabels.of(reach), text);
        return { kind: 'page', view: 'dashboards/region', model };
      },
    },
  ];
}
