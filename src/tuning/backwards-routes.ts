import { reachOf } from '../access/permission.ts';
import { actorOf, type ViewerRequest, type ViewerRoute } from '../access/viewer.ts';
import { reaches, type Reach } from '../organisation/reach.ts';
import { OperationalError } from '../platform/errors.ts';
import type { GradingRulebook } from '../rulebooks/rulebook.ts';
import type { PageResponse } from '../web/page.ts';
import { backwardsPage } from './backwards-page.ts';
import { backwardsPath, backwardsPaths } from './backwards-paths.ts';
import type { BackwardsAnswer } from './backwards-service.ts';
import type { Bench } from './bench.ts';
import { conflictPage } from './conflict-page.ts';
import { gradeIn } from './draft-edit-form.ts';
import { draftId } from './draft-id.ts';
import { draftPath } from './paths.ts';
import { readPointNumbers, type PointNumbers } from './point-numbers.ts';
import { editOf, readChange } from './single-change.ts';
import type { TuningServices } from './tuning-service.ts';
import { readId } from './version-id.ts';
import { sayingOf } from './workbench-page.ts';

const MOST_POINTS = 50;

/** From the grade that points should have to the change of a draft that would give it. */
export function backwardsRoutes(services: TuningServices): readonly ViewerRoute[] {
  const path = backwardsPaths.backwards;
  return [
    { method: 'get', path, handler: (request) => search(request, services) },
    { method: 'post', path, handler: (request) => apply(request, services) },
  ];
}

async function search(request: ViewerRequest, services: TuningServices): Promise<PageResponse> {
  const { viewer, query, text } = request;
  const reach = reachOf(viewer, 'rulebooks.view');
  const opened = await services.workbench.open(draftId(request), reach, text);
  const campaigns = await services.backwards.campaigns(opened);
  const askedYear = (query['year'] ?? '').trim();
  const chosen = campaigns.find(({ year }) => String(year) === askedYear);
  const ignoredYear = askedYear === '' || chosen !== undefined ? null : askedYear;
  const bench = { ...opened, campaign: chosen ?? opened.campaign };
  const typed = query['points'] ?? '';
  const grade = gradeIn(query) ?? 1;
  const numbers = readPointNumbers(typed);
  const rulebook = gradingIn(bench);
  const fault = typed === '' ? null : faultOf(numbers, bench, rulebook, request);
  const isAsked = typed !== '' && fault === null && rulebook !== null;
  const answer = isAsked
    ? await answerOf(bench, rulebook, { ids: numbers.ids, grade }, reach, services)
    : null;
  const faults = fault === null ? [] : [{ field: 'points', message: fault }];
  const mayTune = reaches(reachOf(viewer, 'rulebooks.tune'), bench.draft.unitPath);
  const model = backwardsPage(bench, mayTune, { typed, grade, faults, campaigns, ignoredYear }, answer, text);
  return { kind: 'page', view: 'tuning/backwards', model, status: fault === null ? 200 : 422 };
}

async function answerOf(
  bench: Bench,
  rulebook: GradingRulebook,
  asked: { readonly ids: readonly number[]; readonly grade: 1 | 2 | 3 },
  reach: Reach,
  { backwards }: TuningServices,
): Promise<BackwardsAnswer | null> {
  const { campaign } = bench;
  return campaign === null ? null : backwards.search({ ...bench, campaign }, rulebook, asked, reach);
}

function faultOf(
  { ids, wrong }: PointNumbers,
  { campaign }: Bench,
  rulebook: GradingRulebook | null,
  { text }: ViewerRequest,
): string | null {
  const { faults } = text.backwards;
  const [first] = wrong;
  if (rulebook === null) return faults.unsound;
  if (campaign === null) return faults.noCampaign;
  if (first !== undefined) return faults.wrong(first.slice(0, 20));
  if (ids.length === 0) return faults.none;
  return ids.length > MOST_POINTS ? faults.many(String(MOST_POINTS)) : null;
}

/** Makes one of the changes that the page offered. */
async function apply(request: ViewerRequest, services: TuningServices): Promise<PageResponse> {
  const { viewer, body, text } = request;
  const { workbench } = services;
  const [id, reach] = [draftId(request), reachOf(viewer, 'rulebooks.tune')];
  const bench = await workbench.open(id, reach, text);
  const rulebook = gradingIn(bench);
  const asked = readChange(body['change'] ?? '');
  const change = rulebook === null || asked === null ? null : editOf(rulebook, asked);
  if (change === null) {
    throw new OperationalError('invalid', 'no-such-edit', (said) => said.workbench.badEdit);
  }
  const outcome = await workbench.edit(id, readId(body['guard'] ?? '') ?? 0, change, reach, actorOf(viewer));
  switch (outcome.kind) {
    case 'saved':
      return { kind: 'redirect', to: draftPath(id), notice: text.backwards.applied };
    case 'refused':
      throw new OperationalError('invalid', 'no-such-edit', (said) => said.workbench.badEdit);
    case 'conflict': {
      const posted = { mine: outcome.mine, fields: body, action: backwardsPath(id) };
      const model = conflictPage(bench, posted, sayingOf(bench, text));
      return { kind: 'page', view: 'tuning/conflict', model, status: 409 };
    }
  }
}

function gradingIn({ parsed }: Bench): GradingRulebook | null {
  return 'rulebook' in parsed && parsed.rulebook.kind === 'grading' ? parsed.rulebook : null;
}
