import type { Texts } from '../language/texts.ts';
import type { Proposal } from './approval-service.ts';
import { isSameImpact } from './effect/frozen-impact.ts';
import type { ImpactSummary } from './effect/summary-table.ts';
import { impactNotes, impactSummary } from './impact-summary-page.ts';
import { checkedWords } from './version-words-page.ts';
import type { RulebookLife } from './version.ts';

/** What a version does, as its page shows it. */
export interface VersionImpacts {
  readonly impacts: readonly ImpactSummary[];
  readonly impactNotes: readonly string[];
  readonly checked: string | null;
  /** Whether things changed since it was proposed. */
  readonly differs: boolean;
}

/** Once proposed: what was kept then, beside what holds now while nobody has decided. */
export function impactsOf(life: RulebookLife, proposal: Proposal | null, text: Texts): VersionImpacts {
  const { impact: words } = text.ruleChanges;
  if (life.proposed === null) return { impacts: [], impactNotes: [], checked: null, differs: false };
  const { impact: then, verification } = life.proposed.frozen;
  const now = proposal?.impactNow ?? null;
  return {
    impacts: [
      impactSummary(then, words.then, text),
      ...(now === null ? [] : [impactSummary(now, words.now, text)]),
    ],
    impactNotes: impactNotes(now ?? then, text),
    checked: checkedWords(verification, text),
    differs: now !== null && (then === null || !isSameImpact(then, now)),
  };
}
