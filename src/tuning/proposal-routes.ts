import { reachOf } from '../access/permission.ts';
import { actorOf, type ViewerRequest, type ViewerRoute } from '../access/viewer.ts';
import { isDate } from '../platform/calendar-day.ts';
import type { Clock } from '../platform/clock.ts';
import { parseRulebook } from '../rulebooks/rulebook-schema.ts';
import type { RulebookService } from '../rulebooks/rulebook-service.ts';
import { fieldId, type TypedForm } from '../web/form-card.ts';
import type { FormFault } from '../web/form-fault.ts';
import type { PageResponse } from '../web/page.ts';
import type { Approval } from './approval-service.ts';
import { comparedWords, rulebookOf } from './compared-words-page.ts';
import type { LifecycleServices } from './lifecycle-service.ts';
import { proposePage, reinstatePage } from './propose-page.ts';
import { idIn, readId } from './version-id.ts';
import { versionPath, versionPaths } from './version-paths.ts';
import { reasonFault } from './reason-fault-page.ts';
import { versionTitle } from './version-words-page.ts';

/** Shows a version's page again, with what was typed and refused. */
type ShowVersion = (
  request: ViewerRequest,
  services: LifecycleServices,
  refused: { readonly typed: TypedForm | null; readonly status: 409 | 422 },
) => Promise<PageResponse>;

interface Services extends LifecycleServices {
  readonly clock: Clock;
  readonly rulebooks: RulebookService;
}

/** Proposing a draft or an earlier version, and what the party group decides on it. */
export function proposalRoutes(services: Services, showVersion: ShowVersion): readonly ViewerRoute[] {
  return [
    { method: 'get', path: versionPaths.propose, handler: (request) => showDraft(request, services, null) },
    { method: 'post', path: versionPaths.propose, handler: (request) => propose(request, services) },
    {
      method: 'get',
      path: versionPaths.reinstate,
      handler: (request) => showEarlier(request, services, null),
    },
    { method: 'post', path: versionPaths.reinstate, handler: (request) => reinstate(request, services) },
    {
      method: 'post',
      path: versionPaths.approve,
      handler: (request) => approve(request, services, showVersion),
    },
    {
      method: 'post',
      path: versionPaths.giveBack,
      handler: (request) => giveBack(request, services, showVersion),
    },
  ];
}

async function showDraft(
  { viewer, params, text }: ViewerRequest,
  { proposals, rulebooks }: Services,
  typed: TypedForm | null,
): Promise<PageResponse> {
  const prospect = await proposals.prospect(idIn(params), reachOf(viewer, 'rulebooks.tune'), text);
  const { draft } = prospect;
  const parsed = parseRulebook(draft.text);
  const inForce = await rulebooks.inForce(draft.kind, draft.unitPath);
  const words = 'rulebook' in parsed ? comparedWords(inForce.body, parsed.rulebook, text) : text;
  const model = proposePage({ ...prospect, inForceId: inForce.id }, typed, words);
  return { kind: 'page', view: 'rulebooks/propose', model, status: typed === null ? 200 : 422 };
}

async function propose(request: ViewerRequest, services: Services): Promise<PageResponse> {
  const { viewer, params, body } = request;
  const reach = reachOf(viewer, 'rulebooks.tune');
  await services.proposals.prospect(idIn(params), reach);
  const typed = reasonTyped(request, 'propose');
  if (typed !== null) return showDraft(request, services, typed);
  const order = { guard: readId(body['guard'] ?? '') ?? 0, reason: body['reason'] ?? '' };
  const id = await services.proposals.propose(idIn(params), order, reach, actorOf(viewer));
  return proposed(id, request, services);
}

async function showEarlier(
  { viewer, params, query, body, text }: ViewerRequest,
  { proposals, rulebooks }: Services,
  typed: TypedForm | null,
): Promise<PageResponse> {
  const unitId = readId(query['unit'] ?? body['guard'] ?? '');
  const earlier = await proposals.earlier(idIn(params), unitId, reachOf(viewer, 'rulebooks.tune'));
  const { life, unit } = earlier;
  const inForce = await rulebooks.inForce(life.kind, unit.path);
  const words = comparedWords(inForce.body, rulebookOf(life), text);
  const model = reinstatePage(earlier, typed, words);
  return { kind: 'page', view: 'rulebooks/propose', model, status: typed === null ? 200 : 422 };
}

