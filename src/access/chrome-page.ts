import { ALL_TEXTS } from '../language/languages.ts';
import type { Texts } from '../language/texts.ts';
import { currentness, type ChromeLink, type LanguageLink } from '../web/chrome.ts';
import { isPermission } from '../web/route-table.ts';
import { languageAddress } from './paths.ts';
import { may } from './permission.ts';
import type { Permission } from './policy.ts';
import type { RouteLine } from './policy-line.ts';
import type { Role } from './role.ts';
import type { Viewer } from './viewer.ts';

/** The page that is shown: its address, and the pattern of the policy that the address fits. */
interface ShownPage {
  readonly path: string;
  readonly route: string | null;
}

/**
 * The menu's entries that this viewer may open, in the policy's order; none before a password of one's own. At most
 * one, the nearest, is the shown page's.
 */
export function menuOf(
  viewer: Viewer,
  policy: readonly RouteLine[],
  shown: ShownPage,
  text: Texts,
): readonly ChromeLink[] {
  if (viewer.mustChangePassword) return [];
  const under = policy.find(({ path }) => path === shown.route)?.under;
  const entries = policy.flatMap(({ menu, path, permission }) => {
    if (menu === undefined || (isPermission(permission) && !may(viewer, permission))) return [];
    return [{ menu, path }];
  });
  const isHere = ({ path }: { readonly path: string }): boolean => currentness(path, shown.path) !== null;
  const [nearest] = entries.filter(isHere).sort((a, b) => b.path.length - a.path.length);
  const shownUnder = entries.find(({ menu }) => menu === under) ?? nearest;
  return entries.map(({ menu, path }) => ({
    label: text.web.menu[menu],
    path,
    current: path === shownUnder?.path ? (currentness(path, shown.path) ?? 'true') : null,
  }));
}

/** The first page that a permission opens and that names no object; `null` when the viewer may not. */
export function entranceOf(
  viewer: Viewer,
  policy: readonly RouteLine[],
  permission: Permission,
): string | null {
  const isEntrance = ({ method, path, permission: needed }: RouteLine): boolean =>
    method === 'get' && needed === permission && !path.includes(':');
  return may(viewer, permission) ? (policy.find(isEntrance)?.path ?? null) : null;
}

/** Where somebody begins: the first entry of their menu; `null` when there is none. */
export function firstPageOf(viewer: Viewer, policy: readonly RouteLine[], text: Texts): string | null {
  return menuOf(viewer, policy, { path: '', route: null }, text)[0]?.path ?? null;
}

/** Name and roles as the page's head shows them; an account named like its role is not told twice. */
export function headlineOf(viewer: Viewer, text: Texts): { readonly name: string; readonly roles: string } {
  const { displayName, assignments } = viewer;
  const [first] = assignments;
  const isNameless =
    first !== undefined && assignments.every(({ role }) => role === first.role && isName(displayName, role));
  if (!isNameless) return { name: displayName, roles: rolesOf(viewer, text) };
  const units = assignments.map(({ unitName }) => unitName);
  return { name: text.terms.roles[first.role], roles: text.formats.list(units) };
}

/** Roles in words with the unit of each. */
export function rolesOf(viewer: Viewer, text: Texts): string {
  return text.formats.list(
    viewer.assignments.map(({ role, unitName }) => `${unitName} · ${text.terms.roles[role]}`),
  );
}

/** The page at an address in each language. */
export function languageLinks(address: string, text: Texts): readonly LanguageLink[] {
  return ALL_TEXTS.map(([language, own]) => ({
    name: own.web.languageName,
    code: own.web.language,
    href: languageAddress(language, address),
    isCurrent: own === text,
  }));
}

/** Whether an account is called what one of the languages calls its role. */
function isName(displayName: string, role: Role): boolean {
  return ALL_TEXTS.some(([, own]) => own.terms.roles[role] === displayName);
}
