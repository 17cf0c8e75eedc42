import type { Texts } from '../language/texts.ts';
import type { RuleFacts } from './fact-type.ts';
import { pointerPart } from './json-outline.ts';
import type { SheetPlace } from './sheets/sheet.ts';

/** The kinds of what `rules check` can find. */
export type FindingKind =
  'schema' | 'example' | 'gap' | 'conflict' | 'unreachable' | 'redundant' | 'non-monotone';

/** What is wrong and how to put it right, in the words of one language. */
export interface FindingWords {
  readonly message: string;
  readonly fix: string;
}

/** Something wrong with a rulebook. */
export interface RulebookFinding extends FindingWords {
  readonly kind: FindingKind;
  /** JSON pointer of the place in the rulebook, such as `/base/cells/3/grade`; `null` where it is the whole. */
  readonly path: string | null;
  /** Its line, from 1. */
  readonly line: number | null;
  /** Its cell, where the rulebook is a workbook. */
  readonly position?: SheetPlace;
  /** Names of the rules concerned. */
  readonly rules: readonly string[];
  /** The smallest facts that prove it; `null` is unknown. */
  readonly facts: RuleFacts;
  /** Of an inversion: the better facts that nevertheless get the more severe grade. */
  readonly against?: RuleFacts;
}

/** What is said in whichever language is asked for. */
export type WordsIn = (texts: Texts) => FindingWords;

/** A finding before its line is known. Parts of the path are keys and positions, from the root. */
export interface Problem {
  readonly path: readonly (string | number)[];
  readonly words: WordsIn;
  readonly kind?: FindingKind;
  readonly rules?: readonly string[];
  readonly facts?: RuleFacts;
  readonly against?: RuleFacts;
}

/** A problem as a finding in one language, with the line of the nearest enclosing value that stands in the text. */
export function located(problem: Problem, lines: ReadonlyMap<string, number>, texts: Texts): RulebookFinding {
  const { path, words, kind = 'schema', rules = [], facts = {}, against } = problem;
  const pointers = path.map((_, end) => pointerTo(path.slice(0, end + 1)));
  const standing = ['', ...pointers].findLast((pointer) => lines.has(pointer));
  return {
    kind,
    ...words(texts),
    path: path.length === 0 ? null : pointerTo(path),
    line: standing === undefined ? null : (lines.get(standing) ?? null),
    rules,
    facts,
    ...(against === undefined ? {} : { against }),
  };
}

function pointerTo(path: readonly (string | number)[]): string {
  return path.map((part) => `/${pointerPart(part)}`).join('');
}
