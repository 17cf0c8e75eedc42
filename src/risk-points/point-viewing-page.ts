import { reachOf } from '../access/permission.ts';
import type { Permission } from '../access/policy.ts';
import type { Viewer } from '../access/viewer.ts';
import type { gradeSection } from '../assessment/grade-section-page.ts';
import { callGrades } from '../language/call-grades.ts';
import type { Texts } from '../language/texts.ts';
import { reaches } from '../organisation/reach.ts';
import type { OtherVersions, RulebookReach } from './other-version.ts';
import type { PointDetail } from './point-detail.ts';
import type { PointViewing } from './point-page.ts';

/** The later slice's part of the point page. */
export type GradeSectionOf = typeof gradeSection;

type Typed = Pick<Parameters<GradeSectionOf>[1], 'typed' | 'faults'>;

/** What later slices have to say on the page of a point. */
interface LaterParts {
  readonly gradeSection: GradeSectionOf;
  readonly others: OtherVersions | null;
}

/** Where a viewer may see versions of the rules, and drafts. */
export function rulebookReach(viewer: Viewer): RulebookReach {
  return { view: reachOf(viewer, 'rulebooks.view'), tune: reachOf(viewer, 'rulebooks.tune') };
}

/** What a viewer sees and may do on the page of a point. */
export function viewingOf(
  viewer: Viewer,
  point: PointDetail,
  { gradeSection: sectionOf, others }: LaterParts,
  asked: Texts,
  typed: Typed = { typed: null, faults: [] },
): Pick<PointViewing, 'mayAssess' | 'mayTune' | 'mayDecide' | 'grades' | 'others'> {
  const may = (permission: Permission): boolean => reaches(reachOf(viewer, permission), point.unitPath);
  const text = callGrades(asked, point.rulebook.body.grades);
  const mays = { mayOverride: may('grades.override'), mayApprove: may('grades.approve') };
  return {
    mayAssess: may('points.assess'),
    mayTune: may('rulebooks.tune'),
    mayDecide: may('points.domains'),
    grades: sectionOf(point, { ...mays, ...typed }, text),
    others,
  };
}
