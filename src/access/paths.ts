import type { Language } from '../language/languages.ts';

/** Addresses of signing in and out, of the start page and of one's own account. */
export const accessPaths = {
  start: '/',
  signIn: '/sign-in',
  signOut: '/sign-out',
  language: '/language',
  held: '/held',
  own: '/account',
  ownPassword: '/account/password',
  ownSessions: '/account/sessions',
} as const;

/** Chooses a language and comes back to where one was. */
export function languageAddress(language: Language, next: string): string {
  return `${accessPaths.language}?${new URLSearchParams({ to: language, next }).toString()}`;
}

/** Why somebody lands on the sign-in page without having asked for it. */
export type SignInNotice = 'expired' | 'signed-out';

/** The sign-in page, with where to go afterwards; the start page needs no mention. */
export function signInAddress(next: string | null, notice: SignInNotice | null): string {
  const query = new URLSearchParams();
  if (next !== null && next !== accessPaths.start) query.set('next', next);
  if (notice !== null) query.set('notice', notice);
  const search = query.toString();
  return search === '' ? accessPaths.signIn : `${accessPaths.signIn}?${search}`;
}

/** Whoever has a password that somebody else knows goes to change it, or out; `null` when the way is free. */
export function passwordDetour(
  viewer: { readonly mustChangePassword: boolean },
  path: string,
): string | null {
  const isOpen = path === accessPaths.ownPassword || path === accessPaths.signOut;
  return viewer.mustChangePassword && !isOpen ? accessPaths.ownPassword : null;
}
