import type { Texts } from '../../language/texts.ts';
import { pointerPart } from '../json-outline.ts';
import type { FindingWords, WordsIn } from '../rulebook-finding.ts';
import { NotationFault, notationWords, shown } from './notation-fault.ts';
import { isSheet, sheetName, type SheetKey } from './sheet-labels.ts';
import type { ReadCell, ReadSheet, SheetPlace } from './sheet.ts';

export type Path = readonly (string | number)[];

/** Something in a workbook that cannot be read, where it stands, and what of the rulebook it would be. */
export interface SheetProblem {
  readonly path: Path | null;
  readonly place: SheetPlace;
  readonly words: WordsIn;
}

type ProblemWords = (problems: Texts['ruleSheets']['problems']) => FindingWords;

/** More than anybody reads, and few enough to look through. */
const MOST_PROBLEMS = 500;

/** What is read from a workbook goes through here: where each value stands, and what cannot be read. */
export class BookReading {
  readonly problems: SheetProblem[] = [];
  readonly #sheets: readonly ReadSheet[];
  readonly #places = new Map<string, SheetPlace>();
  readonly #faulty: string[] = [];

  constructor(sheets: readonly ReadSheet[]) {
    this.#sheets = sheets;
  }

  /** A sheet by its name in either language; one that is missing is a problem, and empty. */
  sheet(key: SheetKey): ReadSheet {
    const found = this.#sheets.find(({ name }) => isSheet(name, key));
    if (found !== undefined) return found;
    const name = sheetName(key);
    this.refuse(null, { sheet: name, row: 1, column: 1 }, (problems) => problems.noSheet(name));
    return { name, rows: [] };
  }

  has(key: SheetKey): boolean {
    return this.#sheets.some(({ name }) => isSheet(name, key));
  }

  put(path: Path, place: SheetPlace): void {
    this.#places.set(pointerOf(path), place);
  }

  refuse(path: Path | null, place: SheetPlace, say: ProblemWords): void {
    this.#note({ path, place, words: ({ ruleSheets }) => say(ruleSheets.problems) });
  }

  /** What `read` makes of a cell; where it meets a fault of the notation that is a problem, and the answer is `instead`. */
  attempt<Read>(path: Path, { text, place }: ReadCell, read: () => Read, instead: Read): Read {
    try {
      return read();
    } catch (error) {
      if (!(error instanceof NotationFault)) throw error;
      const trouble = error.trouble.fault === 'unreadable' ? { ...error.trouble, text } : error.trouble;
      this.#note({ path, place, words: (texts) => notationWords(trouble, texts) });
      return instead;
    }
  }

  notAllowed(path: Path, place: SheetPlace, word: string, allowed: readonly string[]): void {
    this.refuse(path, place, (problems) => problems.notAllowed(shown(word), allowed));
  }

  /** Where a value of the rulebook stands: its own cell, or the nearest one around it. */
  placeOf(path: Path): SheetPlace | null {
    for (let length = path.length; length >= 0; length -= 1) {
      const place = this.#places.get(pointerOf(path.slice(0, length)));
      if (place !== undefined) return place;
    }
    return null;
  }

  /** Whether a value, something in it, or something around it could not be read, so that nothing is known of it. */
  isFaulty(path: Path): boolean {
    const pointer = pointerOf(path);
    return this.#faulty.some(
      (faulty) => pointer === faulty || pointer.startsWith(`${faulty}/`) || faulty.startsWith(`${pointer}/`),
    );
  }

  #note(problem: SheetProblem): void {
    if (this.problems.length >= MOST_PROBLEMS) return;
    this.problems.push(problem);
    if (problem.path !== null) this.#faulty.push(pointerOf(problem.path));
  }
}

function pointerOf(path: Path): string {
  return path.map((part) => `/${pointerPart(part)}`).join('');
}
