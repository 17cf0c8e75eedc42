import type { Texts } from '../language/texts.ts';

const LONGEST_REASON = 1000;

/** What is wrong with a reason; `null` when nothing is. */
export function reasonFault(reason: string, { ruleChanges }: Texts): string | null {
  if (reason.trim() === '') return ruleChanges.reasonFaults.missing;
  return reason.trim().length > LONGEST_REASON ? ruleChanges.reasonFaults.long : null;
}
