import type { Texts } from '../language/texts.ts';
import type { Grade } from '../rulebooks/rulebook.ts';
import type { FormFault } from '../web/form-fault.ts';
import type { GradeCommand } from './grade-decision.ts';

export const LONGEST_REASON = 500;
export const LONGEST_MINUTES = 100;

/** What somebody typed into the form of a decision, to be kept when it is refused. */
export interface TypedDecision {
  readonly kind: GradeCommand['kind'];
  readonly grade: string;
  /** The reason, or the number of the minutes. */
  readonly why: string;
}

export interface ReadDecision {
  readonly typed: TypedDecision;
  /** `null` where something is wrong with what was typed. */
  readonly command: GradeCommand | null;
  readonly faults: readonly FormFault[];
}

/** Reads the form of a decision; ids of its fields begin with the decision. */
export function readDecision(
  kind: GradeCommand['kind'],
  body: Readonly<Record<string, string>>,
  text: Texts,
): ReadDecision {
  const isApproval = kind === 'approve';
  const why = (body[isApproval ? 'minutes' : 'reason'] ?? '').trim();
  const typed = { kind, grade: body['grade'] ?? '', why };
  const most = isApproval ? LONGEST_MINUTES : LONGEST_REASON;
  const grade = gradeIn(typed.grade);
  const { faults } = text.grades;
  const found: FormFault[] = [];
  if (kind === 'override' && grade === null) found.push({ field: 'override-grade', message: faults.grade });
  const field = `${kind}-why`;
  if (why === '') found.push({ field, message: isApproval ? faults.minutes : faults.reason });
  if (why.length > most) found.push({ field, message: faults.tooLong(text.formats.count(most)) });
  return { typed, command: found.length > 0 ? null : commandOf(kind, grade, why), faults: found };
}

function commandOf(kind: GradeCommand['kind'], grade: Grade | null, why: string): GradeCommand | null {
  switch (kind) {
    case 'override':
      return grade === null ? null : { kind, grade, reason: why };
    case 'approve':
      return { kind, minutes: why };
    case 'withdraw':
    case 'reopen':
      return { kind, reason: why };
  }
}

function gradeIn(typed: string): Grade | null {
  return ([1, 2, 3] as const).find((grade) => String(grade) === typed) ?? null;
}
