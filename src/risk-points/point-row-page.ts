import type { Texts } from '../language/texts.ts';
import type { GradingRulebook } from '../rulebooks/rulebook.ts';
import { gradeTag, type GradeTag } from './grade-look.ts';
import { pointPath } from './paths.ts';
import type { PointSummary } from './risk-point.ts';

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
}

export interface DomainTag {
  readonly text: string;
  /** Named by the rules, not yet by a person. */
  readonly isSuggested: boolean;
}

/** Takes the rulebook in force, for the titles of the rules that decided. */
export function pointRow(point: PointSummary, rulebook: GradingRulebook, text: Texts): PointRow {
  const { row } = text.riskPoints;
  const { declaredGrade, measureCount, postName, unitName } = point;
  const hasMeasure = measureCount > 0;
  return {
    href: pointPath(point.id),
    text: point.text,
    grade: gradeTag(point.grade, text),
    home: postName === null ? `${unitName}${row.unitsOwn}` : row.home(unitName, postName),
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
  };
}

/** The rules by their titles and clauses; a rule that this rulebook does not know keeps its name. */
function becauseOf(names: readonly string[], rulebook: GradingRulebook, text: Texts): string {
  const { inThisLanguage, list } = text.formats;
  const rules = [...rulebook.base.rules, ...rulebook.adjustments];
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
