import type { Texts } from '../language/texts.ts';
import type { PolicyLine } from '../web/route-table.ts';
import type { Permission } from './policy.ts';

/** The policy as this program has it: its permissions, and menu entries that every language names. */
export type RouteLine = PolicyLine<Permission, keyof Texts['web']['menu']>;

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
