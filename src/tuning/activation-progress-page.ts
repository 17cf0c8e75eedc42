import type { Texts } from '../language/texts.ts';
import type { ActivationUnderWay } from './rulebook-list-service.ts';

/** What a page shows while it waits, and the script asks for again. */
export interface ActivationProgress {
  readonly state: ActivationUnderWay['job']['state'];
  readonly words: string;
  /** How many of how many points; empty where there are none to judge. */
  readonly share: string;
  readonly done: number;
  readonly total: number;
  readonly isOver: boolean;
}

/** The state of an activation in words and numbers. */
export function activationProgress({ job }: ActivationUnderWay, text: Texts): ActivationProgress {
  const words = text.ruleChanges.activation;
  const { state, done, total, dueOn } = job;
  const waits = state === 'waiting' && dueOn !== null;
  return {
    state,
    words: waits ? words.waitingUntil(text.formats.date(dueOn)) : words[state],
    share: total === 0 ? '' : words.share(text.formats.count(done), text.formats.count(total)),
    // A bar needs a length also where there is no point to judge; it is full once all is done.
    done: total === 0 && state === 'done' ? 1 : done,
    total: Math.max(total, 1),
    isOver: state === 'done' || state === 'failed',
  };
}
