import type { Verdict } from '../grading/verdict.ts';
import type { Texts } from '../language/texts.ts';
import type { GradingRulebook } from '../rulebooks/rulebook.ts';
import { answerKey, type Answers, type GivenAnswer } from './assessment-question.ts';
import { gradeTag, type GradeTag } from './grade-look.ts';
import { stepName } from './fact-words-page.ts';
import { missingFacts, ruleStep } from './point-grading-page.ts';
import { suggestedStep, type AssessedFact } from './suggested-step.ts';

/** Answers in short words, as one enumeration. */
export function answersSentence(answers: readonly GivenAnswer[], text: Texts): string {
  const { shorts } = text.assessment;
  return text.formats.list(answers.map(({ question, answer }) => shorts[answerKey(question, answer)]));
}

/** What the answers speak for. */
export interface SuggestionWords {
  /** `null` where the answers are too few. */
  readonly step: string | null;
  /** The reason in a sentence, or what is missing for a suggestion. */
  readonly reason: string;
}

export function suggestionWords(
  fact: AssessedFact,
  answers: Answers,
  rulebook: GradingRulebook,
  text: Texts,
): SuggestionWords {
  const { suggestion } = text.assessment;
  const suggested = suggestedStep(fact, answers, rulebook.scales[fact]);
  if (suggested === null) return { step: null, reason: suggestion.tooFew[fact] };
  const name = stepName(fact, suggested.step, rulebook, text);
  return {
    step: suggested.step,
    reason: suggestion.because(answersSentence(suggested.because, text), name),
  };
}

/** The grade that would follow, and why, in a few lines. */
export interface GradePreview {
  readonly tag: GradeTag;
  readonly lines: readonly string[];
}

export function gradePreview(verdict: Verdict, rulebook: GradingRulebook, text: Texts): GradePreview {
  const { grading } = text.riskPoints.point;
  if (verdict.grade === null) {
    const { what, lead, severest, mildest } = missingFacts(verdict.missing, verdict.range, rulebook, text);
    const range =
      mildest === null ? severest.text : text.assessment.result.between(severest.text, mildest.text);
    return { tag: gradeTag(null, text), lines: [what, `${lead}${range}`] };
  }
  const lines = verdict.because.flatMap(({ rule }) => {
    const { title, reference, quotation } = ruleStep(rule, rulebook, text);
    const named = reference === null ? title : text.riskPoints.row.reference(title, reference);
    return [grading.deciding(named), ...(quotation === null ? [] : [quotation])];
  });
  return { tag: gradeTag(verdict.grade, text), lines };
}
