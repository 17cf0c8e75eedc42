import type { Texts } from '../language/texts.ts';
import { factDefinition } from '../rulebooks/fact-catalogue.ts';
import { reasonsIn } from '../rulebooks/grading-rules.ts';
import type { Grade, GradingRulebook } from '../rulebooks/rulebook.ts';
import { factName } from './fact-words-page.ts';
import { declaredTag, gradeTag, type GradeTag } from './grade-look.ts';
import type { PointDetail } from './point-detail.ts';

/** Why a point has the grade it has (定级依据). */
export interface GradingCard {
  readonly grade: GradeTag;
  readonly by: string;
  readonly rulebook: string;
  /** Who answers for the points of its grade. */
  readonly responsible: string | null;
  readonly deciding: readonly RuleStep[];
  readonly also: readonly RuleStep[];
  readonly missing: MissingFacts | null;
  /** What the rules say, where people decided otherwise. */
  readonly proposed: GradeTag | null;
  readonly declared: DeclaredGrade;
}

export interface RuleStep {
  readonly title: string;
  readonly reason: string;
  readonly quotation: string | null;
  readonly reference: string | null;
}

/** What an unassessed point lacks, and the grades it could still get. */
export interface MissingFacts {
  readonly what: string;
  readonly lead: string;
  readonly severest: GradeTag;
  /** `null` when only one grade is left. */
  readonly mildest: GradeTag | null;
}

export interface DeclaredGrade {
  readonly tag: GradeTag | null;
  readonly remark: string;
  readonly differs: boolean;
}

export function gradingCard(point: PointDetail, text: Texts): GradingCard {
  const { grading } = text.riskPoints.point;
  const { verdict, rulebook } = point;
  const caseNumber = String(point.caseId).padStart(4, '0');
  const title = text.formats.inThisLanguage(rulebook.body.title);
  const isOverruled = point.grade !== verdict.grade;
  const steps = (names: readonly { readonly rule: string }[]): readonly RuleStep[] =>
    names.map(({ rule }) => ruleStep(rule, rulebook.body, text));
  return {
    grade: gradeTag(point.grade, text),
    by: grading.by[decidedBy(point)],
    rulebook: grading.rulebook(title, grading.versionName(rulebook.version), caseNumber),
    ...ofGrade(point, text),
    deciding: verdict.grade === null ? [] : steps(verdict.because),
    also: verdict.grade === null ? [] : steps(verdict.also),
    missing:
      verdict.grade === null ? missingFacts(verdict.missing, verdict.range, rulebook.body, text) : null,
    proposed: isOverruled ? gradeTag(verdict.grade, text) : null,
    declared: declaredGrade(point.declaredGrade, point.grade, text),
  };
}

function ofGrade({ grade, rulebook }: PointDetail, text: Texts): Pick<GradingCard, 'responsible'> {
  if (grade === null) return { responsible: null };
  const { responsible } = rulebook.body.grades[grade];
  return {
    responsible: responsible === undefined ? null : text.facts.responsible(text.terms.roles[responsible]),
  };
}

/** approved ?? override ?? verdict: the grade's own story tells which it was. */
function decidedBy({
  grade,
  verdict,
  state,
  decided,
}: PointDetail): 'proposed' | 'overridden' | 'approved' | 'unassessed' {
  if (grade === null) return 'unassessed';
  if (state === 'approved' || state === 'published') return 'approved';
  return grade === verdict.grade && decided.override === null ? 'proposed' : 'overridden';
}

/** A rule of the rulebook in words, with the clause it rests on. */
export function ruleStep(name: string, rulebook: GradingRulebook, text: Texts): RuleStep {
  const { inThisLanguage } = text.formats;
  const rule = reasonsIn(rulebook).find((candidate) => candidate.name === name);
  const clause = rulebook.clauses.find(({ code }) => code === rule?.clause);
  const { quotation } = text.riskPoints.point.grading;
  return {
    title: rule === undefined ? name : inThisLanguage(rule.title),
    reason: rule === undefined ? '' : inThisLanguage(rule.reason),
    quotation: clause === undefined ? null : quotation(inThisLanguage(clause.text)),
    reference: clause === undefined ? null : inThisLanguage(clause.reference),
  };
}

/** What is missing for a grade, and the grades that are still possible. */
export function missingFacts(
  facts: readonly string[],
  range: { readonly severest: Grade; readonly mildest: Grade },
  rulebook: GradingRulebook,
  text: Texts,
): MissingFacts {
  const { missing, couldBe, wouldBe } = text.riskPoints.point.grading;
  const isOpen = range.severest !== range.mildest;
  return {
    what: missing(text.formats.list(facts.map((fact) => factName(fact, rulebook, text)))),
    lead: isOpen ? couldBe : wouldBe,
    severest: gradeTag(range.severest, text),
    mildest: isOpen ? gradeTag(range.mildest, text) : null,
  };
}

function declaredGrade(declared: Grade | null, effective: Grade | null, text: Texts): DeclaredGrade {
  const { declaredNone, agrees, differs, cannotCompare } = text.riskPoints.point.grading;
  if (declared === null) return { tag: null, remark: declaredNone, differs: false };
  const tag = declaredTag(declared, text);
  if (effective === null) return { tag, remark: cannotCompare, differs: false };
  const isSame = declared === effective;
  return { tag, remark: isSame ? agrees : differs, differs: !isSame };
}

/** A grading fact's title from the catalogue. */
export function factTitle(fact: string, text: Texts): string {
  const definition = factDefinition('grading', fact);
  return definition === null ? fact : text.formats.inThisLanguage(definition.title);
}
