import { NAMES_WITHOUT_ACCOUNT } from '../audit/audit-entry.ts';

/** A username as it is kept and looked up: people type full-width letters, capitals and stray spaces. */
export function normalisedUsername(typed: string): string {
  return typed.normalize('NFKC').trim().toLowerCase();
}

/** Whether the audit trail uses the name for who acts without an account. */
export function isReserved(name: string): boolean {
  const typed = normalisedUsername(name);
  return NAMES_WITHOUT_ACCOUNT.some((reserved) => reserved === typed);
}

/** Letters and digits of any script, dot, hyphen, underscore, and nobody else's; takes a normalised name. */
export function isUsername(name: string): boolean {
  return !isReserved(name) && /^[\p{L}\p{N}][\p{L}\p{N}._-]{1,39}$/u.test(name);
}
