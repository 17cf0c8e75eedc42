import { setImmediate } from 'node:timers/promises';

/**
 * Answers items one after another, in their order, and after so many of them lets others have their turn.
 * @throws the signal's reason once nobody wants the answers
 */
export async function inTurns<Item, Answer>(
  items: readonly Item[],
  atOnce: number,
  answerTo: (item: Item) => Promise<Answer>,
  signal?: AbortSignal,
): Promise<readonly Answer[]> {
  const answers: Answer[] = [];
  for (const [index, item] of items.entries()) {
    if (index > 0 && index % atOnce === 0) await setImmediate();
    signal?.throwIfAborted();
    answers.push(await answerTo(item));
  }
  return answers;
}
