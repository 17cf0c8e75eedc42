import { reachOf } from '../access/permission.ts';
import { actorOf, type ViewerRequest, type ViewerRoute } from '../access/viewer.ts';
import { OperationalError } from '../platform/errors.ts';
import type { PageResponse } from '../web/page.ts';
import type { CampaignFault } from './campaign-form.ts';
import type { CampaignOfficeService } from './campaign-office-service.ts';
import { campaignListPage, campaignPage } from './campaign-page.ts';
import { campaignPath, campaignPaths, readCampaignId } from './paths.ts';
import { typedCampaign } from './typed-campaign-page.ts';

/** The year's inspections: look, open, change. */
export function campaignRoutes(campaigns: CampaignOfficeService): readonly ViewerRoute[] {
  return [
    { method: 'get', path: campaignPaths.list, handler: (request) => list(request, campaigns) },
    { method: 'post', path: campaignPaths.list, handler: (request) => open(request, campaigns) },
    { method: 'get', path: campaignPaths.campaign, handler: (request) => look(request, campaigns) },
    { method: 'post', path: campaignPaths.campaign, handler: (request) => change(request, campaigns) },
  ];
}

async function list(
  { viewer, text }: ViewerRequest,
  campaigns: CampaignOfficeService,
): Promise<PageResponse> {
  const known = await campaigns.list(reachOf(viewer, 'campaigns.manage'));
  return { kind: 'page', view: 'campaigns/list', model: campaignListPage(known, null, text) };
}

async function open(
  { viewer, body, text }: ViewerRequest,
  campaigns: CampaignOfficeService,
): Promise<PageResponse> {
  const reach = reachOf(viewer, 'campaigns.manage');
  const opened = await campaigns.open(body, reach, actorOf(viewer));
  if ('id' in opened) {
    const notice = text.campaigns.open.done(String(opened.year));
    return { kind: 'redirect', to: campaignPath(opened.id), notice };
  }
  const typed = typedCampaign('open', body, opened, text);
  const model = campaignListPage(await campaigns.list(reach), typed, text);
  return { kind: 'page', view: 'campaigns/list', model, status: 422 };
}

async function look(
  { viewer, params, text }: ViewerRequest,
  campaigns: CampaignOfficeService,
): Promise<PageResponse> {
  const found = await campaigns.find(idOf(params), reachOf(viewer, 'campaigns.manage'));
  return { kind: 'page', view: 'campaigns/campaign', model: campaignPage(found, null, text) };
}

async function change(
  { viewer, params, body, text }: ViewerRequest,
  campaigns: CampaignOfficeService,
): Promise<PageResponse> {
  const id = idOf(params);
  const reach = reachOf(viewer, 'campaigns.manage');
  const faults = await campaigns.change(id, Number(body['guard']), body, reach, actorOf(viewer));
  const found = await campaigns.find(id, reach);
  if (faults.length === 0) {
    const notice = text.campaigns.edit.done(String(found.campaign.year));
    return { kind: 'redirect', to: campaignPath(id), notice };
  }
  const model = campaignPage(found, typedCampaign('edit', body, faults, text), text);
  return { kind: 'page', view: 'campaigns/campaign', model, status: statusOf(faults) };
}

function statusOf(faults: readonly CampaignFault[]): number {
  return faults.some(({ code }) => code === 'stale') ? 409 : 422;
}

function idOf(params: Readonly<Record<string, string>>): number {
  const id = readCampaignId(params['id'] ?? '');
  if (id === null)
    throw new OperationalError('not-found', 'no-such-campaign', (text) => text.campaigns.noSuch);
  return id;
}
