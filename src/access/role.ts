import type { UnitKind } from '../organisation/org-unit.ts';

/** Roles as in the domain's table 'Who does what'. A role is always held at an org unit. */
export const ROLES = [
  'post-holder',
  'division-head',
  'leader-in-charge',
  'principal-leader',
  'party-group',
  'assessment-group',
  'discipline-team',
  'office',
  'auditor',
  'regional',
] as const;

export type Role = (typeof ROLES)[number];

/** The kinds of unit at which a role can be held. */
export const ROLE_UNIT_KINDS: Readonly<Record<Role, readonly UnitKind[]>> = {
  'post-holder': ['bureau', 'division', 'affiliate', 'section'],
  'division-head': ['division', 'affiliate', 'section'],
  'leader-in-charge': ['bureau', 'division', 'affiliate'],
  'principal-leader': ['bureau'],
  'party-group': ['region', 'bureau'],
  'assessment-group': ['region', 'bureau'],
  'discipline-team': ['region', 'bureau'],
  office: ['region', 'bureau'],
  auditor: ['region', 'bureau'],
  regional: ['region', 'bureau'],
};

export function isRole(code: string): code is Role {
  return (ROLES as readonly string[]).includes(code);
}
