import type { Reach } from '../organisation/reach.ts';
import { OperationalError } from '../platform/errors.ts';
import { ROLE_PERMISSIONS, type Permission } from './policy.ts';
import type { Viewer } from './viewer.ts';

/** What one may do without seeing a form, a risk point or a count of them. */
const WITHOUT_CONTENT: readonly Permission[] = ['audit.view', 'account.own'];

/** The subtrees in which one of the viewer's roles gives this permission; a subtree inside another is left out. */
export function reachOf(viewer: Viewer, permission: Permission): Reach {
  return reachWhere(viewer, (permissions) => permissions.includes(permission));
}

/** The subtrees whose forms, points or counts of them one of the viewer's roles shows. */
export function contentReachOf(viewer: Viewer): Reach {
  return reachWhere(viewer, (permissions) => permissions.some((one) => !WITHOUT_CONTENT.includes(one)));
}

function reachWhere(viewer: Viewer, shows: (permissions: readonly Permission[]) => boolean): Reach {
  const paths = viewer.assignments
    .filter(({ role }) => shows(ROLE_PERMISSIONS[role]))
    .map(({ unitPath }) => unitPath);
  const distinct = [...new Set(paths)];
  return {
    unitPaths: distinct.filter((path) => !distinct.some((other) => other !== path && path.startsWith(other))),
  };
}

/** Whether the viewer has the permission anywhere; where, `reachOf` says. */
export function may(viewer: Viewer, permission: Permission): boolean {
  return permission === 'account.own' || reachOf(viewer, permission).unitPaths.length > 0;
}

/** @throws {OperationalError} `forbidden`, naming the permission, when the viewer has it nowhere. */
export function requirePermission(viewer: Viewer, permission: Permission): void {
  if (may(viewer, permission)) return;
  throw new OperationalError('forbidden', 'no-permission', (text) => {
    const { what, fix } = text.access.notAllowed;
    return { what: what(text.access.permissions[permission]), fix };
  });
}
