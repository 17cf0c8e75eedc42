import { setImmediate } from 'node:timers/promises';
import { parentPort, type MessagePort } from 'node:worker_threads';
import { gradingCheck } from '../grading/grading-check.ts';
import { textsOf } from '../language/languages.ts';
import { checkRulebook } from '../rulebooks/rulebook-check.ts';
import { rememberingCellJudge } from './effect/judge-cells-service.ts';
import { rememberingSuggestions } from './effect/suggest-domains-service.ts';
import { rememberingJudge } from './judge-cases-service.ts';
import type { JudgingAnswer, JudgingOrder, JudgingOutcome, JudgingWork } from './judging-message.ts';

/** The thread of the judging worker: several tasks take turns, and what is not wanted any more is left. */
function serve(port: MessagePort): void {
  const judge = rememberingJudge();
  const judgeCells = rememberingCellJudge();
  const suggest = rememberingSuggestions();
  const dropping = new Map<number, AbortController>();

  async function outcomeOf(work: JudgingWork, signal: AbortSignal): Promise<JudgingOutcome> {
    // The word that it was dropped may have come with it.
    await setImmediate();
    signal.throwIfAborted();
    switch (work.kind) {
      case 'judge':
        return judge(work.rulebook, work.cases, signal);
      case 'cells':
        return judgeCells(work.rulebook, work.cells, signal);
      case 'suggest':
        return suggest(work.rulebook, work.texts, signal);
      case 'check':
        return checkRulebook(work.text, gradingCheck, textsOf(work.language), work.onFile);
    }
  }

  async function answer(task: number, work: JudgingWork): Promise<void> {
    const controller = new AbortController();
    dropping.set(task, controller);
    const outcome = await outcomeOf(work, controller.signal).catch(() => null);
    dropping.delete(task);
    port.postMessage({ task, outcome } satisfies JudgingAnswer);
  }

  port.on('message', (order: JudgingOrder) => {
    if ('dropped' in order) dropping.get(order.dropped)?.abort();
    else void answer(order.task, order.work);
  });
}

if (parentPort !== null) serve(parentPort);
