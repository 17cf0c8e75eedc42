import type { ScaleValue } from '../grading/case.ts';
import { stepOn } from '../grading/class.ts';
import { callGrades } from '../language/call-grades.ts';
import type { Texts } from '../language/texts.ts';
import { gradeTag, type GradeTag } from '../risk-points/grade-look.ts';
import { stepName } from '../risk-points/fact-words-page.ts';
import type { GradingRulebook } from '../rulebooks/rulebook.ts';
import type { PageModel } from '../web/page.ts';
import { daysUntil, type OwnForm, type OwnInspection, type OwnPoint } from './own-inspection.ts';

/** What a post-holder sees first. */
export interface OwnPage extends PageModel {
  /** The deadline, as it stands to today. */
  readonly heading: string;
  readonly meta: string;
  /** What is to be done now. */
  readonly tasks: readonly string[];
  readonly posts: readonly string[];
  readonly forms: readonly OwnFormRow[];
  readonly points: readonly OwnPointCard[];
  /** Says that grades are not shown, where they are not. */
  readonly withheld: string | null;
}

interface OwnFormRow {
  readonly state: string;
  readonly version: string;
  readonly filledOn: string;
  readonly file: string;
}

interface OwnPointCard {
  readonly ordinal: string;
  readonly text: string;
  readonly measures: readonly string[];
  readonly file: string | null;
  readonly grade: GradeTag | null;
  readonly steps: string | null;
}

/** Somebody's own part of the inspection: the deadline first, then what was filed. */
export function ownPage(own: OwnInspection, asked: Texts): OwnPage {
  const text = callGrades(asked, own.rulebook.grades);
  const words = text.own;
  const { campaign, posts, points, forms } = own;
  return {
    title: words.title,
    heading: deadline(own, text),
    meta: words.meta(own.personName, String(campaign.year), campaign.documentNumber),
    tasks: tasksOf(own, text),
    posts: posts.map(({ unit, post }) => text.riskPoints.row.home(unit, post)),
    forms: forms.map((form) => formRow(form, text)),
    points: points.map((point) => pointCard(point, own.rulebook, text)),
    withheld: campaign.showsGradesToHolders || points.length === 0 ? null : words.withheld,
  };
}

function deadline({ campaign, today, forms }: OwnInspection, text: Texts): string {
  const { deadline: words } = text.own;
  const { dueOn } = campaign;
  const isFiled = forms.some(({ hasAnnex1 }) => hasAnnex1);
  if (forms.some(isSentBack)) return words.sentBack;
  if (dueOn === null) return isFiled ? words.filed : words.none;
  const date = text.formats.date(dueOn);
  if (isFiled) return words.filedBefore(date);
  const days = daysUntil(today, dueOn);
  if (days === 0) return words.today(date);
  const count = text.formats.count(Math.abs(days));
  return days > 0 ? words.ahead(date, count) : words.late(date, count);
}

/** What waits for the person; until forms can be filled in here, papers go to the office. */
function tasksOf({ forms, posts }: OwnInspection, text: Texts): readonly string[] {
  const { tasks } = text.own;
  if (posts.length === 0) return [tasks.noPost];
  if (!forms.some(({ hasAnnex1 }) => hasAnnex1)) return [tasks.file];
  return forms.some(isSentBack) ? [tasks.revise] : [tasks.nothing];
}

function isSentBack({ state }: OwnForm): boolean {
  return state === 'returned' || state === 'rectifying';
}

function formRow({ state, version, filledOn, file }: OwnForm, text: Texts): OwnFormRow {
  const { states, list } = text.forms;
  return {
    state: states[state],
    version: list.version(text.formats.count(version)),
    filledOn: filledOn === null ? list.missing : text.formats.date(filledOn),
    file: file ?? list.missing,
  };
}

function pointCard(point: OwnPoint, rulebook: GradingRulebook, text: Texts): OwnPointCard {
  const { ordinal, assessment, file, measures } = point;
  const { unknown } = text.assessment;
  const nameOf = (fact: 'probability' | 'harm', value: ScaleValue | null): string =>
    value === null
      ? unknown
      : stepName(fact, stepOn(rulebook.scales[fact], value) ?? value.step, rulebook, text);
  const { crumb, from } = text.riskPoints.point;
  return {
    ordinal: crumb(text.formats.count(ordinal)),
    text: point.text,
    measures,
    file: file === null ? null : from(file),
    grade: assessment === null ? null : gradeTag(assessment.grade, text),
    steps:
      assessment === null
        ? null
        : text.own.steps(nameOf('probability', assessment.probability), nameOf('harm', assessment.harm)),
  };
}
