import type { Texts } from '../language/texts.ts';
import type { GradingRulebook } from '../rulebooks/rulebook.ts';
import type { FormFault } from '../web/form-fault.ts';
import { ASSESSED_FACTS, type Choice } from './assessment.ts';
import type { AssessedFact } from './suggested-step.ts';

type Body = Readonly<Record<string, string>>;

/** A field of a form in which several points may stand. */
export function stepField(fact: AssessedFact, pointId: number): string {
  return `${fact}-${String(pointId)}`;
}

/** What the fact was when the form was shown. */
export function seenField(fact: AssessedFact, pointId: number): string {
  return `seen-${stepField(fact, pointId)}`;
}

export interface TypedChoice {
  readonly choice: Choice;
  readonly faults: readonly FormFault[];
  /** The facts of which the form said something, even that they are unknown. */
  readonly touched: readonly AssessedFact[];
}

/** What a form says of one point's facts. A step that the scale in force does not have is a fault. */
export function readChoice(
  body: Body,
  pointId: number,
  scales: GradingRulebook['scales'],
  text: Texts,
): TypedChoice {
  const faults: FormFault[] = [];
  const stepOf = (fact: AssessedFact): string | null => {
    const field = stepField(fact, pointId);
    const typed = body[field] ?? '';
    const step = scales[fact].steps.find(({ code }) => code === typed);
    if (step === undefined && typed !== '') {
      faults.push({ field, message: text.assessment.faults.step(typed.slice(0, 40)) });
    }
    return step?.code ?? null;
  };
  const seenOf = (fact: AssessedFact): string => body[seenField(fact, pointId)] ?? '';
  return {
    choice: {
      pointId,
      steps: { probability: stepOf('probability'), harm: stepOf('harm') },
      seen: { probability: seenOf('probability'), harm: seenOf('harm') },
    },
    faults,
    touched: ASSESSED_FACTS.filter((fact) => body[stepField(fact, pointId)] !== undefined),
  };
}
