import type { RouteLine } from '../access/policy-line.ts';
import type { ViewerRequest, ViewerRoute } from '../access/viewer.ts';
import { OperationalError } from '../platform/errors.ts';
import type { PageResponse } from '../web/page.ts';
import { noCampaignPage } from './no-campaign-page.ts';

/** Pages of a bureau that has no campaign yet say what to do next; a year that is asked for and not there is an error. */
export function orNothingToShow(
  policy: readonly RouteLine[],
  routes: readonly ViewerRoute[],
): readonly ViewerRoute[] {
  return routes.map((route) => {
    if (route.method !== 'get') return route;
    const handler = async (request: ViewerRequest): Promise<PageResponse> => {
      try {
        return await route.handler(request);
      } catch (error) {
        if (request.query['year'] !== undefined || !isNoCampaign(error)) throw error;
        const model = noCampaignPage(request.viewer, policy, request.text);
        return { kind: 'page', view: 'dashboards/no-campaign', model };
      }
    };
    return { ...route, handler };
  });
}

function isNoCampaign(error: unknown): boolean {
  return error instanceof OperationalError && error.code === 'no-campaign';
}
