import type { Language } from '../language/languages.ts';
import {
  addressOf,
  oneOf,
  readQuery,
  wholeNumber,
  type QueryFields,
  type ReadQuery,
} from '../web/query-fields.ts';
import { ACCOUNT_STATES, type AccountFilter } from './account.ts';
import { ROLES } from './role.ts';

/** Addresses of signing in and out, of one's own account and of everybody's. */
export const accessPaths = {
  start: '/',
  signIn: '/sign-in',
  signOut: '/sign-out',
  language: '/language',
  setup: '/setup',
  held: '/held',
  own: '/account',
  ownPassword: '/account/password',
  ownSessions: '/account/sessions',
  accounts: '/accounts',
  newAccount: '/accounts/new',
  roles: '/accounts/roles',
  account: '/accounts/:id',
  giveRole: '/accounts/:id/roles',
  takeRole: '/accounts/:id/roles/taken',
  close: '/accounts/:id/closed',
  reopen: '/accounts/:id/reopened',
  resetPassword: '/accounts/:id/password',
  endSessions: '/accounts/:id/sessions',
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

const LONGEST_SEARCH = 60;

/** Conditions of the list of accounts, as they stand in the address. */
export const ACCOUNT_QUERY: QueryFields<AccountFilter> = {
  search: {
    name: 'q',
    read: (text) => (text.length > LONGEST_SEARCH ? null : text),
    write: (text) => text,
  },
  role: oneOf('role', ROLES),
  state: oneOf('state', ACCOUNT_STATES),
  page: wholeNumber('page', 1, 100_000),
};

export function readAccountQuery(query: Readonly<Record<string, string>>): ReadQuery<AccountFilter> {
  return readQuery(ACCOUNT_QUERY, query);
}

export function accountsPath(filter: Partial<AccountFilter> = {}): string {
  return addressOf(accessPaths.accounts, ACCOUNT_QUERY, filter, { page: 1 });
}

/** One of an account's addresses with its id in it. */
export function accountPath(
  id: number,
  path: (typeof accessPaths)[
    | 'account'
    | 'giveRole'
    | 'takeRole'
    | 'close'
    | 'reopen'
    | 'resetPassword'
    | 'endSessions'] = accessPaths.account,
): string {
  return path.replace(':id', String(id));
}
