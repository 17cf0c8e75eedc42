import type { Texts } from '../language/texts.ts';
import { currentness, type ChromeLink } from '../web/chrome.ts';
import { isPermission, type PolicyLine } from '../web/route-table.ts';
import { may } from './permission.ts';
import type { Permission } from './policy.ts';
import type { Viewer } from './viewer.ts';

/** The policy as this program has it: its permissions, and menu entries that every language names. */
export type RouteLine = PolicyLine<Permission, keyof Texts['web']['menu']>;

/** The page that is shown: its address, and the pattern of the policy that the address fits. */
interface ShownPage {
  readonly path: string;
  readonly route: string | null;
}

/** The menu's entries that this viewer may open, in the policy's order. */
export function menuOf(
  viewer: Viewer,
  policy: readonly RouteLine[],
  shown: ShownPage,
  text: Texts,
): readonly ChromeLink[] {
  const under = policy.find(({ path }) => path === shown.route)?.under;
  return policy.flatMap(({ menu, path, permission }) => {
    if (menu === undefined || (isPermission(permission) && !may(viewer, permission))) return [];
    const current = currentness(path, shown.path) ?? (menu === under ? 'true' : null);
    return [{ label: text.web.menu[menu], path, current }];
  });
}

/** Where somebody begins: the first entry of their menu; `null` when there is none. */
export function firstPageOf(viewer: Viewer, policy: readonly RouteLine[], text: Texts): string | null {
  return menuOf(viewer, policy, { path: '', route: null }, text)[0]?.path ?? null;
}

/** Name and roles as the page's head shows them; an account named like its role is not told twice. */
export function headlineOf(viewer: Viewer, text: Texts): { readonly name: string; readonly roles: string } {
  const { displayName, assignments } = viewer;
  const isNameless = assignments.every(({ role }) => text.terms.roles[role] === displayName);
  const roles = isNameless ? assignments.map(({ unitName }) => unitName).join('、') : rolesOf(viewer, text);
  return { name: displayName, roles };
}

/** Roles in words with the unit of each. */
export function rolesOf(viewer: Viewer, text: Texts): string {
  return viewer.assignments.map(({ role, unitName }) => `${unitName} · ${text.terms.roles[role]}`).join('、');
}
