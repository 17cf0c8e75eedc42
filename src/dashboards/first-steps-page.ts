import { entranceOf } from '../access/chrome-page.ts';
import type { RouteLine } from '../access/policy-line.ts';
import type { Permission } from '../access/policy.ts';
import type { Viewer } from '../access/viewer.ts';
import type { Texts } from '../language/texts.ts';
import type { PageModel } from '../web/page.ts';
import type { FirstStepsService } from './first-steps-service.ts';

export interface FirstStepsPage extends PageModel {
  readonly steps: readonly FirstStep[];
}

interface FirstStep {
  readonly name: string;
  readonly isDone: boolean;
  readonly state: string;
  readonly note: string;
  readonly link: { readonly text: string; readonly href: string } | null;
}

type Counts = Awaited<ReturnType<FirstStepsService['counts']>>;

/** What to do on a new installation, each step with how far it is and where it is done. */
export function firstStepsPage(
  counts: Counts,
  viewer: Viewer,
  policy: readonly RouteLine[],
  text: Texts,
): FirstStepsPage {
  const words = text.setup.steps;
  const { count } = text.formats;
  const { units, posts, forms, accounts, year } = counts;
  const step = (
    name: string,
    done: string | null,
    toDo: string,
    permission: Permission,
    link: string,
  ): FirstStep =>
    firstStep(name, { done, toDo }, { text: link, href: entranceOf(viewer, policy, permission) }, text);
  const unitsDone = units > 0 ? words.unitsDone(count(units), count(posts)) : null;
  const campaignDone = year === null ? null : words.campaignDone(String(year));
  const importsDone = forms > 0 ? words.importsDone(count(forms)) : null;
  const accountsDone = accounts > 1 ? words.accountsDone(count(accounts)) : null;
  const boardDone = forms > 0 ? words.boardDone : null;
  return {
    title: words.title,
    steps: [
      step(words.units, unitsDone, words.unitsToDo, 'organisation.manage', words.unitsLink),
      step(words.campaign, campaignDone, words.campaignToDo, 'campaigns.manage', words.campaignLink),
      step(words.imports, importsDone, words.importsToDo, 'imports.upload', words.importsLink),
      step(words.accounts, accountsDone, words.accountsToDo, 'accounts.manage', words.accountsLink),
      step(words.board, boardDone, words.boardToDo, 'board.view', words.boardLink),
    ],
  };
}

function firstStep(
  name: string,
  { done, toDo }: { readonly done: string | null; readonly toDo: string },
  { text: label, href }: { readonly text: string; readonly href: string | null },
  text: Texts,
): FirstStep {
  const words = text.setup.steps;
  return {
    name,
    isDone: done !== null,
    state: done === null ? words.toDo : words.done,
    note: done ?? toDo,
    link: href === null ? null : { text: label, href },
  };
}
