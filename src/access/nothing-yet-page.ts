import type { Texts } from '../language/texts.ts';
import type { PageModel } from '../web/page.ts';
import { rolesOf } from './chrome-page.ts';
import type { Viewer } from './viewer.ts';

export interface NothingYetPage extends PageModel {
  readonly what: string;
}

/** For somebody whose roles open no page, and who should not wonder whether signing in failed. */
export function nothingYetPage(viewer: Viewer, text: Texts): NothingYetPage {
  const { title, what, noRoles } = text.access.nothingYet;
  return { title, what: viewer.assignments.length === 0 ? noRoles : what(rolesOf(viewer, text)) };
}
