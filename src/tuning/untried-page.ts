import type { Texts } from '../language/texts.ts';
import type { ParsedRulebook } from '../rulebooks/rulebook-schema.ts';
import type { PageModel } from '../web/page.ts';
import type { Draft } from './draft.ts';

/** Why a draft cannot be tried out yet. */
export interface UntriedPage extends PageModel {
  readonly fix: string;
  readonly problems: readonly string[];
}

const MOST_NAMED = 20;

/** Names what is wrong with a draft that is no sound grading rulebook. */
export function untriedPage(draft: Draft, parsed: ParsedRulebook, text: Texts): UntriedPage {
  const { title, fix, notGrading } = text.whatIf.unsound;
  if ('rulebook' in parsed) return { title: notGrading(draft.name), fix: '', problems: [] };
  const problems = parsed.findings.slice(0, MOST_NAMED);
  return { title, fix, problems: problems.map((finding) => `${finding.message}${finding.fix}`) };
}
