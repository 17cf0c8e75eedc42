import { reachOf } from '../access/permission.ts';
import { actorOf, type ViewerRequest, type ViewerRoute } from '../access/viewer.ts';
import type { Texts } from '../language/texts.ts';
import { callGrades } from '../language/call-grades.ts';
import type { OrganisationService } from '../organisation/organisation-service.ts';
import type { FormFault } from '../web/form-fault.ts';
import type { PageResponse } from '../web/page.ts';
import { assessListPage, refusedListPage, type RefusedChoices } from './assess-list-page.ts';
import type { AssessService } from './assess-service.ts';
import type { Choice, Refusal } from './assessment.ts';
import { barTo } from './assessment-bar.ts';
import { changedFacts } from './assessed-steps.ts';
import type { AssessmentService, AssessmentSheet } from './assessment-service.ts';
import { readChoice, stepField } from './typed-choice.ts';
import { assessListPath, pointPaths, readAssessQuery, readPointId } from './paths.ts';
import { withinAssessed } from './assess-filter-page.ts';
import { refusalWords } from './refusal-words-page.ts';

interface AssessListServices {
  readonly assessments: AssessmentService;
  readonly assess: AssessService;
  readonly organisation: OrganisationService;
}

/** Tells the page's script that what was sent has been saved, and need not be kept any longer. */
const SAVED = '#saved';

/** Probability and harm of a whole list: all changes are saved by one form, or none. */
export function assessListRoutes(services: AssessListServices): readonly ViewerRoute[] {
  return [
    { method: 'get', path: pointPaths.assessList, handler: (request) => list(request, services) },
    { method: 'post', path: pointPaths.assessList, handler: (request) => save(request, services) },
  ];
}

async function list(
  { viewer, query, text }: ViewerRequest,
  { assessments, organisation }: AssessListServices,
): Promise<PageResponse> {
  const reach = reachOf(viewer, 'points.assess');
  const units = await organisation.units(reach);
  const asked = withinAssessed(readAssessQuery(query), units);
  const found = await assessments.list({ page: 1, ...asked.filter }, reach);
  const words = callGrades(text, found.rulebook.body.grades);
  const model = assessListPage(found, asked, { units, accountId: viewer.accountId }, words);
  return { kind: 'page', view: 'risk-points/assess-list', model };
}

async function save(request: ViewerRequest, services: AssessListServices): Promise<PageResponse> {
  const { viewer, query, body, choices: posted, text } = request;
  const { assessments, assess } = services;
  const reach = reachOf(viewer, 'points.assess');
  const { filter } = readAssessQuery(query);
  const ids = [...new Set((posted['point'] ?? []).flatMap((id) => readPointId(id) ?? []))];
  const sheet = await assessments.sheet(ids, filter.year, reach);
  const { choices, faults } = typedIn(body, sheet, text);
  const refused = (status: number, on: AssessmentSheet, why: readonly FormFault[]): Promise<PageResponse> =>
    refusedPage(status, on, { choices, faults: why }, request, services);
  if (faults.length > 0) return refused(422, sheet, faults);
  const changed = choices.filter((choice) => changedFacts(choice, sheet.rulebook.body.scales).length > 0);
  const changes = changed.map((choice) => ({ ...choice, answers: {}, note: null }));
  const outcome = await assess.assess(changes, reach, actorOf(viewer));
  if (outcome.kind === 'refused') {
    const current = await assessments.sheet(ids, filter.year, reach);
    return refused(409, current, refusalFaults(outcome.refusals, choices, current, text));
  }
  const { nothing, many } = text.assessment.saved;
  const { count } = text.formats;
  const notice = outcome.points === 0 ? nothing : many(count(outcome.facts), count(outcome.points));
  return { kind: 'redirect', to: `${assessListPath(filter)}${SAVED}`, notice };
}

/** What was chosen in the rows; a row that was shown locked says nothing. */
function typedIn(
  body: ViewerRequest['body'],
  { points, rulebook }: AssessmentSheet,
  text: Texts,
): RefusedChoices {
  const typed = points
    .filter((point) => barTo(point) === null || body[stepField('probability', point.id)] !== undefined)
    .map((point) => ({ point, ...readChoice(body, point.id, rulebook.body.scales, text) }));
  return {
    choices: typed.map(({ choice }) => choice),
    faults: typed.flatMap(({ faults }) => faults),
  };
}

function refusalFaults(
  refusals: readonly Refusal[],
  choices: readonly Choice[],
  { rulebook }: AssessmentSheet,
  text: Texts,
): readonly FormFault[] {
  return refusals.map((refusal) => {
    const fact = refusal.kind === 'changed' ? refusal.fact : 'probability';
    const chosen = choices.find(({ pointId }) => pointId === refusal.pointId)?.steps[fact] ?? null;
    const message = refusalWords(refusal, chosen, rulebook.body, text);
    return { field: stepField(fact, refusal.pointId), message };
  });
}

async function refusedPage(
  status: number,
  sheet: AssessmentSheet,
  refused: RefusedChoices,
  { viewer, query, text }: ViewerRequest,
  { organisation }: AssessListServices,
): Promise<PageResponse> {
  const units = await organisation.units(reachOf(viewer, 'points.assess'));
  const { filter } = readAssessQuery(query);
  const words = callGrades(text, sheet.rulebook.body.grades);
  const model = refusedListPage(sheet, filter, refused, { units, accountId: viewer.accountId }, words);
  return { kind: 'page', view: 'risk-points/assess-list', model, status };
}
