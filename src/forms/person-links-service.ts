import { hasActiveAccount, moveAccounts } from '../access/account-person-store.ts';
import type { PersonLinks } from '../organisation/person-office-service.ts';
import { formsOfHoldings } from './holding-form-store.ts';

/** What is kept of people outside the organisation: forms by their holdings, and accounts. */
export const PERSON_LINKS: PersonLinks = {
  tracesOf: async (from, { id, holdings }) => ({
    forms: await formsOfHoldings(
      from,
      holdings.map((holding) => holding.id),
    ),
    hasAccount: await hasActiveAccount(from, id),
  }),
  moveAccounts,
};
