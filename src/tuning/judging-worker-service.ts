import { Worker } from 'node:worker_threads';
import { gradingCheck } from '../grading/grading-check.ts';
import { ALL_TEXTS } from '../language/languages.ts';
import type { Texts } from '../language/texts.ts';
import { loggable, type Log } from '../platform/log.ts';
import { checkRulebook, type OnFile, type RulebookCheck } from '../rulebooks/rulebook-check.ts';
import { rememberingCellJudge, type JudgeCells } from './effect/judge-cells-service.ts';
import { rememberingSuggestions, type SuggestDomains } from './effect/suggest-domains-service.ts';
import { rememberingJudge, type JudgeCases } from './judge-cases-service.ts';
import type { JudgingAnswer, JudgingOrder, JudgingOutcomes, JudgingWork } from './judging-message.ts';

/** What is done in the asking thread, because it takes no longer than a pause between requests; tests do less. */
export interface JudgedHere {
  /** Cases, cells or texts. */
  readonly cases: number;
  /** Characters of a rulebook's text. */
  readonly text: number;
}

type Outcome = JudgingAnswer['outcome'];

interface Asked {
  readonly thread: Worker;
  readonly answer: (outcome: Outcome) => void;
}

const LITTLE: JudgedHere = { cases: 200, text: 16_000 };
/** Copying more at once into the thread would itself hold up other requests. */
const CASES_A_MESSAGE = 5_000;
const THREAD = new URL('./judging-thread-service.mjs', import.meta.url);

/**
 * Judges cases and verifies rulebooks in a thread of its own, so that nobody else waits for it; a little is done where
 * it is asked. What the thread cannot do, because it died or failed, is done here: the answer is the same. Idle, it
 * does not keep the program alive.
 */
export class JudgingWorker {
  readonly #log: Log;
  readonly #here: JudgedHere;
  readonly #judgeHere = rememberingJudge();
  readonly #cellsHere = rememberingCellJudge();
  readonly #suggestHere = rememberingSuggestions();
  readonly #asked = new Map<number, Asked>();
  #thread: Worker | null = null;
  #tasks = 0;

  constructor(log: Log, here = LITTLE) {
    this.#log = log;
    this.#here = here;
  }

  /**
   * Judges cases by a rulebook that `parseRulebook` took, in their order.
   * @throws the signal's reason once nobody wants the answer any more
   */
  readonly judge: JudgeCases = (rulebook, cases, signal) =>
    this.#inPieces(
      cases,
      (some) => this.#judgeHere(rulebook, some, signal),
      (some) => this.#ask<'judge'>({ kind: 'judge', rulebook, cases: some }, signal),
    );

  /** Judges cells by a coverage rulebook, as `judge` does cases. */
  readonly judgeCells: JudgeCells = (rulebook, cells, signal) =>
    this.#inPieces(
      cells,
      (some) => this.#cellsHere(rulebook, some, signal),
      (some) => this.#ask<'cells'>({ kind: 'cells', rulebook, cells: some }, signal),
    );

  /** Suggests domains for texts by a domain rulebook, as `judge` judges cases. */
  readonly suggest: SuggestDomains = (rulebook, texts, signal) =>
    this.#inPieces(
      texts,
      (some) => this.#suggestHere(rulebook, some, signal),
      (some) => this.#ask<'suggest'>({ kind: 'suggest', rulebook, texts: some }, signal),
    );

  /**
   * What `checkRulebook` says of a text whose rulebooks are graded.
   * @throws the signal's reason once nobody wants the answer any more
   */
  async check(text: string, texts: Texts, onFile: OnFile, signal?: AbortSignal): Promise<RulebookCheck> {
    const language = ALL_TEXTS.find((entry) => entry[1] === texts)?.[0];
    const isLittle = text.length <= this.#here.text || language === undefined;
    const outcome = isLittle
      ? null
      : await this.#ask<'check'>({ kind: 'check', text, language, onFile }, signal);
    signal?.throwIfAborted();
    return outcome ?? checkRulebook(text, gradingCheck, texts, onFile);
  }

  /** Ends the thread; what it was asked is done here. A later question starts it anew. */
  async close(): Promise<void> {
    const thread = this.#thread;
    this.#thread = null;
    await thread?.terminate();
  }

  /** A few where they are asked, many in the thread and, where it does not answer, here. */
  async #inPieces<Item, Answer>(
    items: readonly Item[],
    here: (some: readonly Item[]) => Promise<readonly Answer[]>,
    there: (some: readonly Item[]) => Promise<readonly Answer[] | null>,
  ): Promise<readonly Answer[]> {
    if (items.length <= this.#here.cases) return here(items);
    const answers: (readonly Answer[])[] = [];
    for (let start = 0; start < items.length; start += CASES_A_MESSAGE) {
      const some = items.slice(start, start + CASES_A_MESSAGE);
      answers.push((await there(some)) ?? (await here(some)));
    }
    return answers.flat();
  }

  async #ask<Kind extends JudgingWork['kind']>(
    work: JudgingWork & { readonly kind: Kind },
    signal: AbortSignal | undefined,
  ): Promise<JudgingOutcomes[Kind] | null> {
    signal?.throwIfAborted();
    const thread = this.#thread ?? this.#start();
    this.#tasks += 1;
    const task = this.#tasks;
    const drop = (): void => {
      thread.postMessage({ dropped: task } satisfies JudgingOrder);
      this.#settle(task, null);
    };
    const outcome = await new Promise<Outcome>((resolve) => {
      this.#asked.set(task, { thread, answer: resolve });
      thread.ref();
      signal?.addEventListener('abort', drop);
      thread.postMessage({ task, work } satisfies JudgingOrder);
    });
    signal?.removeEventListener('abort', drop);
    signal?.throwIfAborted();
    if (outcome === null) this.#log.warn({ kind: work.kind }, 'judging thread gave no answer');
    // The thread answers each kind of work with its own outcome.
    return outcome as JudgingOutcomes[Kind] | null;
  }

  #start(): Worker {
    const thread = new Worker(THREAD, { execArgv: [] });
    thread.on('message', ({ task, outcome }: JudgingAnswer) => {
      this.#settle(task, outcome);
    });
    thread.on('error', (failure) => {
      this.#log.error({ failure: loggable(failure) }, 'judging thread failed');
    });
    thread.on('exit', () => {
      if (this.#thread === thread) this.#thread = null;
      for (const [task, asked] of [...this.#asked]) {
        if (asked.thread === thread) this.#settle(task, null);
      }
    });
    this.#thread = thread;
    return thread;
  }

  #settle(task: number, outcome: Outcome): void {
    this.#asked.get(task)?.answer(outcome);
    this.#asked.delete(task);
    if (this.#asked.size === 0) this.#thread?.unref();
  }
}
