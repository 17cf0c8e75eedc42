import { en } from './en.ts';
import type { Texts } from './texts.ts';
import { zh } from './zh.ts';

/** The languages that pages can be read in, Chinese first. */
export const LANGUAGES = ['zh', 'en'] as const;

export type Language = (typeof LANGUAGES)[number];

const TEXTS: Readonly<Record<Language, Texts>> = { zh, en };

/** Every language, with what it says of itself. */
export const ALL_TEXTS: readonly (readonly [Language, Texts])[] = LANGUAGES.map((language) => [
  language,
  TEXTS[language],
]);

export function textsOf(language: Language): Texts {
  return TEXTS[language];
}

/** The language of that code; `null` when there is none. */
export function languageOf(code: string | undefined): Language | null {
  return LANGUAGES.find((language) => language === code) ?? null;
}
