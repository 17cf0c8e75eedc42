import type { Texts } from '../language/texts.ts';
import { gradeName } from '../risk-points/grade-look.ts';
import type { PointDetail } from '../risk-points/point-detail.ts';
import type { Grade } from '../rulebooks/rulebook.ts';
import { faultOf, type FormFault } from '../web/form-fault.ts';
import { effectiveGrade, type GradeCommand, type GradeStanding } from './grade-decision.ts';
import { writtenSeen } from './grade-subject.ts';
import { gradePath } from './paths.ts';
import { LONGEST_MINUTES, LONGEST_REASON, type TypedDecision } from './typed-decision.ts';

/** What a viewer may decide about a point's grade, and what they typed. */
export interface GradeEditing {
  readonly mayOverride: boolean;
  readonly mayApprove: boolean;
  readonly faults: readonly FormFault[];
  readonly typed: TypedDecision | null;
}

export interface DecisionForm {
  readonly kind: GradeCommand['kind'];
  readonly heading: string;
  readonly action: string;
  readonly seen: string;
  /** `null` where no grade is chosen. */
  readonly grade: GradeField | null;
  readonly why: WhyField;
  readonly submit: string;
}

export interface GradeField {
  readonly id: string;
  readonly label: string;
  readonly options: readonly {
    readonly value: string;
    readonly label: string;
    readonly isChosen: boolean;
  }[];
  readonly fault: string | null;
}

export interface WhyField {
  readonly id: string;
  /** Whether one line is enough for it. */
  readonly isLine: boolean;
  readonly label: string;
  readonly hint: string | null;
  /** Ids of what describes the field; `null` where nothing does. */
  readonly describedBy: string | null;
  readonly text: string;
  readonly longest: number;
  readonly fault: string | null;
}

/** The grades to which a point may be overridden. */
export function gradesToChoose({ proposed, override }: GradeStanding): readonly Grade[] {
  return ([1, 2, 3] as const).filter((grade) => grade !== proposed && grade !== override);
}

/** The form of one decision, with what was typed into it. */
export function decisionForm(
  kind: GradeCommand['kind'],
  point: PointDetail,
  standing: GradeStanding,
  { typed, faults }: GradeEditing,
  text: Texts,
): DecisionForm {
  const own = typed?.kind === kind ? typed : null;
  const { decided, rulebook } = point;
  const seen = { ...point, versionId: rulebook.id, override: standing.override };
  return {
    kind,
    heading: text.grades[kind].heading,
    action: gradePath(kind, point.id),
    seen: writtenSeen({ ...seen, approvalId: decided.approval?.id ?? null }),
    grade: kind === 'override' ? gradeField(standing, own, faults, text) : null,
    why: whyField(kind, own, faults, text),
    submit: submitOf(kind, standing, text),
  };
}

function gradeField(
  standing: GradeStanding,
  typed: TypedDecision | null,
  faults: readonly FormFault[],
  text: Texts,
): GradeField {
  const options = gradesToChoose(standing).map((grade) => ({
    value: String(grade),
    label: gradeName(grade, text),
    isChosen: typed?.grade === String(grade),
  }));
  const id = 'override-grade';
  const choose = { value: '', label: text.grades.override.choose, isChosen: false };
  return { id, label: text.grades.override.grade, options: [choose, ...options], fault: faultOf(faults, id) };
}

function whyField(
  kind: GradeCommand['kind'],
  typed: TypedDecision | null,
  faults: readonly FormFault[],
  text: Texts,
): WhyField {
  const { override, withdraw, approve, reopen } = text.grades;
  const fault = faultOf(faults, `${kind}-why`);
  const field = (label: string, hint: string | null, isLine: boolean): WhyField => {
    const id = `${kind}-why`;
    const described = [...(hint === null ? [] : [`${id}-hint`]), ...(fault === null ? [] : [`${id}-fault`])];
    const describedBy = described.length === 0 ? null : described.join(' ');
    const longest = isLine ? LONGEST_MINUTES : LONGEST_REASON;
    return { id, isLine, label, hint, describedBy, text: typed?.why ?? '', longest, fault };
  };
  switch (kind) {
    case 'override':
      return field(override.reason, override.reasonHint, false);
    case 'withdraw':
      return field(withdraw.reason, null, false);
    case 'approve':
      return field(approve.minutes, approve.minutesHint, true);
    case 'reopen':
      return field(reopen.reason, reopen.reasonHint, false);
  }
}

function submitOf(kind: GradeCommand['kind'], standing: GradeStanding, text: Texts): string {
  const { override, withdraw, approve, reopen } = text.grades;
  const nameOf = (grade: Grade | null): string => gradeName(grade ?? 'unassessed', text);
  switch (kind) {
    case 'override':
      return override.submit;
    case 'withdraw':
      return withdraw.submit(nameOf(standing.proposed));
    case 'approve':
      return approve.submit(nameOf(effectiveGrade(standing)));
    case 'reopen':
      return reopen.submit;
  }
}
