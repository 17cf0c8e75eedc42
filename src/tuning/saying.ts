import type { Language } from '../language/languages.ts';
import type { Texts } from '../language/texts.ts';
import type { Rulebook } from '../rulebooks/rulebook.ts';

/** A piece of a rule in words; facts and values stand out from what joins them. */
export interface RulePart {
  readonly text: string;
  readonly tone: 'plain' | 'term' | 'result';
}

/** In which language, with its words and whose rulebook's names of facts and steps. */
export interface Saying {
  readonly rulebook: Rulebook;
  readonly language: Language;
  readonly text: Texts;
}
