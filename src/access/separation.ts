import type { Role } from './role.ts';

/** Two roles that one account must not hold, wherever it holds them. */
export type ApartPair = readonly [Role, Role];

/**
 * Separation of duties (security: 'one person does everything'): the office administers, the discipline team drafts
 * rules, the party group approves. The auditor, who reads what all of them did, holds nothing else.
 */
export const APART: readonly ApartPair[] = [
  ['office', 'party-group'],
  ['discipline-team', 'party-group'],
];

/** The pairs among these roles that one account must not hold; empty when it may hold them all. */
export function forbiddenPairs(roles: readonly Role[]): readonly ApartPair[] {
  const held = [...new Set(roles)];
  const known = APART.filter(([one, other]) => held.includes(one) && held.includes(other));
  const beside = held.includes('auditor') ? held.filter((role) => role !== 'auditor') : [];
  return [...known, ...beside.map((role): ApartPair => ['auditor', role])];
}

/**
 * The units that would be left without anybody to administer them. Takes where an account holds the role of office
 * and where other open accounts do: one above a unit covers it.
 */
export function unitsWithoutOffice(lost: readonly string[], others: readonly string[]): readonly string[] {
  return lost.filter((unitPath) => !others.some((path) => unitPath.startsWith(path)));
}
