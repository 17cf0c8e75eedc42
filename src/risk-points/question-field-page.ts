import type { Texts } from '../language/texts.ts';
import { faultOf, type FormFault } from '../web/form-fault.ts';
import { answerKey, ANSWERS, type Answers, type Question } from './assessment-question.ts';

export interface ChoiceOption {
  /** `null` for all but the option that a fault's link leads to. */
  readonly id: string | null;
  readonly value: string;
  readonly label: string;
  readonly isChosen: boolean;
}

/** A guided question with its answers. */
export interface QuestionField {
  readonly name: Question;
  readonly title: string;
  readonly hint: string;
  readonly fault: string | null;
  readonly options: readonly ChoiceOption[];
}

export function questionField(
  question: Question,
  { answers, faults }: { readonly answers: Answers; readonly faults: readonly FormFault[] },
  text: Texts,
): QuestionField {
  const words = text.assessment.questions[question];
  return {
    name: question,
    title: words.title,
    hint: words.hint,
    fault: faultOf(faults, question),
    options: ANSWERS[question].map((answer, index) => ({
      id: index === 0 ? question : null,
      value: answer,
      label: text.assessment.answers[answerKey(question, answer)],
      isChosen: answers[question] === answer,
    })),
  };
}
