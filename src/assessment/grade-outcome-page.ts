import { callGrades } from '../language/call-grades.ts';
import type { Texts } from '../language/texts.ts';
import { gradeName } from '../risk-points/grade-look.ts';
import type { Grade } from '../rulebooks/rulebook.ts';
import type { FormFault } from '../web/form-fault.ts';
import { effectiveGrade, type GradeBar, type GradeCommand } from './grade-decision.ts';
import type { GradeDecided } from './grade-decision-service.ts';
import type { DecidedGrade, GradeSeen, SeenWords } from './grade-subject.ts';

const HEADING = 'grades-heading';

/** What was decided about one point's grade, for its next page. */
export function decidedNotice({ subject, next }: DecidedGrade, command: GradeCommand, text: Texts): string {
  const { done } = text.grades;
  const called = callGrades(text, subject.labels);
  const nameOf = (grade: Grade | null): string => gradeName(grade ?? 'unassessed', called);
  const proposed = nameOf(subject.proposed);
  const now = nameOf(effectiveGrade({ ...next, proposed: subject.proposed }));
  switch (command.kind) {
    case 'override':
      return done.override(now, proposed);
    case 'withdraw':
      return done.withdraw(now);
    case 'approve':
      return done.approve(now);
    case 'reopen':
      return done.reopen(nameOf(subject.approved), now);
  }
}

/** Why a decision may not be taken, beside what it is about. */
export function barFault(bar: GradeBar, kind: GradeCommand['kind'], text: Texts): FormFault {
  const isChoice = kind === 'override' && (bar === 'same-as-proposed' || bar === 'same-as-before');
  return { field: isChoice ? 'override-grade' : HEADING, message: text.grades.barred[bar] };
}

/** What somebody saw, and what stands now. */
export function staleFaults(
  { seen, current, asSeen, now }: Extract<GradeDecided, { kind: 'stale' }>,
  asked: Texts,
): readonly FormFault[] {
  const text = callGrades(asked, now.labels);
  const { seen: saw, now: is, wanted } = text.grades.stale;
  const messages = [saw(standingWords(asSeen, seen, text)), is(standingWords(now, current, text)), wanted];
  return messages.map((message) => ({ field: HEADING, message }));
}

function standingWords(
  { caseId, override, approvalId }: GradeSeen,
  { formVersion, rulebook, proposed }: SeenWords,
  text: Texts,
): string {
  const words = text.grades.stale;
  const versionName = text.riskPoints.point.grading.versionName;
  return text.formats.list([
    words.version(formVersion === null ? words.unknown : text.formats.count(formVersion)),
    words.case(String(caseId).padStart(4, '0')),
    rulebook === null
      ? words.unknown
      : words.rulebook(text.formats.inThisLanguage(rulebook.title), versionName(rulebook.version)),
    words.proposed(gradeName(proposed ?? 'unassessed', text)),
    override === null ? words.noOverride : words.override(gradeName(override, text)),
    approvalId === null ? words.notApproved : words.approved,
  ]);
}
