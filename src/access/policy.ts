import type { Role } from './role.ts';

/** What somebody may be allowed to do; always within the subtrees of the roles that allow it. */
export const PERMISSIONS = [
  'board.view',
  'division.own',
  'division.view',
  'points.view',
  'forms.view',
  'coverage.view',
  'points.assess',
  'points.domains',
  'grades.override',
  'grades.approve',
  'coverage.request-exemption',
  'coverage.decide-exemption',
  'imports.upload',
  'posts.confirm',
  'powers.manage',
  'organisation.manage',
  'accounts.manage',
  'campaigns.manage',
  'rulebooks.view',
  'rulebooks.tune',
  'rulebooks.approve',
  'own.view',
  'audit.view',
  'region.view',
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
const KEEPS_THE_BOOKS: readonly Permission[] = [
  'imports.upload',
  'points.domains',
  'posts.confirm',
  'powers.manage',
  'organisation.manage',
  'accounts.manage',
  'campaigns.manage',
];

/**
 * Who may what (domain: 'Who does what'). The auditor reads the trail and nothing that it tells of; who looks at a
 * region sees its counts and no text.
 */
export const ROLE_PERMISSIONS: Readonly<Record<Role, readonly Permission[]>> = {
  'post-holder': ['own.view', 'account.own'],
  'division-head': [
    'division.own',
    ...LOOKS_AT_ONE_DIVISION,
    'points.assess',
    'points.domains',
    'coverage.request-exemption',
    'imports.upload',
    'account.own',
  ],
  'leader-in-charge': [...LOOKS_AT_ALL, 'rulebooks.view', 'account.own'],
  'principal-leader': [...LOOKS_AT_ALL, 'rulebooks.view', 'account.own'],
  'party-group': [...LOOKS_AT_ALL, 'grades.approve', 'rulebooks.view', 'rulebooks.approve', 'account.own'],
  'assessment-group': [
    ...LOOKS_AT_ALL,
    'points.assess',
    'points.domains',
    'grades.override',
    'coverage.decide-exemption',
    'rulebooks.view',
    'account.own',
  ],
  'discipline-team': [
    ...LOOKS_AT_ALL,
    'points.domains',
    'coverage.decide-exemption',
    'rulebooks.view',
    'rulebooks.tune',
    'account.own',
  ],
  office: [...LOOKS_AT_ALL, ...KEEPS_THE_BOOKS, 'rulebooks.view', 'account.own'],
  auditor: ['audit.view', 'account.own'],
  regional: ['region.view', 'account.own'],
};
