import type { Request } from 'express';
import type { Assets } from './assets.ts';
import type { Chrome, ChromeHead } from './chrome.ts';
import { csrfToken } from './csrf.ts';
import type { PageModel } from './page.ts';
import { takeNotice } from './session.ts';
import type { Answer } from './visit.ts';

/** Who is there, as the layout shows it; access knows. */
export type ChromeHeadOf<Viewer> = (
  visit: Answer<Viewer>['locals'],
  shown: { readonly path: string; readonly address: string | null },
) => ChromeHead;

export type Render<Viewer> = (
  request: Request,
  response: Answer<Viewer>,
  view: string,
  page: PageModel,
) => Promise<void>;

/** Renders a page's view inside the layout and sends it. */
export function renderer<Viewer>(assets: Assets, headOf: ChromeHeadOf<Viewer>): Render<Viewer> {
  return async (request, response, view, page) => {
    const head = headOf(response.locals, shownBy(request));
    const chrome: Chrome = {
      ...head,
      isHolding: request.session.held !== undefined && request.path !== head.heldPath,
      notice: await takeNotice(request),
      csrfToken: () => csrfToken(request),
      asset: (name) => assets.address(name),
    };
    const html = await new Promise<string>((resolve, reject) => {
      response.render(
        'layout/layout',
        { view, page, chrome, text: response.locals.text },
        (failure, rendered) => {
          // Express types what a template throws as always there.
          if ((failure as Error | null) === null) resolve(rendered);
          else reject(failure);
        },
      );
    });
    response.type('html').send(html);
  };
}

/** The page's path, and the address to come back to: what was posted is not asked for again. */
function shownBy({ method, path, originalUrl }: Request): Parameters<ChromeHeadOf<unknown>>[1] {
  return { path, address: method === 'GET' ? originalUrl : null };
}
