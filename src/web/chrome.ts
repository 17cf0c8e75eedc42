/** What stands around every page: printed by the layout, never by a page. */
export interface Chrome extends ChromeHead {
  /** Whether such a form waits, and this is not its page. */
  readonly isHolding: boolean;
  /** What the step before did, said once. */
  readonly notice: string | null;
  /** Names the session's form token, making one when there is none: for forms that post. */
  csrfToken(): string;
  /** Address of a file under `/assets`, with its content's hash. */
  asset(name: string): string;
}

/** The part that depends on who is there. */
export interface ChromeHead {
  readonly menu: readonly ChromeLink[];
  /** `null` when nobody is signed in. */
  readonly viewer: { readonly name: string; readonly roles: string } | null;
  readonly languages: readonly LanguageLink[];
  /** Shows whose page a form was on, when its session has ended; `null` when nobody is signed in. */
  readonly keepToken: string | null;
  /** Where a form is found that could not be taken when it was posted. */
  readonly heldPath: string;
  readonly version: string;
  readonly startPath: string;
  readonly signOutPath: string;
  /** The viewer's own account. */
  readonly accountPath: string;
}

export interface ChromeLink {
  readonly label: string;
  readonly path: string;
  /** `page` for the page itself, `true` for one beneath it: the values of `aria-current`. */
  readonly current: 'page' | 'true' | null;
}

/** A language, and the same page in it. */
export interface LanguageLink {
  readonly name: string;
  /** The value of `lang`. */
  readonly code: string;
  readonly href: string;
  readonly isCurrent: boolean;
}

/** How a menu entry stands to the page that is shown. */
export function currentness(menuPath: string, pagePath: string): ChromeLink['current'] {
  if (pagePath === menuPath) return 'page';
  return pagePath.startsWith(`${menuPath}/`) ? 'true' : null;
}
