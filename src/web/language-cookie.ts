import type { Request, Response } from 'express';
import { languageOf, type Language } from '../language/languages.ts';

const NAME = 'qinglian-language';
const YEAR = 365 * 24 * 60 * 60 * 1000;

/** The language that this browser chose; Chinese until it did. */
export function chosenLanguage(request: Request): Language {
  const pairs = (request.headers.cookie ?? '').split(';').map((pair) => pair.trim().split('='));
  return languageOf(pairs.find(([name]) => name === NAME)?.[1]) ?? 'zh';
}

/** Remembers a choice in the browser, not with the account: the sign-in page speaks it, too. */
export function rememberLanguage(response: Response, language: Language, https: boolean): void {
  response.cookie(NAME, language, {
    maxAge: YEAR,
    httpOnly: true,
    sameSite: 'lax',
    secure: https,
    path: '/',
  });
}
