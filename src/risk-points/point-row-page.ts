import type { Texts } from '../language/texts.ts';
import { reasonsIn } from '../rulebooks/grading-rules.ts';
import type { GradingRulebook } from '../rulebooks/rulebook.ts';
import { markedText, type MarkedPart } from '../web/marked-text.ts';
import { excerptsOf, type Excerpt } from './point-excerpt-page.ts';
import { gradeTag, type GradeTag } from './grade-look.ts';
import { pointPath } from './paths.ts';
import type { ListedPoint } from './risk-point.ts';

/** A risk point as one line of a list. */
export interface PointRow {
  readonly href: string;
  readonly text: string;
  readonly grade: GradeTag;
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
    declared: declaredGrade === null ? null : text.terms.grades[declaredGrade],
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

/** The rules by their titles and clauses; a rule that this rulebook does not know keeps its name. */
function becauseOf(names: readonly string[], rulebook: GradingRulebook, text: Texts): string {
  const { inThisLanguage, list } = text.formats;
  const rules = reasonsIn(rulebook);
  const said = names.map((name) => {
    const rule = rules.find((candidate) => candidate.name === name);
    if (rule === undefined) return name;
    const clause = rulebook.clauses.find(({ code }) => code === rule.clause);
    const title = inThisLanguage(rule.title);
    if (clause === undefined) return title;
    return text.riskPoints.row.reference(title, inThisLanguage(clause.reference));
  });
  return list(said);
}
