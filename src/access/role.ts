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
