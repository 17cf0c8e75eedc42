import { reachOf } from '../access/permission.ts';
import { actorOf, type ViewerRequest, type ViewerRoute } from '../access/viewer.ts';
import { callGrades } from '../language/call-grades.ts';
import type { Texts } from '../language/texts.ts';
import type { Reach } from '../organisation/reach.ts';
import { OperationalError } from '../platform/errors.ts';
import type { FormFault } from '../web/form-fault.ts';
import type { PageResponse } from '../web/page.ts';
import { ASSESSED_FACTS, type AssessmentChange, type AssessmentOutcome } from './assessment.ts';
import type { AssessedPoint, AssessmentService } from './assessment-service.ts';
import { readAnswers, readNote } from './typed-answers.ts';
import { readChoice, stepField } from './typed-choice.ts';
import { gradePreview, suggestionWords } from './assessment-words-page.ts';
import { assessPointPage, freshDraft, preselected, type AssessmentDraft } from './assess-point-page.ts';
import type { AssessService } from './assess-service.ts';
import { assessListPath, assessPath, pointPath, pointPaths, readPointId } from './paths.ts';
import { refusalWords, savedWords } from './refusal-words-page.ts';

interface AssessServices {
  readonly assessments: AssessmentService;
  readonly assess: AssessService;
}

/** Probability and harm of one point: guided questions, a suggestion, a choice, and what follows from it. */
export function assessPointRoutes(services: AssessServices): readonly ViewerRoute[] {
  return [
    { method: 'get', path: pointPaths.assess, handler: (request) => open(request, services) },
    { method: 'post', path: pointPaths.assess, handler: (request) => save(request, services) },
    { method: 'get', path: pointPaths.suggestion, handler: (request) => suggest(request, services) },
  ];
}

async function open(request: ViewerRequest, { assessments }: AssessServices): Promise<PageResponse> {
  const assessed = await assessments.find(pointIdOf(request), reachFor(request));
  return pageOf(assessed, freshDraft(assessed), 200, assessments, request.text);
}

async function save(request: ViewerRequest, services: AssessServices): Promise<PageResponse> {
  const { body, text, viewer } = request;
  const { assessments, assess } = services;
  const reach = reachFor(request);
  const assessed = await assessments.find(pointIdOf(request), reach);
  const { change, draft } = typedOf(body, assessed, text);
  if (draft.faults.length > 0) return pageOf(assessed, draft, 422, assessments, text);
  if (body['do'] === 'preview') return pageOf(assessed, draft, 200, assessments, text);
  const outcome = await assess.assess([change], reach, actorOf(viewer));
  if (outcome.kind === 'refused') {
    const current = await assessments.find(assessed.point.id, reach);
    const faults = refusalFaults(outcome, change, current, text);
    return pageOf(current, { ...draft, open: [], faults }, 409, assessments, text);
  }
  const notice = await noticeOf(outcome, change, assessed, services, text);
  if (body['do'] !== 'save-next') return { kind: 'redirect', to: pointPath(assessed.point.id), notice };
  const next = await assessments.next(assessed.point, reach);
  const { allDone } = text.assessment.saved;
  if (next === null) return { kind: 'redirect', to: assessListPath(), notice: `${notice}${allDone}` };
  return { kind: 'redirect', to: assessPath(next), notice };
}

/** What the server thinks of answers and steps that are not saved yet, for the page's script. */
async function suggest(request: ViewerRequest, { assessments }: AssessServices): Promise<PageResponse> {
  const { query, text } = request;
  const assessed = await assessments.find(pointIdOf(request), reachFor(request));
  const { draft } = typedOf(query, assessed, text);
  const { rulebook, point } = assessed;
  const verdict = await assessments.verdict(point, draft.steps);
  const suggestions = ASSESSED_FACTS.map((fact): readonly [string, unknown] => [
    fact,
    suggestionWords(fact, draft.answers, rulebook.body, text),
  ]);
  const result = gradePreview(verdict, rulebook.body, callGrades(text, rulebook.body.grades));
  return { kind: 'json', body: { suggestions: Object.fromEntries(suggestions), result } };
}

interface Typed {
  readonly change: AssessmentChange;
  readonly draft: AssessmentDraft;
}

function typedOf(fields: ViewerRequest['body'], { point, rulebook }: AssessedPoint, text: Texts): Typed {
  const { choice, faults, touched } = readChoice(fields, point.id, rulebook.body.scales, text);
  const { answers, faults: answerFaults } = readAnswers(fields, text);
  const { note, faults: noteFaults } = readNote(fields, choice, text);
  const isOpen = ASSESSED_FACTS.filter((fact) => point.facts[fact] === null && !touched.includes(fact));
  return {
    change: { ...choice, answers, note: note === '' ? null : note },
    draft: {
      steps: choice.steps,
      answers,
      note,
      open: isOpen,
      faults: [...answerFaults, ...faults, ...noteFaults],
    },
  };
}

function refusalFaults(
  { refusals }: Extract<AssessmentOutcome, { kind: 'refused' }>,
  { pointId, steps }: AssessmentChange,
  { rulebook }: AssessedPoint,
  text: Texts,
): readonly FormFault[] {
  return refusals.map((refusal) => {
    const fact = refusal.kind === 'changed' ? refusal.fact : 'probability';
    const words = refusalWords(refusal, steps[fact], rulebook.body, text);
    const message = refusal.kind === 'changed' ? text.assessment.refused.again(words) : words;
    return { field: stepField(fact, pointId), message };
  });
}

async function noticeOf(
  outcome: Extract<AssessmentOutcome, { kind: 'saved' }>,
  { steps, note }: AssessmentChange,
  { point, rulebook }: AssessedPoint,
  { assessments }: AssessServices,
  text: Texts,
): Promise<string> {
  const { nothing, answersOnly } = text.assessment.saved;
  if (outcome.points === 0) return nothing;
  if (outcome.facts === 0 && note === null) return answersOnly(text.formats.count(outcome.answers));
  const verdict = await assessments.verdict(point, steps);
  return savedWords(steps, verdict, rulebook.body, callGrades(text, rulebook.body.grades));
}

async function pageOf(
  assessed: AssessedPoint,
  draft: AssessmentDraft,
  status: number,
  assessments: AssessmentService,
  asked: Texts,
): Promise<PageResponse> {
  const text = callGrades(asked, assessed.rulebook.body.grades);
  const verdict = await assessments.verdict(assessed.point, preselected(draft, assessed));
  const last = await assessments.lastSet(assessed.point.id);
  const model = assessPointPage(assessed, draft, verdict, last, text);
  return { kind: 'page', view: 'risk-points/assess-point', model, status };
}

function pointIdOf({ params }: ViewerRequest): number {
  const id = readPointId(params['id'] ?? '');
  if (id !== null) return id;
  throw new OperationalError('not-found', 'no-point', (text) => text.riskPoints.point.noSuch);
}

function reachFor({ viewer }: ViewerRequest): Reach {
  return reachOf(viewer, 'points.assess');
}
