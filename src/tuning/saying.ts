import { ALL_TEXTS, type Language } from '../language/languages.ts';
import type { Texts } from '../language/texts.ts';
import type { Rulebook } from '../rulebooks/rulebook.ts';

/** A piece of a rule in words; facts and values stand out from what joins them, blanks from both. */
export interface RulePart {
  readonly text: string;
  readonly tone: 'plain' | 'term' | 'result' | 'missing';
}

/** In which language, with its words and whose rulebook's names of facts and steps. */
export interface Saying {
  readonly rulebook: Rulebook;
  readonly language: Language;
  readonly text: Texts;
}

/** A rulebook's own names of facts, steps and grades in the language of these words. */
export function sayingIn(rulebook: Rulebook, text: Texts): Saying {
  const language = ALL_TEXTS.find(([, texts]) => texts.formats === text.formats)?.[0] ?? 'zh';
  return { text, language, rulebook };
}
