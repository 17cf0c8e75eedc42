import type { RouteLine } from './chrome-page.ts';

/** What somebody may do with that permission, and the entry that it leaves. */
export function change(path: string, permission: RouteLine['permission'], audit: string): RouteLine {
  return { method: 'post', path, permission, audit };
}

/** What may be looked at with a permission, or with an audit action what may be changed. */
export function line(permission: RouteLine['permission'], path: string, change: string | null): RouteLine {
  return { method: change === null ? 'get' : 'post', path, permission, audit: change };
}

/** Changes that need the same permission, each address with its audit action. */
export function changes(
  permission: RouteLine['permission'],
  audits: Readonly<Record<string, string>>,
): readonly RouteLine[] {
  return Object.entries(audits).map(([path, audit]) => ({ method: 'post', path, permission, audit }));
}
