import { reachOf } from '../access/permission.ts';
import { actorOf, type ViewerRequest, type ViewerRoute } from '../access/viewer.ts';
import { OperationalError } from '../platform/errors.ts';
import { parseRulebook } from '../rulebooks/rulebook-schema.ts';
import type { Rulebook } from '../rulebooks/rulebook.ts';
import type { PageResponse } from '../web/page.ts';
import { wholeNumber } from '../web/query-fields.ts';
import { conflictPage } from './conflict-page.ts';
import { draftId } from './draft-id.ts';
import type { Draft } from './draft.ts';
import { draftPath, rulebookPaths, rulePath } from './paths.ts';
import { act, readAct } from './rule-form-act.ts';
import { checkForm, type PutRule } from './rule-form-check.ts';
import { readRuleForm } from './rule-form-fields.ts';
import { emptyForm, formOfRule } from './rule-form-start.ts';
import type { RuleForm } from './rule-form.ts';
import { listsOf, type RuleList } from './rule-list.ts';
import { rulePage, type RuleVisit } from './rule-page.ts';
import { withOffered } from './used-facts.ts';
import type { TuningServices } from './tuning-service.ts';
import { sayingOf } from './workbench-page.ts';

/** The form of one rule of a draft: its buttons give the page back with all that was typed, only one of them saves. */
export function ruleRoutes(services: TuningServices): readonly ViewerRoute[] {
  const path = rulebookPaths.draftRule;
  return [
    { method: 'get', path, handler: (request) => show(request, services) },
    { method: 'post', path, handler: (request) => answer(request, services) },
  ];
}

interface OpenDraft {
  readonly draft: Draft;
  readonly rulebook: Rulebook;
}

async function show(request: ViewerRequest, services: TuningServices): Promise<PageResponse> {
  const open = await openDraft(request, services);
  const { rulebook, draft } = open;
  const { query } = request;
  const list = listIn(rulebook, query['list']);
  const name = query['name'];
  const form = name === undefined ? emptyForm(rulebook, list) : formOfRule(rulebook, list, name);
  if (form === null) throw noSuchRule();
  return formPage(request, form, { ...open, guard: draft.guard, faults: [], focus: null });
}

async function answer(request: ViewerRequest, services: TuningServices): Promise<PageResponse> {
  const open = await openDraft(request, services);
  const { body, choices } = request;
  const form = readRuleForm(choices, listIn(open.rulebook, body['list']));
  if (body['act'] === 'save') return save(request, services, form, open);
  const wanted = readAct(body['act'] ?? '');
  const acted = wanted === null ? null : act(form.when, wanted);
  const visit = { ...open, guard: guardIn(body), faults: [], focus: acted?.focus ?? null };
  return formPage(request, { ...form, when: acted?.when ?? form.when }, visit);
}

async function save(
  request: ViewerRequest,
  services: TuningServices,
  form: RuleForm,
  open: OpenDraft,
): Promise<PageResponse> {
  const { viewer, body, text } = request;
  const { draft, rulebook } = open;
  const checked = checkForm(rulebook, form);
  if ('faults' in checked) {
    const { faults, isGone } = checked;
    // What is gone cannot be changed any more: saved again, it is added to what the draft is now.
    const kept = isGone ? { ...form, replaces: null } : form;
    const guard = isGone ? draft.guard : guardIn(body);
    return formPage(request, kept, { ...open, guard, faults, focus: null }, isGone ? 409 : 422);
  }
  const reach = reachOf(viewer, 'rulebooks.tune');
  const added = await services.factDeclarations.added(draft.unitPath);
  const change = { ...checked.change, added };
  const outcome = await services.workbench.edit(draft.id, guardIn(body), change, reach, actorOf(viewer));
  if (outcome.kind === 'conflict') return conflict(request, services, change, outcome.mine);
  if (outcome.kind === 'refused') throw noSuchRule();
  const title = text.formats.inThisLanguage(change.rule.title);
  return { kind: 'redirect', to: draftPath(draft.id), notice: text.workbench.rule.saved(title) };
}

/** Somebody was faster: the page with both versions, and the whole form kept, to be posted on theirs. */
async function conflict(
  request: ViewerRequest,
  { workbench }: TuningServices,
  { list, replaces }: PutRule,
  mine: Rulebook | null,
): Promise<PageResponse> {
  const { viewer, choices, text } = request;
  const bench = await workbench.open(draftId(request), reachOf(viewer, 'rulebooks.tune'), text);
  const posted = { mine, fields: choices, action: rulePath(bench.draft.id, list, replaces) };
  const model = conflictPage(bench, posted, sayingOf(bench, text));
  return { kind: 'page', view: 'tuning/conflict', model, status: 409 };
}

function formPage({ text }: ViewerRequest, form: RuleForm, visit: RuleVisit, status = 200): PageResponse {
  return { kind: 'page', view: 'tuning/rule', model: rulePage(form, visit, text), status };
}

/** @throws OperationalError `not-found`; `conflict` while the draft's text is no sound rulebook */
async function openDraft(
  request: ViewerRequest,
  { rulebookDrafts, factDeclarations }: TuningServices,
): Promise<OpenDraft> {
  const draft = await rulebookDrafts.find(draftId(request), reachOf(request.viewer, 'rulebooks.tune'));
  const parsed = parseRulebook(draft.text);
  if ('rulebook' in parsed) {
    const added = await factDeclarations.added(draft.unitPath);
    return { draft, rulebook: withOffered(parsed.rulebook, added) };
  }
  throw new OperationalError('conflict', 'draft-unsound', (text) => text.workbench.unsound);
}

/** The list that is named, or the rulebook's first where none is. */
function listIn(rulebook: Rulebook, named: string | undefined): RuleList {
  const [first, ...others] = listsOf(rulebook);
  const list = named === undefined ? first : [first, ...others].find((one) => one === named);
  if (list === undefined) throw noSuchRule();
  return list;
}

function noSuchRule(): OperationalError {
  return new OperationalError('not-found', 'no-rule', (text) => text.workbench.rule.noSuch);
}

function guardIn(body: ViewerRequest['body']): number {
  return GUARD.read(body['guard'] ?? '') ?? 0;
}

const GUARD = wholeNumber('guard', 1, Number.MAX_SAFE_INTEGER);
