import type { PageModel } from '../web/page.ts';
import type { Bench } from './bench.ts';
import { differenceWords } from './difference-words.ts';
import { draftPath } from './paths.ts';
import type { Saying } from './saying.ts';
import { rulebookDifference } from './rulebook-difference.ts';
import type { Rulebook } from '../rulebooks/rulebook.ts';

export interface ConflictPage extends PageModel {
  readonly sub: string;
  readonly theirs: readonly string[];
  readonly mine: readonly string[];
  /** Whether my change can be made on theirs. */
  readonly isPossible: boolean;
  /** The form as it was posted, to be posted again on the latest save. */
  readonly fields: readonly { readonly name: string; readonly value: string }[];
  /** My text, where a whole text was posted. */
  readonly text: string | null;
  readonly action: string;
  readonly guard: number;
  readonly dropHref: string;
}

/** Both versions where somebody was faster: theirs, and what was posted, which can be put on top. */
export function conflictPage(
  { draft, base, parsed }: Bench,
  posted: {
    readonly mine: Rulebook | null;
    /** Fields may be given more than once. */
    readonly fields: Readonly<Record<string, string | readonly string[]>>;
    readonly action: string;
  },
  saying: Saying,
): ConflictPage {
  const words = saying.text.workbench.conflict;
  const theirs = 'rulebook' in parsed ? parsed.rulebook : null;
  const { mine, fields } = posted;
  const lines = (from: Rulebook | null, to: Rulebook | null): readonly string[] =>
    from === null || to === null
      ? []
      : rulebookDifference(from, to).map((difference) => differenceWords(difference, saying));
  const text = typeof fields['text'] === 'string' ? fields['text'] : null;
  return {
    title: words.title,
    sub: words.sub(draft.savedBy, saying.text.formats.instant(draft.savedAt)),
    theirs: lines(base, theirs),
    mine: lines(theirs, mine),
    isPossible: mine !== null || text !== null,
    fields: Object.entries(fields)
      .filter(([name]) => !name.startsWith('_') && name !== 'guard' && name !== 'text')
      .flatMap(([name, given]) =>
        (typeof given === 'string' ? [given] : given).map((value) => ({ name, value })),
      ),
    text,
    action: posted.action,
    guard: draft.guard,
    dropHref: draftPath(draft.id),
  };
}
