import type { Queryable, Transaction } from '../platform/database.ts';
import { insertRows } from '../platform/dialect.ts';
import { answersIn, type Answers, type GivenAnswer, type Question } from './assessment-question.ts';
import type { PointEvent } from './point-detail.ts';

interface AnswerRow {
  readonly question: Question;
  readonly answer: string;
  readonly setBy: string;
  readonly setAt: string;
}

/** How each question about a point was answered last. */
export async function answersOf(from: Queryable, pointId: number): Promise<Answers> {
  const rows = await answerRows(from, pointId);
  return answersIn(Object.fromEntries(rows.map(({ question, answer }) => [question, answer])));
}

/** Answers that were given at once are one event; oldest first. */
export async function answerEvents(
  from: Queryable,
  pointId: number,
): Promise<readonly Extract<PointEvent, { kind: 'answered' }>[]> {
  const events = new Map<string, Extract<PointEvent, { kind: 'answered' }>>();
  for (const { question, answer, setBy, setAt } of await answerRows(from, pointId)) {
    const key = `${setAt} ${setBy}`;
    const answers = [...(events.get(key)?.answers ?? []), { question, answer }];
    events.set(key, { kind: 'answered', at: setAt, actor: setBy, answers, file: null });
  }
  return [...events.values()];
}

export async function insertAnswers(
  transaction: Transaction,
  pointId: number,
  answers: readonly GivenAnswer[],
  source: { readonly setBy: string; readonly accountId: number | null; readonly setAt: string },
): Promise<void> {
  const rows = answers.map(({ question, answer }) => ({
    risk_point_id: pointId,
    question,
    answer,
    set_by: source.setBy,
    account_id: source.accountId,
    set_at: source.setAt,
  }));
  await insertRows(transaction, 'risk_point_answer', rows);
}

async function answerRows(from: Queryable, pointId: number): Promise<readonly AnswerRow[]> {
  return (await from('risk_point_answer')
    .where({ risk_point_id: pointId })
    .orderBy('id')
    .select({ question: 'question', answer: 'answer', setBy: 'set_by', setAt: 'set_at' })) as AnswerRow[];
}
