import type { PointFacts, ScaleValue } from '../grading/case.ts';
import { stepOn } from '../grading/class.ts';
import type { GradingRulebook, Scale } from '../rulebooks/rulebook.ts';
import { ASSESSED_FACTS, type Choice, type PlannedAssessment, type Steps } from './assessment.ts';
import type { AssessedFact } from './suggested-step.ts';

/** A fact as a form keeps it to tell later whether it changed; empty is unknown. */
export function writtenValue(value: ScaleValue | null): string {
  return value === null ? '' : `${value.scale}/${value.step}`;
}

/** The step of a written value on the scale in force, by its mapping where it was set on another; `null` where it has none. */
function writtenStepOn(scale: Scale, written: string): string | null {
  const [from, step] = written.split('/');
  return from === undefined || step === undefined ? null : stepOn(scale, { scale: from, step });
}

/** The facts that a choice changes. What was set on another scale and was left alone stays as it was set. */
export function changedFacts(
  { steps, seen }: Choice,
  scales: GradingRulebook['scales'],
): PlannedAssessment['facts'] {
  return ASSESSED_FACTS.flatMap((fact) => {
    const step = steps[fact];
    if (step === writtenStepOn(scales[fact], seen[fact])) return [];
    return [{ fact, value: step === null ? null : { scale: scales[fact].code, step } }];
  });
}

/** The facts of a point with other steps, for judging what would follow. */
export function withSteps(facts: PointFacts, steps: Steps, scales: GradingRulebook['scales']): PointFacts {
  const valueOf = (fact: AssessedFact): ScaleValue | null => {
    const step = steps[fact];
    return step === null ? null : { scale: scales[fact].code, step };
  };
  return { ...facts, probability: valueOf('probability'), harm: valueOf('harm') };
}

/** A choice of steps as one text. */
export function stepsKey({ probability, harm }: Steps): string {
  return `${probability ?? ''}|${harm ?? ''}`;
}
