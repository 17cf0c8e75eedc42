import type { Texts } from '../language/texts.ts';
import type { FormFault } from '../web/form-fault.ts';
import { ASSESSED_FACTS, type Choice } from './assessment.ts';
import { answersIn, isAnswer, QUESTIONS, type Answers, type Question } from './assessment-question.ts';

type Body = Readonly<Record<string, string>>;

const LONGEST_NOTE = 500;

export interface TypedAnswers {
  readonly answers: Answers;
  readonly faults: readonly FormFault[];
}

export function readAnswers(body: Body, text: Texts): TypedAnswers {
  const typed: Partial<Record<Question, string>> = {};
  for (const question of QUESTIONS) {
    const answer = body[question];
    if (answer !== undefined && answer !== '') typed[question] = answer;
  }
  const faults = QUESTIONS.filter((question) => {
    const answer = typed[question];
    return answer !== undefined && !isAnswer(question, answer);
  }).map((question) => ({ field: question, message: text.assessment.faults.answer }));
  return { answers: answersIn(typed), faults };
}

export interface TypedNote {
  /** Empty means none. */
  readonly note: string;
  readonly faults: readonly FormFault[];
}

/** A note says why something was set, so there must be something that it speaks of. */
export function readNote(body: Body, { steps, seen }: Choice, text: Texts): TypedNote {
  const note = (body['note'] ?? '').trim();
  const { noteTooLong, noteOfNothing } = text.assessment.faults;
  const speaksOfNothing = ASSESSED_FACTS.every((fact) => steps[fact] === null && seen[fact] === '');
  if (note.length > LONGEST_NOTE) {
    return { note, faults: [{ field: 'note', message: noteTooLong(text.formats.count(LONGEST_NOTE)) }] };
  }
  if (note !== '' && speaksOfNothing) return { note, faults: [{ field: 'note', message: noteOfNothing }] };
  return { note, faults: [] };
}
