import { callGrades } from '../language/call-grades.ts';
import type { Texts } from '../language/texts.ts';
import { gradeName, gradeTag, type GradeTag } from '../risk-points/grade-look.ts';
import { pointPath, pointsPath } from '../risk-points/paths.ts';
import type { PointFilter } from '../risk-points/risk-point.ts';
import { faultOf, type FormFault } from '../web/form-fault.ts';
import type { PageModel } from '../web/page.ts';
import { DEFAULT_PAGE_SIZE, pagerOf, type Pager } from '../web/pager.ts';
import { talliesOf, wordsOfAll } from './grade-batch-outcome-page.ts';
import type { Approvable } from './grade-batch-service.ts';
import { effectiveGrade } from './grade-decision.ts';
import { standingOf, writtenSeen, type GradeSubject } from './grade-subject.ts';
import { approveListPath, gradePaths } from './paths.ts';
import { LONGEST_MINUTES } from './typed-decision.ts';

/** What somebody chose and typed, to be kept when it is refused. */
export interface BatchTyped {
  readonly isAll: boolean;
  readonly chosen: ReadonlySet<number>;
  readonly minutes: string;
  readonly faults: readonly FormFault[];
  readonly heading: string;
}

export interface GradeBatchPage extends PageModel {
  readonly heading: string;
  /** How many of each grade, and what is left out. */
  readonly notes: readonly string[];
  readonly faults: readonly FormFault[];
  readonly faultHeading: string;
  readonly backHref: string;
  readonly rows: readonly GradeBatchRow[];
  readonly pager: Pager | null;
  /** `null` where nothing may be approved. */
  readonly form: GradeBatchForm | null;
}

export interface GradeBatchRow {
  readonly seen: string;
  readonly label: string;
  readonly isChosen: boolean;
  readonly grade: GradeTag;
  readonly href: string;
  readonly text: string;
  readonly unit: string;
  readonly basis: string;
}

export interface GradeBatchForm {
  readonly action: string;
  readonly list: string;
  readonly all: string;
  readonly allLabel: string;
  readonly isAll: boolean;
  readonly minutes: string;
  readonly longest: number;
  readonly minutesFault: string | null;
}

/** The points of a list whose grade may be approved, with boxes to choose them. */
export function gradeBatchPage(
  { subjects, others }: Approvable,
  filter: Partial<PointFilter>,
  typed: BatchTyped,
  text: Texts,
): GradeBatchPage {
  const { batch } = text.grades;
  const { count } = text.formats;
  const size = filter.size ?? DEFAULT_PAGE_SIZE;
  const pages = Math.max(1, Math.ceil(subjects.length / size));
  const page = Math.min(filter.page ?? 1, pages);
  const heading = subjects.length === 0 ? batch.nothing : batch.heading(count(subjects.length));
  return {
    title: heading,
    heading,
    notes: [
      ...(subjects.length === 0
        ? []
        : [talliesOf(subjects.map(gradeOf), wordsOfAll(subjects, text)), batch.allOrNothing]),
      ...(others === 0 ? [] : [batch.others(count(others))]),
    ],
    faults: typed.faults,
    faultHeading: typed.heading,
    backHref: pointsPath(filter),
    rows: subjects.slice((page - 1) * size, page * size).map((subject) => rowOf(subject, typed, text)),
    pager: pagerOf(page, pages, (to) => approveListPath({ ...filter, page: to }), text),
    form: subjects.length === 0 ? null : formOf(subjects, filter, typed, text),
  };
}

function gradeOf(subject: GradeSubject): GradeSubject['proposed'] {
  return effectiveGrade(standingOf(subject));
}

function rowOf(subject: GradeSubject, { chosen }: BatchTyped, text: Texts): GradeBatchRow {
  const { batch, standing } = text.grades;
  const { override, proposed, labels } = subject;
  const called = callGrades(text, labels);
  const name = (grade: GradeSubject['proposed']): string => gradeName(grade ?? 'unassessed', called);
  return {
    seen: writtenSeen(subject),
    label: batch.choose(subject.text),
    isChosen: chosen.has(subject.id),
    grade: gradeTag(gradeOf(subject), called),
    href: pointPath(subject.id),
    text: subject.text,
    unit: subject.unitName,
    basis: override === null ? batch.byRules : standing.override(name(override), name(proposed)),
  };
}

function formOf(
  subjects: readonly GradeSubject[],
  filter: Partial<PointFilter>,
  { isAll, minutes, faults }: BatchTyped,
  text: Texts,
): GradeBatchForm {
  return {
    action: gradePaths.approveList,
    list: pointsPath(filter).split('?')[1] ?? '',
    all: subjects.map(writtenSeen).join(','),
    allLabel: text.grades.batch.all(text.formats.count(subjects.length)),
    isAll,
    minutes,
    longest: LONGEST_MINUTES,
    minutesFault: faultOf(faults, 'approve-why'),
  };
}
