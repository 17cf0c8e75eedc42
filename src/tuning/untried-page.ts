import type { Texts } from '../language/texts.ts';
import type { ParsedRulebook } from '../rulebooks/rulebook-schema.ts';
import type { PageModel } from '../web/page.ts';

/** Why a draft cannot be tried out yet. */
export interface UntriedPage extends PageModel {
  readonly fix: string;
  readonly problems: readonly string[];
}

const MOST_NAMED = 20;

/** Names what is wrong with a draft that is no sound rulebook. */
export function untriedPage(parsed: ParsedRulebook, text: Texts): UntriedPage {
  const { title, fix } = text.whatIf.unsound;
  const problems = 'rulebook' in parsed ? [] : parsed.findings.slice(0, MOST_NAMED);
  return { title, fix, problems: problems.map((finding) => `${finding.message}${finding.fix}`) };
}
