import type { Role } from './role.ts';

/** What somebody may be allowed to do; always within the subtrees of the roles that allow it. */
export const PERMISSIONS = [
  'board.view',
  'division.own',
  'division.view',
  'points.view',
  'forms.view',
  'coverage.view',
  'audit.view',
  'account.own',
] as const;

export type Permission = (typeof PERMISSIONS)[number];

const LOOKS_AT_ONE_DIVISION: readonly Permission[] = [
  'division.view',
  'points.view',
  'forms.view',
  'coverage.view',
];
const LOOKS_AT_ALL: readonly Permission[] = ['board.view', ...LOOKS_AT_ONE_DIVISION];

/** Who may what (domain: 'Who does what'). The auditor reads the trail and nothing that it tells of. */
export const ROLE_PERMISSIONS: Readonly<Record<Role, readonly Permission[]>> = {
  'post-holder': ['account.own'],
  'division-head': ['division.own', ...LOOKS_AT_ONE_DIVISION, 'account.own'],
  'leader-in-charge': [...LOOKS_AT_ALL, 'account.own'],
  'principal-leader': [...LOOKS_AT_ALL, 'account.own'],
  'party-group': [...LOOKS_AT_ALL, 'account.own'],
  'assessment-group': [...LOOKS_AT_ALL, 'account.own'],
  'discipline-team': [...LOOKS_AT_ALL, 'account.own'],
  office: [...LOOKS_AT_ALL, 'account.own'],
  auditor: ['audit.view', 'account.own'],
};
