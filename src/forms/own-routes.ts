import type { ViewerRequest, ViewerRoute } from '../access/viewer.ts';
import type { PageResponse } from '../web/page.ts';
import { ownPage } from './own-page.ts';
import type { OwnService } from './own-service.ts';
import { formPaths } from './paths.ts';

/** A post-holder's first page. */
export function ownRoutes(own: OwnService): readonly ViewerRoute[] {
  return [{ method: 'get', path: formPaths.own, handler: (request) => ownFirst(request, own) }];
}

async function ownFirst({ viewer, text }: ViewerRequest, own: OwnService): Promise<PageResponse> {
  const inspection = await own.inspection(viewer.accountId);
  if (inspection !== null) return { kind: 'page', view: 'forms/own', model: ownPage(inspection, text) };
  return { kind: 'page', view: 'forms/own-unlinked', model: { title: text.own.unlinked.title } };
}
