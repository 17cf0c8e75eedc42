import { entranceOf } from '../access/chrome-page.ts';
import type { RouteLine } from '../access/policy-line.ts';
import { may } from '../access/permission.ts';
import type { Viewer } from '../access/viewer.ts';
import type { Texts } from '../language/texts.ts';
import type { PageModel } from '../web/page.ts';
import { boardPaths } from './paths.ts';

export interface NoCampaignPage extends PageModel {
  readonly fix: string;
  readonly links: readonly { readonly text: string; readonly href: string }[];
}

/** What stands in place of figures and lists before a bureau has a campaign. */
export function noCampaignPage(viewer: Viewer, policy: readonly RouteLine[], text: Texts): NoCampaignPage {
  const { title, office, others, steps, imports } = text.setup.empty;
  const isOffice = may(viewer, 'accounts.manage');
  const importing = entranceOf(viewer, policy, 'imports.upload');
  return {
    title,
    fix: isOffice ? office : others,
    links: [
      ...(isOffice ? [{ text: steps, href: boardPaths.firstSteps }] : []),
      ...(importing === null ? [] : [{ text: imports, href: importing }]),
    ],
  };
}
