import { stepOn } from '../grading/class.ts';
import type { Texts } from '../language/texts.ts';
import type { GradingRulebook } from '../rulebooks/rulebook.ts';
import { faultOf } from '../web/form-fault.ts';
import type { RefusedChoices } from './assess-list-page.ts';
import { ASSESSED_FACTS, type Choice, type PointToAssess } from './assessment.ts';
import { barTo } from './assessment-bar.ts';
import { changedFacts, stepsKey, writtenValue } from './assessed-steps.ts';
import type { AssessmentSheet, VerdictTable } from './assessment-service.ts';
import { stepField } from './typed-choice.ts';
import { gradeTag, type GradeTag } from './grade-look.ts';
import { assessPath } from './paths.ts';
import type { AssessedFact } from './suggested-step.ts';
import { type RowFact, rowFact } from './assess-cell-page.ts';

/** A point in the list by keyboard. */
export interface AssessRow {
  readonly id: number;
  readonly href: string;
  readonly text: string;
  readonly home: string;
  readonly person: string | null;
  readonly grade: GradeTag;
  /** Which grades its choices lead to, in the page's table of grades. */
  readonly caseKey: string;
  /** Why its grade or its facts do not follow from the choice; `null` where they do. */
  readonly fixed: string | null;
  readonly isLocked: boolean;
  readonly isChanged: boolean;
  readonly facts: readonly RowFact[];
}

/** Grade by choice of steps; 0 is unassessed. */
type Grades = Readonly<Record<string, number>>;

interface Rows {
  readonly rows: readonly AssessRow[];
  readonly gradesByCase: Readonly<Record<string, Grades>>;
}

/** The rows, and what every choice in them would lead to; rows that the rules do not tell apart share one table. */
export function assessRows(sheet: AssessmentSheet, refused: RefusedChoices, text: Texts): Rows {
  const keys = new Map<string, string>();
  const gradesByCase: Record<string, Grades> = {};
  const rows = sheet.points.map((point) => {
    const grades = gradesOf(sheet.verdicts.get(point.id));
    const written = JSON.stringify(grades);
    const caseKey = keys.get(written) ?? `c${String(keys.size + 1)}`;
    keys.set(written, caseKey);
    gradesByCase[caseKey] = grades;
    return assessRow(point, { caseKey, grades }, sheet, refused, text);
  });
  return { rows, gradesByCase };
}

function gradesOf(table: VerdictTable | undefined): Grades {
  const entries = [...(table ?? [])].map(([key, { grade }]): readonly [string, number] => [key, grade ?? 0]);
  return Object.fromEntries(entries);
}

function assessRow(
  point: PointToAssess,
  { caseKey, grades }: { readonly caseKey: string; readonly grades: Grades },
  { rulebook: { body: rulebook }, otherRulebooks }: AssessmentSheet,
  { choices, faults }: RefusedChoices,
  text: Texts,
): AssessRow {
  const { list } = text.assessment;
  const rulebooks = { body: rulebook, others: otherRulebooks };
  const bar = barTo(point);
  const onFile = choiceOnFile(point, rulebook);
  const steps = choices.find(({ pointId }) => pointId === point.id)?.steps ?? onFile.steps;
  const proposed = grades[stepsKey(steps)] ?? 0;
  const decided = point.decidedGrade === null ? null : list.fixed.decided;
  const fault = (fact: AssessedFact): string | null => faultOf(faults, stepField(fact, point.id));
  return {
    id: point.id,
    href: assessPath(point.id),
    text: point.text,
    home: text.riskPoints.row.home(point.unitName, point.postName ?? list.unitsOwn),
    person: point.personName,
    grade: gradeTag(point.decidedGrade ?? gradeIn(proposed), text),
    caseKey: decided === null ? caseKey : '',
    fixed: bar === null ? decided : list.fixed[bar],
    isLocked: bar !== null,
    isChanged: changedFacts({ ...onFile, steps }, rulebook.scales).length > 0,
    facts: ASSESSED_FACTS.map((fact) => rowFact(fact, point, steps[fact], fault(fact), rulebooks, text)),
  };
}

function choiceOnFile({ id, facts }: PointToAssess, { scales }: GradingRulebook): Choice {
  const seen = { probability: writtenValue(facts.probability), harm: writtenValue(facts.harm) };
  const steps = {
    probability: stepOn(scales.probability, facts.probability),
    harm: stepOn(scales.harm, facts.harm),
  };
  return { pointId: id, steps, seen };
}

function gradeIn(grade: number): 1 | 2 | 3 | null {
  return ([1, 2, 3] as const).find((known) => known === grade) ?? null;
}
