import type { Viewer, ViewerRequest, ViewerRoute } from '../access/viewer.ts';
import type { TypedForm } from '../web/form-card.ts';
import type { PageResponse } from '../web/page.ts';
import { confirmedNotice } from './domain-choice-page.ts';
import type { OfficePost } from './office.ts';
import type { OfficeAccess } from './office-access.ts';
import { typedOffice } from './office-card-page.ts';
import { statusOf, type OfficeFault } from './office-form.ts';
import { organisationPath, organisationPaths, readOfficeId } from './paths.ts';
import { choiceOf, type PostConfirmService } from './post-confirm-service.ts';
import type { PostOfficeService } from './post-office-service.ts';
import { officePostPage } from './post-page.ts';
import { waitingPage } from './waiting-page.ts';

interface Parts {
  readonly posts: PostOfficeService;
  readonly confirms: PostConfirmService;
  readonly access: OfficeAccess<Viewer>;
}

type Change = (id: number, request: ViewerRequest) => Promise<readonly OfficeFault[]>;

/** Posts as the office keeps them, and what their duties touch. */
export function officePostRoutes(parts: Parts): readonly ViewerRoute[] {
  const { posts, confirms, access } = parts;
  const by =
    (work: 'change' | 'close' | 'start' | 'end'): Change =>
    (id, { body, viewer }) =>
      posts[work](id, body, access.manages(viewer), access.actor(viewer));
  const confirm: Change = (id, { body, viewer }) =>
    confirms.confirm(id, body, access.confirms(viewer), access.actor(viewer));
  return [
    { method: 'get', path: organisationPaths.post, handler: (request) => post(request, parts, null, 200) },
    changing('post', 'post', parts, by('change'), ({ text }, { name }) => text.organisation.done.unit(name)),
    changing('closePost', 'closing', parts, by('close'), ({ text, body }, { name }) =>
      body['day'] === undefined ? text.organisation.done.reopened(name) : text.organisation.done.closed(name),
    ),
    changing('startHolding', 'start', parts, by('start'), ({ text, body }) =>
      text.organisation.done.started((body['person'] ?? '').trim()),
    ),
    changing('endHolding', 'end', parts, by('end'), ({ text }) => text.organisation.done.ended),
    changing('confirm', 'confirm', parts, confirm, ({ text }, found) => confirmedNotice(found, text)),
    { method: 'get', path: organisationPaths.waiting, handler: (request) => waiting(request, parts) },
    { method: 'post', path: organisationPaths.waiting, handler: (request) => confirmChosen(request, parts) },
  ];
}

function changing(
  path: keyof typeof organisationPaths,
  card: string,
  parts: Parts,
  change: Change,
  notice: (request: ViewerRequest, post: OfficePost) => string,
): ViewerRoute {
  return {
    method: 'post',
    path: organisationPaths[path],
    handler: async (request) => {
      const id = readOfficeId(request.params['id']);
      const faults = await change(id, request);
      if (faults.length > 0) {
        const typed = typedOffice(card, request.body, faults, request.text);
        return post(request, parts, typed, statusOf(faults));
      }
      const found = await parts.posts.find(id, parts.access.manages(request.viewer));
      return { kind: 'redirect', to: organisationPath('post', id), notice: notice(request, found) };
    },
  };
}

async function post(
  { viewer, params, text }: ViewerRequest,
  { posts, access }: Parts,
  typed: TypedForm | null,
  status: number,
): Promise<PageResponse> {
  const found = await posts.find(readOfficeId(params['id']), access.manages(viewer));
  return { kind: 'page', view: 'organisation/post', model: officePostPage(found, typed, text), status };
}

async function waiting(
  { viewer, text }: ViewerRequest,
  { confirms, access }: Parts,
  isNothingChosen = false,
): Promise<PageResponse> {
  const posts = await confirms.waiting(access.confirms(viewer));
  const model = waitingPage(posts, choiceOf, text, isNothingChosen);
  return { kind: 'page', view: 'organisation/waiting', model, status: model.faults.length > 0 ? 422 : 200 };
}

async function confirmChosen(request: ViewerRequest, parts: Parts): Promise<PageResponse> {
  const { viewer, choices, text } = request;
  const { confirms, access } = parts;
  const chosen = choices['post'] ?? [];
  const words = text.organisation.waiting;
  const { count, sentences } = text.formats;
  if (chosen.length === 0) return waiting(request, parts, true);
  const result = await confirms.confirmAll(chosen, access.confirms(viewer), access.actor(viewer));
  const said = [
    words.done(count(result.posts), count(result.domains)),
    ...(result.stale === 0 ? [] : [words.left(count(result.stale))]),
  ];
  return { kind: 'redirect', to: organisationPaths.waiting, notice: sentences(said) };
}
