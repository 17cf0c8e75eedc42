import type { RouteLine } from '../access/policy-line.ts';
import { reachOf } from '../access/permission.ts';
import type { ViewerRoute } from '../access/viewer.ts';
import { firstStepsPage } from './first-steps-page.ts';
import type { FirstStepsService } from './first-steps-service.ts';
import { boardPaths } from './paths.ts';

/** What the office does first. */
export function firstStepsRoutes(
  firstSteps: FirstStepsService,
  policy: readonly RouteLine[],
): readonly ViewerRoute[] {
  return [
    {
      method: 'get',
      path: boardPaths.firstSteps,
      handler: async ({ viewer, text }) => {
        const counts = await firstSteps.counts(reachOf(viewer, 'accounts.manage'));
        const model = firstStepsPage(counts, viewer, policy, text);
        return { kind: 'page', view: 'dashboards/first-steps', model };
      },
    },
  ];
}
