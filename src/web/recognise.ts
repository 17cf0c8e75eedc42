import type { Texts } from '../language/texts.ts';
import type { Clock } from '../platform/clock.ts';
import { onlyWithin } from '../platform/row-reach.ts';
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

/** Until somebody is recognised, and where nobody is, the database shows no guarded row. */
export function showNothing<Viewer>(): Step<Viewer> {
  return (_request, _response, next) => {
    onlyWithin([], next);
  };
}

/** From here on the database shows the guarded rows that belong below the viewer's paths, whatever a page asks for. */
export function showWhatIsReached<Viewer>(
  pathsOf: (viewer: Viewer) => Promise<readonly string[]>,
): Step<Viewer> {
  return async (_request, response, next) => {
    const { viewer } = response.locals;
    onlyWithin(viewer === null ? [] : await pathsOf(viewer), next);
  };
}
