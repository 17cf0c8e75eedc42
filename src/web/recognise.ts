import type { Texts } from '../language/texts.ts';
import type { Clock } from '../platform/clock.ts';
import { sessionAccount } from './session.ts';
import type { Step } from './visit.ts';

/** Session → who is it, and in which words they are answered. Asked anew at every request, so that a closed account or a lost role ends at once. */
export function recogniseViewer<Viewer>(
  viewerOf: (accountId: number) => Promise<Viewer | null>,
  wordsFor: (viewer: Viewer, text: Texts) => Promise<Texts>,
  clock: Clock,
): Step<Viewer> {
  return async (request, response, next) => {
    const accountId = await sessionAccount(request, clock.now());
    const viewer = accountId === null ? null : await viewerOf(accountId);
    if (viewer !== null) {
      response.locals.viewer = viewer;
      response.locals.text = await wordsFor(viewer, response.locals.text);
    }
    next();
  };
}
