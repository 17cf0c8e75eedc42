/** The eleven key domains of the notice, part 二 (重点领域), in the notice's order. */
export const KEY_DOMAINS = [
  'decision-making',
  'cadre-management',
  'personnel',
  'finance',
  'assets',
  'key-projects',
  'major-events',
  'procurement',
  'approvals',
  'enforcement',
  'policy-funds',
] as const;

export type KeyDomain = (typeof KEY_DOMAINS)[number];

export function isKeyDomain(code: string): code is KeyDomain {
  return (KEY_DOMAINS as readonly string[]).includes(code);
}
