import type { Texts } from '../language/texts.ts';
import type { Grade, GradingRulebook } from '../rulebooks/rulebook.ts';
import { markedText, type MarkedPart } from '../web/marked-text.ts';
import { excerptsOf, type Excerpt } from './point-excerpt-page.ts';
import { gradeTag, type GradeTag } from './grade-look.ts';
import { pointPath } from './paths.ts';
import { ruleStep } from './point-grading-page.ts';
import type { ListedPoint } from './risk-point.ts';

/** A risk point as one line of a list. */
export interface PointRow {
  readonly href: string;
  readonly text: string;
  readonly grade: GradeTag;
  /** Who answers for it, where the rulebook says. */
  readonly leader: string;
  readonly home: string;
  readonly person: string | null;
  readonly domains: readonly DomainTag[];
  readonly because: string;
  readonly measures: string;
  readonly hasMeasure: boolean;
  readonly declared: string | null;
  readonly declaredDiffers: boolean;
  readonly state: string;
  /** The day of its last change. */
  readonly changed: string | null;
  /** The same words as above, with what was searched for marked. */
  readonly marked: {
    readonly text: readonly MarkedPart[];
    readonly home: readonly MarkedPart[];
    readonly person: readonly MarkedPart[];
  };
  /** Where what was searched for stands when the row itself does not show it. */
  readonly excerpts: readonly Excerpt[];
}

export interface DomainTag {
  readonly text: string;
  /** Named by the rules, not yet by a person. */
  readonly isSuggested: boolean;
}

/** Takes the rulebook in force, for the titles of the rules that decided, and the words that are searched for. */
export function pointRow(
  point: ListedPoint,
  rulebook: GradingRulebook,
  text: Texts,
  words: readonly string[] = [],
): PointRow {
  const { row } = text.riskPoints;
  const { declaredGrade, measureCount, postName, unitName } = point;
  const hasMeasure = measureCount > 0;
  const home = postName === null ? `${unitName}${row.unitsOwn}` : row.home(unitName, postName);
  return {
    href: pointPath(point.id),
    text: point.text,
    grade: gradeTag(point.grade, text),
    leader: leaderOf(point.grade, rulebook, text),
    home,
    person: point.personName,
    domains: point.domains
      .filter(({ state }) => state !== 'rejected')
      .map(({ domain, state }) => ({
        text: text.terms.keyDomains[domain],
        isSuggested: state === 'suggested',
      })),
    because: point.grade === null ? row.notGraded : becauseOf(point.rules, rulebook, text),
    measures: hasMeasure ? row.measureCount(text.formats.count(measureCount)) : row.noMeasure,
    hasMeasure,
    declared: declaredGrade === null ? null : text.terms.declaredGrades[declaredGrade],
    declaredDiffers: declaredGrade !== null && declaredGrade !== point.grade,
    state: text.terms.pointStates[point.state],
    changed: point.changedAt === null ? null : text.formats.shortDay(point.changedAt),
    marked: {
      text: markedText(point.text, words),
      home: markedText(home, words),
      person: markedText(point.personName ?? '', words),
    },
    excerpts: excerptsOf(point, words, text),
  };
}

/** The leader who answers for the points of a grade; empty where the rulebook names none. */
function leaderOf(grade: Grade | null, { grades }: GradingRulebook, text: Texts): string {
  const leader = grade === null ? undefined : grades[grade].responsible;
  return leader === undefined ? '' : text.terms.roles[leader];
}

/** The rules by their titles, each reference once; a rule that this rulebook does not know keeps its name. */
export function becauseOf(names: readonly string[], rulebook: GradingRulebook, text: Texts): string {
  const { clauses } = text.formats;
  const titlesByReference = new Map<string | null, readonly string[]>();
  for (const name of names) {
    const { title, reference } = ruleStep(name, rulebook, text);
    titlesByReference.set(reference, [...(titlesByReference.get(reference) ?? []), title]);
  }
  const said = [...titlesByReference].map(([reference, titles]) =>
    reference === null ? clauses(titles) : text.riskPoints.row.reference(clauses(titles), reference),
  );
  return clauses(said);
}
