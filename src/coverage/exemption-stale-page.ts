import type { Texts } from '../language/texts.ts';
import type { ExemptionVisit } from './exemption-decision-page.ts';
import type { Exemption } from './exemption.ts';

/** Both versions, and what was typed on the page that came too late. */
export interface StaleDecision {
  readonly saw: string;
  readonly now: string;
  readonly kept: string | null;
  readonly reason: string | null;
}

/** What somebody is told who acted on a page that was out of date. */
export function staleDecision(
  { steps, state }: Exemption,
  { staleSince, reason }: ExemptionVisit,
  mayStillAct: boolean,
  text: Texts,
): StaleDecision | null {
  if (staleSince === null) return null;
  const { states, page } = text.exemptions;
  const seen = steps[staleSince - 1]?.state ?? 'requested';
  const last = steps.at(-1);
  return {
    saw: page.staleSaw(states[seen]),
    now: page.staleNow(
      states[state],
      last?.actor ?? '',
      last === undefined ? '' : text.formats.instant(last.at),
    ),
    kept: mayStillAct && reason !== '' ? page.staleKept : null,
    reason: mayStillAct || reason === '' ? null : reason,
  };
}
