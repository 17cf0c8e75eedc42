import { wordsOf } from '../language/sentence.ts';
import type { Texts } from '../language/texts.ts';
import {
  emptyOf,
  ignoredNotices,
  listFinding,
  rangeOf,
  type ActiveFilter,
  type ListPage,
} from '../web/list-parts.ts';
import { boardPaths } from '../dashboards/paths.ts';
import { pagerOf } from '../web/pager.ts';
import { without, type ReadQuery } from '../web/query-fields.ts';
import { selectField, type SelectField } from '../web/select-field.ts';
import {
  ACCOUNT_STATES,
  ACCOUNTS_PER_PAGE,
  type AccountFilter,
  type AccountList,
  type AccountSummary,
} from './account.ts';
import { accountState } from './account-words-page.ts';
import { ACCOUNT_QUERY, accessPaths, accountPath, accountsPath } from './paths.ts';
import { ROLES } from './role.ts';

export interface AccountListPage extends ListPage<AccountRow> {
  readonly search: { readonly name: string; readonly value: string };
  readonly createHref: string;
  readonly rolesHref: string;
  readonly firstStepsHref: string;
}

export interface AccountRow {
  readonly name: string;
  readonly href: string;
  readonly username: string;
  readonly person: string;
  readonly roles: readonly string[];
  readonly lastSignedIn: string;
  readonly state: string;
  readonly isClosed: boolean;
}

/** A page of the list of accounts, as it was asked for. */
export function accountListPage(
  list: AccountList,
  { filter, ignored }: ReadQuery<AccountFilter>,
  text: Texts,
): AccountListPage {
  const words = text.accounts.list;
  const active = activeFilters(filter, text);
  const isNarrowed = active.length > 0;
  const finding = listFinding(list, isNarrowed, words, text);
  const part = { ...list, shown: list.accounts.length, perPage: ACCOUNTS_PER_PAGE };
  const hrefs = { first: accountsPath({ ...filter, page: 1 }), reset: accountsPath() };
  return {
    title: wordsOf(finding),
    finding,
    range: rangeOf(part, text),
    search: { name: ACCOUNT_QUERY.search.name, value: filter.search ?? '' },
    createHref: accessPaths.newAccount,
    rolesHref: accessPaths.roles,
    firstStepsHref: boardPaths.firstSteps,
    filters: {
      action: accessPaths.accounts,
      resetHref: hrefs.reset,
      kept: [],
      fields: filterFields(filter, text),
      active,
      ignored: ignoredNotices(ignored, words.filters, text),
    },
    rows: list.accounts.map((account) => accountRow(account, text)),
    empty: emptyOf(part, isNarrowed, hrefs, words, text),
    pager: pagerOf(list.page, list.pages, (page) => accountsPath({ ...filter, page }), text),
  };
}

function filterFields({ role, state }: Partial<AccountFilter>, text: Texts): readonly SelectField[] {
  const { filters } = text.accounts.list;
  const { any } = text.lists;
  const roles = ROLES.map((code) => [code, text.terms.roles[code]] as const);
  const states = ACCOUNT_STATES.map((code) => [code, text.accounts.states[code]] as const);
  return [
    selectField(ACCOUNT_QUERY.role.name, { label: filters.role, any }, roles, role),
    selectField(ACCOUNT_QUERY.state.name, { label: filters.state, any }, states, state),
  ];
}

function activeFilters(filter: Partial<AccountFilter>, text: Texts): readonly ActiveFilter[] {
  const { filters } = text.accounts.list;
  const { search, role, state } = filter;
  const said = (label: string, value: string, key: keyof AccountFilter): ActiveFilter => ({
    text: text.lists.filter(label, value),
    dropHref: accountsPath(without(filter, [key, 'page'])),
  });
  return [
    ...(search === undefined ? [] : [said(filters.q, search, 'search')]),
    ...(role === undefined ? [] : [said(filters.role, text.terms.roles[role], 'role')]),
    ...(state === undefined ? [] : [said(filters.state, text.accounts.states[state], 'state')]),
  ];
}

function accountRow(account: AccountSummary, text: Texts): AccountRow {
  const { list, roleAt, states } = text.accounts;
  const { person, lastSignedInAt, assignments } = account;
  const roles = assignments.map(({ role, unitName }) => roleAt(text.terms.roles[role], unitName));
  return {
    name: account.displayName,
    href: accountPath(account.id),
    username: account.username,
    person: person === null ? list.missing : list.personOf(person.name, person.unitName),
    roles: roles.length === 0 ? [list.noRoles] : roles,
    lastSignedIn: lastSignedInAt === null ? list.missing : text.formats.instant(lastSignedInAt),
    state: states[accountState(account)],
    isClosed: !account.isActive,
  };
}
