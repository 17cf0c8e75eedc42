import type { Texts } from '../language/texts.ts';
import type { LanguageLink } from '../web/chrome.ts';
import type { PageModel } from '../web/page.ts';
import { languageLinks } from './chrome-page.ts';
import type { OwnAccount } from './own-account-service.ts';
import { accessPaths } from './paths.ts';
import { heldRoleWords, type HeldRoleWords } from './role-words-page.ts';
import type { Viewer } from './viewer.ts';

export interface OwnAccountPage extends PageModel {
  readonly username: string;
  readonly displayName: string;
  readonly lastSignedIn: string;
  readonly passwordHref: string;
  readonly roles: readonly HeldRoleWords[];
  readonly languages: readonly LanguageLink[];
  readonly sessionsHeading: string;
  readonly sessions: readonly OwnSessionRow[];
  /** Where to end the other sessions; `null` when there are none. */
  readonly endOthers: string | null;
}

interface OwnSessionRow {
  readonly name: string;
  readonly since: string;
  readonly used: string;
}

/** One's own account: roles in words, language, sessions. */
export function ownAccountPage(
  viewer: Viewer,
  { lastSignedInAt, sessions }: OwnAccount,
  text: Texts,
): OwnAccountPage {
  const words = text.accounts.own;
  const { instant, count } = text.formats;
  return {
    title: words.title,
    username: viewer.username,
    displayName: viewer.displayName,
    lastSignedIn: lastSignedInAt === null ? words.never : instant(lastSignedInAt),
    passwordHref: accessPaths.ownPassword,
    roles: viewer.assignments.map((assignment) => heldRoleWords(assignment, text)),
    languages: languageLinks(accessPaths.own, text),
    sessionsHeading: words.sessionsHeading(count(sessions.length)),
    sessions: sessions.map(({ signedInAt, usedAt, isThis }) => ({
      name: isThis ? words.thisOne : words.other,
      since: instant(signedInAt),
      used: instant(usedAt),
    })),
    endOthers: sessions.some(({ isThis }) => !isThis) ? accessPaths.ownSessions : null,
  };
}
