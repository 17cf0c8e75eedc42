import type { Texts } from '../language/texts.ts';
import type { PageModel } from '../web/page.ts';
import { activationProgress, type ActivationProgress } from './activation-progress-page.ts';
import type { ActivationUnderWay } from './rulebook-list-service.ts';
import { versionPath, versionPaths } from './version-paths.ts';
import { versionTitle } from './version-words-page.ts';

export interface ActivationPage extends PageModel {
  readonly crumbs: readonly { readonly text: string; readonly href: string | null }[];
  readonly heading: string;
  readonly progress: ActivationProgress;
  readonly progressHref: string;
  readonly by: string;
  readonly ended: string | null;
  readonly versionHref: string;
  readonly startAction: string | null;
  readonly job: string;
}

/** How far an activation is, and who decided it. */
export function activationPage(
  { job, life }: ActivationUnderWay,
  { approves }: { readonly approves: boolean },
  text: Texts,
): ActivationPage {
  const words = text.ruleChanges.activation;
  const title = words.title(versionTitle(life, text));
  const { approved } = life;
  return {
    title,
    heading: title,
    crumbs: [
      { text: text.ruleChanges.title, href: versionPaths.rulebooks },
      { text: title, href: null },
    ],
    progress: activationProgress({ job, life }, text),
    progressHref: versionPath('progress', job.id),
    by: approved === null ? '' : words.by(approved.by, text.formats.instant(approved.at)),
    ended:
      job.state === 'done' && job.endedAt !== null ? words.ended(text.formats.instant(job.endedAt)) : null,
    versionHref: versionPath('version', life.id),
    startAction: approves && job.state === 'failed' ? versionPath('start', life.id) : null,
    job: words.job(String(job.id)),
  };
}
