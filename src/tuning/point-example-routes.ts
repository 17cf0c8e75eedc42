import { reachOf } from '../access/permission.ts';
import { actorOf, type ViewerRequest, type ViewerRoute } from '../access/viewer.ts';
import { callGrades } from '../language/call-grades.ts';
import type { Texts } from '../language/texts.ts';
import { OperationalError } from '../platform/errors.ts';
import { gradeName } from '../risk-points/grade-look.ts';
import type { OtherVersionsOf } from '../risk-points/other-version.ts';
import { readPointId } from '../risk-points/paths.ts';
import { EXAMPLE_FORM } from '../risk-points/point-example-page.ts';
import { pointPage } from '../risk-points/point-page.ts';
import type { PointService } from '../risk-points/point-service.ts';
import { rulebookReach, viewingOf, type GradeSectionOf } from '../risk-points/point-viewing-page.ts';
import type { PageResponse } from '../web/page.ts';
import { gradeIn } from './draft-edit-form.ts';
import { draftPath, rulebookPaths } from './paths.ts';
import type { PointExampleOutcome } from './point-example.ts';
import type { PointExampleService } from './point-example-service.ts';

interface Services {
  readonly gradeSection: GradeSectionOf;
  readonly otherVersions: OtherVersionsOf;
  readonly points: PointService;
  readonly pointExamples: PointExampleService;
}

/** "This one must be grade 1": a risk point as an example, from its own page. */
export function pointExampleRoutes(services: Services): readonly ViewerRoute[] {
  return [{ method: 'post', path: rulebookPaths.examples, handler: (request) => add(request, services) }];
}

async function add(request: ViewerRequest, services: Services): Promise<PageResponse> {
  const { viewer, body, text } = request;
  const [id, grade] = [readPointId(body['point'] ?? '') ?? 0, gradeIn(body)];
  const reach = reachOf(viewer, 'rulebooks.tune');
  if (grade === undefined) {
    throw new OperationalError('invalid', 'no-such-grade', (said) => said.workbench.badEdit);
  }
  const outcome = await services.pointExamples.add(id, grade, reach, actorOf(viewer));
  if (outcome.kind === 'added') {
    const called = callGrades(text, outcome.labels);
    const notice = text.workbench.pointExample.added(id, called.terms.grades[grade]);
    return { kind: 'redirect', to: draftPath(outcome.draftId), notice };
  }
  const point = await services.points.find(id, reachOf(viewer, 'points.view'));
  const faults = [{ field: EXAMPLE_FORM, message: refusalWords(outcome, text) }];
  const others = await services.otherVersions(point, rulebookReach(viewer));
  const viewing = viewingOf(viewer, point, { ...services, others }, text);
  const faultHeading = text.workbench.pointExample.refused;
  const model = pointPage(point, text, { ...viewing, faults, faultHeading });
  return { kind: 'page', view: 'risk-points/point', model, status: 409 };
}

function refusalWords(outcome: Exclude<PointExampleOutcome, { kind: 'added' }>, text: Texts): string {
  const words = text.workbench.pointExample;
  if (outcome.kind === 'unassessed') return words.unassessed;
  const name = text.formats.inThisLanguage(outcome.example.name);
  const { grade } = outcome.example.expect;
  const wanted = gradeName(grade ?? 'unassessed', callGrades(text, outcome.labels));
  return outcome.isSame ? words.there(name, wanted) : words.contradicts(name, wanted);
}
