import type { Texts } from '../../language/texts.ts';
import type { RulebookKind } from '../../rulebooks/fact-definition.ts';

/** How much a rule decides, in words. */
export interface RuleDecides {
  readonly text: string;
  /** Whether it decides nothing that there is today. */
  readonly isNone: boolean;
}

/** How many points or cells a rule decides, 0 plainly; `null` where nothing is known of any rule. */
export function ruleDecides(
  kind: RulebookKind,
  rule: string,
  decides: ReadonlyMap<string, number> | null,
  text: Texts,
): RuleDecides | null {
  if (decides === null) return null;
  const count = decides.get(rule) ?? 0;
  return { text: text.effects[kind].decides(text.formats.count(count)), isNone: count === 0 };
}
