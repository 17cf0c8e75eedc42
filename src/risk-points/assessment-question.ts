/** What people are asked about their work, in the order of the form (domain: probability). */
export const QUESTIONS = ['discretion', 'frequency', 'amount', 'alone', 'findings'] as const;

export type Question = (typeof QUESTIONS)[number];

/** What each question may be answered with, the mildest first. `unsure` is an answer, too: it counts for nothing. */
export const ANSWERS = {
  discretion: ['none', 'some', 'wide', 'unsure'],
  frequency: ['rarely', 'monthly', 'weekly', 'unsure'],
  amount: ['none', 'small', 'medium', 'large', 'unsure'],
  alone: ['joint', 'checked', 'alone', 'unsure'],
  findings: ['none', 'similar', 'same', 'unsure'],
} as const satisfies Readonly<Record<Question, readonly string[]>>;

/** Answers by question; a question left out was never answered. */
export type Answers = { readonly [Q in Question]?: (typeof ANSWERS)[Q][number] };

/** A question with its answer, as it stands in a list. */
export interface GivenAnswer {
  readonly question: Question;
  readonly answer: string;
}

/** A question and an answer to it as one word, by which languages name it. */
export type AnswerKey = { readonly [Q in Question]: `${Q}-${(typeof ANSWERS)[Q][number]}` }[Question];

/** @throws {Error} when the question has no such answer. */
export function answerKey(question: Question, answer: string): AnswerKey {
  if (!isAnswer(question, answer)) throw new Error(`${question} has no answer ${answer}`);
  // The answer is one of this very question's.
  return `${question}-${answer}` as AnswerKey;
}

/** Whether a question can be answered like that. */
export function isAnswer(question: Question, answer: string): boolean {
  return ANSWERS[question].some((known) => known === answer);
}

/** The answers among some texts by question; texts that answer nothing are left out. */
export function answersIn(texts: Readonly<Partial<Record<Question, string>>>): Answers {
  const given = QUESTIONS.filter((question) => isAnswer(question, texts[question] ?? ''));
  return Object.fromEntries(given.map((question) => [question, texts[question]]));
}

/** The answers of `given` that differ from what was answered before. */
export function newAnswers(before: Answers, given: Answers): readonly GivenAnswer[] {
  return QUESTIONS.flatMap((question) => {
    const answer = given[question];
    return answer === undefined || answer === before[question] ? [] : [{ question, answer }];
  });
}
