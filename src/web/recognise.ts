import type { Clock } from '../platform/clock.ts';
import { sessionAccount } from './session.ts';
import type { Step } from './visit.ts';

/** Session → who is it. Asked anew at every request, so that a closed account or a lost role ends at once. */
export function recogniseViewer<Viewer>(
  viewerOf: (accountId: number) => Promise<Viewer | null>,
  clock: Clock,
): Step<Viewer> {
  return async (request, response, next) => {
    const accountId = await sessionAccount(request, clock.now());
    if (accountId !== null) response.locals.viewer = await viewerOf(accountId);
    next();
  };
}
