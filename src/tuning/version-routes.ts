import { reachOf } from '../access/permission.ts';
import { actorOf, type ViewerRequest, type ViewerRoute } from '../access/viewer.ts';
import { reaches } from '../organisation/reach.ts';
import type { Rulebook } from '../rulebooks/rulebook.ts';
import type { PageResponse } from '../web/page.ts';
import { activationPage } from './activation-page.ts';
import { activationProgress } from './activation-progress-page.ts';
import { wordsOfVersion } from './compared-words-page.ts';
import type { LifecycleServices } from './lifecycle-service.ts';
import { rulebookListPage } from './rulebook-list-page.ts';
import { draftTextOf } from './draft-text.ts';
import { jsonFile, tableFile } from './rulebook-download-page.ts';
import { idIn } from './version-id.ts';
import { versionPage, type VersionVisit } from './version-page.ts';
import { versionPath, versionPaths } from './version-paths.ts';

/** The pages of rulebooks: what is in force and what was, a version, and how far its activation is. */
export function versionRoutes(services: LifecycleServices): readonly ViewerRoute[] {
  const { rulebookList } = services;
  return [
    {
      method: 'get',
      path: versionPaths.rulebooks,
      handler: async ({ viewer, text }) => {
        const rules = await rulebookList.list(reachOf(viewer, 'rulebooks.view'));
        const mayTune = reachOf(viewer, 'rulebooks.tune').unitPaths.length > 0;
        return { kind: 'page', view: 'rulebooks/list', model: rulebookListPage(rules, { mayTune }, text) };
      },
    },
    { method: 'get', path: versionPaths.version, handler: (request) => showVersion(request, services) },
    { method: 'get', path: versionPaths.proposal, handler: (request) => showVersion(request, services) },
    {
      method: 'get',
      path: versionPaths.versionJson,
      handler: (request) => download(request, services, 'json'),
    },
    {
      method: 'get',
      path: versionPaths.versionTable,
      handler: (request) => download(request, services, 'xlsx'),
    },
    { method: 'post', path: versionPaths.start, handler: (request) => start(request, services) },
    { method: 'get', path: versionPaths.activation, handler: (request) => showActivation(request, services) },
    {
      method: 'get',
      path: versionPaths.progress,
      handler: async ({ viewer, params, text }) => {
        const found = await rulebookList.activation(idIn(params), reachOf(viewer, 'rulebooks.view'));
        return { kind: 'json', body: activationProgress(found, text) };
      },
    },
  ];
}

/** A version's rulebook as a file, to be read elsewhere or loaded into a draft. */
async function download(
  { viewer, params }: ViewerRequest,
  { rulebookList }: LifecycleServices,
  format: 'json' | 'xlsx',
): Promise<PageResponse> {
  const { life } = await rulebookList.version(idIn(params), reachOf(viewer, 'rulebooks.view'));
  // Only checked rulebooks are stored.
  const rulebook = JSON.parse(life.body) as Rulebook;
  const name = `${rulebook.name}-${life.version}`;
  return format === 'json' ? jsonFile(name, draftTextOf(rulebook)) : tableFile(name, rulebook);
}

async function start(
  { viewer, params, text }: ViewerRequest,
  { approvals }: LifecycleServices,
): Promise<PageResponse> {
  const jobId = await approvals.start(idIn(params), reachOf(viewer, 'rulebooks.approve'), actorOf(viewer));
  return {
    kind: 'redirect',
    to: versionPath('activation', jobId),
    notice: text.ruleChanges.version.started,
  };
}

async function showActivation(
  { viewer, params, text }: ViewerRequest,
  { rulebookList }: LifecycleServices,
): Promise<PageResponse> {
  const found = await rulebookList.activation(idIn(params), reachOf(viewer, 'rulebooks.view'));
  const approves = reaches(reachOf(viewer, 'rulebooks.approve'), found.life.unit?.path ?? '');
  return { kind: 'page', view: 'rulebooks/activation', model: activationPage(found, { approves }, text) };
}

/** A version's page, with what was typed and refused on it. */
export async function showVersion(
  request: ViewerRequest,
  { rulebookList, approvals, effects }: LifecycleServices,
  refused: { readonly typed: VersionVisit['typed']; readonly status: 200 | 409 | 422 } = {
    typed: null,
    status: 200,
  },
): Promise<PageResponse> {
  const { viewer, params, text } = request;
  const reach = reachOf(viewer, 'rulebooks.view');
  const { life, rules } = await rulebookList.version(idIn(params), reach);
  const proposal = life.unit === null ? null : await approvals.find(life.id, reach);
  const path = life.unit?.path ?? '';
  // Only checked rulebooks are stored.
  const rulebook = JSON.parse(life.body) as Rulebook;
  const visit: VersionVisit = {
    accountId: viewer.accountId,
    approves: reaches(reachOf(viewer, 'rulebooks.approve'), path),
    tunes: reaches(reachOf(viewer, 'rulebooks.tune'), rules?.bureau.path ?? path),
    typed: refused.typed,
    isStale: refused.status === 409,
    decides: await effects.decides(rulebook, life.unit?.path ?? rules?.bureau.path),
  };
  const model = versionPage(life, rules, proposal, visit, wordsOfVersion(life, rules, text));
  return { kind: 'page', view: 'rulebooks/version', model, status: refused.status };
}
