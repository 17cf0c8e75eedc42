import type { OrgUnit } from '../organisation/org-unit.ts';
import { reaches, type Reach } from '../organisation/reach.ts';
import type { AccountFault, LinkablePerson } from './account.ts';
import { ROLE_UNIT_KINDS, type Role } from './role.ts';
import { forbiddenPairs } from './separation.ts';
import { isReserved, isUsername } from './username.ts';

const LONGEST_NAME = 60;

interface HeldRole {
  readonly role: Role;
  readonly unitId: number;
}

/** Takes a normalised username. */
export function usernameFaults(username: string): readonly AccountFault[] {
  if (username === '') return [{ code: 'username-missing' }];
  if (isReserved(username)) return [{ code: 'username-reserved' }];
  return isUsername(username) ? [] : [{ code: 'username-unusable' }];
}

export function nameFaults(displayName: string): readonly AccountFault[] {
  if (displayName === '') return [{ code: 'name-missing' }];
  if (isReserved(displayName)) return [{ code: 'name-reserved' }];
  return [...displayName].length > LONGEST_NAME ? [{ code: 'name-too-long' }] : [];
}

/** An account belongs to nobody, or to one of the office's people who has no other account. */
export function personFaults(
  personId: number | null,
  person: LinkablePerson | null,
  accountId: number | null,
  reach: Reach,
): readonly AccountFault[] {
  if (personId === null) return [];
  if (person === null || !reaches(reach, person.unitPath)) return [{ code: 'person-unknown' }];
  return person.accountId === null || person.accountId === accountId ? [] : [{ code: 'person-taken' }];
}

/** A role is given inside the office's own subtree, at a unit that has it, and beside no duty that stands apart. */
export function roleFaults(
  wanted: { readonly role: Role | null; readonly unit: OrgUnit | null },
  held: readonly HeldRole[],
  reach: Reach,
): readonly AccountFault[] {
  const { role, unit } = wanted;
  const isUnitMissing = unit === null || !reaches(reach, unit.path);
  const missing: AccountFault[] = [];
  if (role === null) missing.push({ code: 'role-missing' });
  if (isUnitMissing) missing.push({ code: 'unit-missing' });
  if (role === null || isUnitMissing) return missing;
  if (!ROLE_UNIT_KINDS[role].includes(unit.kind)) return [{ code: 'unit-unfit', role }];
  if (held.some((other) => other.role === role && other.unitId === unit.id))
    return [{ code: 'held-already' }];
  const pairs = forbiddenPairs([role, ...held.map((other) => other.role)]);
  return pairs.map((pair) => ({ code: 'apart', pair }));
}