async function reinstate(request: ViewerRequest, services: Services): Promise<PageResponse> {
  const { viewer, params, body } = request;
  const reach = reachOf(viewer, 'rulebooks.tune');
  const unitId = readId(body['guard'] ?? '');
  await services.proposals.earlier(idIn(params), unitId, reach);
  const typed = reasonTyped(request, 'propose');
  if (typed !== null) return showEarlier(request, services, typed);
  const order = { unitId, reason: body['reason'] ?? '' };
  const id = await services.proposals.reinstate(idIn(params), order, reach, actorOf(viewer));
  return proposed(id, request, services);
}

async function proposed(
  id: number,
  { viewer, text }: ViewerRequest,
  { approvals }: Services,
): Promise<PageResponse> {
  const { life } = await approvals.find(id, reachOf(viewer, 'rulebooks.tune'));
  const notice = text.ruleChanges.propose.done(versionTitle(life, text));
  return { kind: 'redirect', to: versionPath('proposal', id), notice };
}

async function approve(
  request: ViewerRequest,
  services: Services,
  showVersion: ShowVersion,
): Promise<PageResponse> {
  const { viewer, params, body, text } = request;
  const reach = reachOf(viewer, 'rulebooks.approve');
  const { life } = await services.approvals.find(idIn(params), reach);
  const words = text.ruleChanges.approve;
  const { approval, faults } = approvalIn(request, services.clock.today());
  const again = (field: string, message: string): Promise<PageResponse> =>
    showVersion(request, services, { typed: approveTyped(body, [{ field, message }]), status: 422 });
  if (faults.length > 0) {
    return showVersion(request, services, { typed: approveTyped(body, faults), status: 422 });
  }
  const outcome = await services.approvals.approve(life.id, approval, reach, viewer);
  switch (outcome.kind) {
    case 'wrong-password':
      return again('approve-password', words.faults.password);
    case 'locked-out':
      return again('approve-password', words.faults.locked(String(outcome.minutes)));
    case 'stale':
      return showVersion(request, services, { typed: approveTyped(body, []), status: 409 });
    case 'approved': {
      const title = versionTitle(life, text);
      const { activeOn } = approval;
      return {
        kind: 'redirect',
        to: versionPath('activation', outcome.jobId),
        notice: activeOn === null ? words.done(title) : words.doneLater(title, text.formats.date(activeOn)),
      };
    }
  }
}

function approvalIn(
  { body, text }: ViewerRequest,
  today: string,
): { readonly approval: Approval; readonly faults: readonly FormFault[] } {
  const { faults: words } = text.ruleChanges.approve;
  const [minutes, day] = [(body['minutes'] ?? '').trim(), (body['activeOn'] ?? '').trim()];
  const isWrongDay = day !== '' && (!isDate(day) || day < today);
  return {
    approval: {
      minutes,
      activeOn: day === '' || day === today ? null : day,
      password: body['password'] ?? '',
      seen: { digest: body['digest'] ?? '', inForceId: readId(body['inForce'] ?? '') ?? 0 },
    },
    faults: [
      ...(minutes === '' || minutes.length > LONGEST_MINUTES
        ? [{ field: fieldId('approve', 'minutes'), message: words.minutes }]
        : []),
      ...(isWrongDay ? [{ field: fieldId('approve', 'activeOn'), message: words.date }] : []),
    ],
  };
}

const LONGEST_MINUTES = 200;

function approveTyped(body: ViewerRequest['body'], faults: readonly FormFault[]): TypedForm {
  return { card: 'approve', values: body, faults };
}

async function giveBack(
  request: ViewerRequest,
  services: Services,
  showVersion: ShowVersion,
): Promise<PageResponse> {
  const { viewer, params, body, text } = request;
  const reach = reachOf(viewer, 'rulebooks.approve');
  const { life } = await services.approvals.find(idIn(params), reach);
  const typed = reasonTyped(request, 'return');
  if (typed !== null) return showVersion(request, services, { typed, status: 422 });
  await services.approvals.giveBack(life.id, body['reason'] ?? '', reach, actorOf(viewer));
  const notice = text.ruleChanges.giveBack.done(versionTitle(life, text));
  return { kind: 'redirect', to: versionPaths.rulebooks, notice };
}

function reasonTyped({ body, text }: ViewerRequest, card: string): TypedForm | null {
  const fault = reasonFault(body['reason'] ?? '', text);
  if (fault === null) return null;
  return { card, values: body, faults: [{ field: fieldId(card, 'reason'), message: fault }] };
}
