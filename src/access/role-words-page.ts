import type { Texts } from '../language/texts.ts';
import { ROLE_PERMISSIONS } from './policy.ts';
import type { Role } from './role.ts';

/** A role in words: what whoever holds it may do, read off the policy. */
export interface RoleWords {
  readonly name: string;
  readonly may: readonly string[];
}

/** What a role may, in the policy's order; one's own account, which everybody has, is not told. */
export function roleWords(role: Role, text: Texts): RoleWords {
  const permissions = ROLE_PERMISSIONS[role].filter((permission) => permission !== 'account.own');
  return {
    name: text.terms.roles[role],
    may: permissions.map((permission) => text.access.permissions[permission]),
  };
}

/** A role as it is held: who may do what, and where. */
export interface HeldRoleWords extends RoleWords {
  readonly title: string;
  readonly where: string;
}

export function heldRoleWords(
  { role, unitName }: { readonly role: Role; readonly unitName: string },
  text: Texts,
): HeldRoleWords {
  const words = roleWords(role, text);
  return {
    ...words,
    title: text.accounts.roleAt(words.name, unitName),
    where: text.accounts.reachOf(unitName),
  };
}
