import type { Texts } from '../language/texts.ts';
import type { PageModel } from '../web/page.ts';
import { apartIn, unitKindsIn } from './account-words-page.ts';
import { accessPaths } from './paths.ts';
import { ROLES } from './role.ts';
import { roleWords, type RoleWords } from './role-words-page.ts';
import { APART } from './separation.ts';

export interface RoleTablePage extends PageModel {
  readonly backHref: string;
  readonly apart: readonly string[];
  readonly roles: readonly (RoleWords & { readonly kinds: string })[];
}

/** Every role in words, read off the policy, and which of them stand apart. */
export function roleTablePage(text: Texts): RoleTablePage {
  const words = text.accounts.roleTable;
  return {
    title: words.title,
    backHref: accessPaths.accounts,
    apart: [...APART.map((pair) => apartIn(pair, text)), words.auditorApart],
    roles: ROLES.map((role) => ({ ...roleWords(role, text), kinds: words.kinds(unitKindsIn(role, text)) })),
  };
}
