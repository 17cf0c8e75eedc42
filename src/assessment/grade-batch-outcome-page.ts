import { callGrades } from '../language/call-grades.ts';
import type { Texts } from '../language/texts.ts';
import { gradeName, GRADES_IN_ORDER } from '../risk-points/grade-look.ts';
import { labelsOfAll } from '../rulebooks/grade-labels.ts';
import type { Grade } from '../rulebooks/rulebook.ts';
import type { FormFault } from '../web/form-fault.ts';
import type { BatchRefusal } from './grade-batch.ts';
import { effectiveGrade } from './grade-decision.ts';
import type { DecidedGrade, GradeSubject } from './grade-subject.ts';

const SHOWN_REFUSALS = 20;

/** Every point that was not approved, and why. */
export function batchRefusals(refusals: readonly BatchRefusal[], text: Texts): readonly FormFault[] {
  const { batch, barred } = text.grades;
  const said = refusals
    .slice(0, SHOWN_REFUSALS)
    .map(({ subject, why }) =>
      batch.refusal(subject.text, subject.unitName, why === 'changed' ? batch.changed : barred[why]),
    );
  const rest = refusals.length - said.length;
  const more = rest > 0 ? [batch.moreRefusals(text.formats.count(rest))] : [];
  return [...said, ...more, batch.kept].map((message) => ({ field: 'approve-of', message }));
}

/** What was approved, with numbers, for the list. */
export function batchApprovedNotice(decided: readonly DecidedGrade[], text: Texts): string {
  const grades = decided.map(({ next, subject }) => effectiveGrade({ ...next, proposed: subject.proposed }));
  const called = wordsOfAll(
    decided.map(({ subject }) => subject),
    text,
  );
  return text.grades.batch.done(text.formats.count(decided.length), talliesOf(grades, called));
}

/** The words of a language in which grades are called as all of these points have them in common. */
export function wordsOfAll(subjects: readonly GradeSubject[], text: Texts): Texts {
  return callGrades(text, labelsOfAll(subjects.map(({ labels }) => labels)));
}

/** How many there are of each grade. */
export function talliesOf(grades: readonly (Grade | null)[], text: Texts): string {
  const tallies = GRADES_IN_ORDER.map((grade) => ({
    grade,
    points: grades.filter((one) => (one ?? 'unassessed') === grade).length,
  })).filter(({ points }) => points > 0);
  return text.formats.list(
    tallies.map(({ grade, points }) =>
      text.grades.batch.tally(gradeName(grade, text), text.formats.count(points)),
    ),
  );
}
