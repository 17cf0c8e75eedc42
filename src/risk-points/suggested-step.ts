import type { Scale } from '../rulebooks/rulebook.ts';
import { WEIGHED, WORST, type Weighed } from './answer-weight.ts';
import { QUESTIONS, type Answers, type GivenAnswer, type Question } from './assessment-question.ts';

export type AssessedFact = 'probability' | 'harm';

/** A step that the answers speak for, and the answers that counted, in the order of the questions. */
export interface SuggestedStep {
  readonly step: string;
  readonly because: readonly GivenAnswer[];
}

/** Fewer answers than this say too little. */
const FEWEST_ANSWERS = 2;

/** Without this answer nothing is suggested: harm is first of all how much is at stake. */
const NEEDED: Readonly<Record<AssessedFact, Question | null>> = { probability: null, harm: 'amount' };

/**
 * Suggests a step of probability or harm from answers about work. A suggestion is the program's own advice: a
 * person chooses, and no clause says more than that probability and harm decide the grade (notice, part III, 3).
 *
 * - Every counted answer is a place between the mildest (0) and the worst (1); the suggestion is their weighted
 *   mean, laid upon the scale in force, so that three, four or five steps are used alike.
 * - Probability counts discretion, frequency and deciding alone once each. What audits or inspections found has
 *   happened: a finding of the like counts as one answer at its worst, a finding of this very matter as two. That
 *   nothing was found proves nothing and does not count.
 * - Harm counts the amount twice, discretion and deciding alone once: money that may be lost makes a crime sooner,
 *   and power without money can still be abused. Frequency and findings say how likely, not how bad.
 * - A place exactly between two steps takes the milder one, since the person who reads it can only be led, and the
 *   severest step alone makes grade 1.
 *
 * `null` where fewer than two answers count, and for harm also where the amount is not known.
 */
export function suggestedStep(fact: AssessedFact, answers: Answers, scale: Scale): SuggestedStep | null {
  const counted = QUESTIONS.flatMap((question) => {
    const answer = answers[question];
    if (answer === undefined) return [];
    // Every answer has its weight under its own question.
    const weighed = (WEIGHED[question] as Readonly<Record<string, Weighed>>)[answer];
    if (weighed === undefined || weighed[fact] === 0) return [];
    return [{ question, answer, weight: weighed[fact], severity: weighed.severity }];
  });
  const needed = NEEDED[fact];
  const lacks = needed !== null && !counted.some(({ question }) => question === needed);
  if (counted.length < FEWEST_ANSWERS || lacks) return null;
  const weight = counted.reduce((sum, answer) => sum + answer.weight, 0);
  const severity = counted.reduce((sum, answer) => sum + answer.weight * answer.severity, 0);
  const step = scale.steps[placeOnScale(severity, weight * WORST, scale.steps.length)];
  if (step === undefined) return null;
  return { step: step.code, because: counted.map(({ question, answer }) => ({ question, answer })) };
}

/** The step at `part` of `whole` of a scale, counted from the mildest; halves go to the milder. Whole numbers only. */
function placeOnScale(part: number, whole: number, steps: number): number {
  const doubled = 2 * part * (steps - 1) - whole;
  return Math.max(0, Math.ceil(doubled / (2 * whole)));
}
