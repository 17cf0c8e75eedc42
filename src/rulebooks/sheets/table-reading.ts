import type { BothLanguages } from '../rulebook.ts';
import type { BookReading, Path } from './book-reading.ts';
import { textOfCell } from './cell-text.ts';
import type { Codebook } from './codebook.ts';
import { tokensOf } from './notation-tokens.ts';
import { LIST_MARK } from './notation-words.ts';
import { NotationFault } from './notation-fault.ts';
import type { ColumnKey } from './sheet-labels.ts';
import type { ReadCell, SheetPlace } from './sheet.ts';

/** A row of a table under its headings; what it is asked for is noted with its place. */
export class TableRow {
  readonly #reading: BookReading;
  readonly #cells: ReadonlyMap<string, readonly ReadCell[]>;
  readonly place: SheetPlace;

  constructor(reading: BookReading, place: SheetPlace, cells: ReadonlyMap<string, readonly ReadCell[]>) {
    this.#reading = reading;
    this.place = place;
    this.#cells = cells;
  }

  /** The cells under the headings of a key, from left to right, blank ones included. */
  cells(key: string): readonly ReadCell[] {
    return this.#cells.get(key) ?? [];
  }

  cell(key: ColumnKey): ReadCell {
    return this.cells(key)[0] ?? { text: '', place: this.place };
  }

  /** A text that must be there. */
  text(key: ColumnKey, path: Path): string {
    return textOfCell(this.#filled(key, path).text);
  }

  both(chinese: ColumnKey, english: ColumnKey, path: Path): BothLanguages {
    return { zh: this.text(chinese, [...path, 'zh']), en: this.text(english, [...path, 'en']) };
  }

  /** One of these codes; the first of them where the cell says none. */
  code<Code extends string>(key: ColumnKey, path: Path, codes: Codebook<Code>): Code {
    const { text, place } = this.#filled(key, path);
    const code = codes.codeOfCell(text);
    if (code === null && text !== '') this.#reading.notAllowed(path, place, text, codes.words);
    return code ?? codes.first;
  }

  /** Texts between commas; none where the cell is blank. */
  list(key: ColumnKey, path: Path): readonly string[] {
    const { text, place } = this.cell(key);
    this.#reading.put(path, place);
    return this.#reading.attempt(path, { text, place }, () => textsIn(text), []);
  }

  /** The same, each one of these codes. */
  codes<Code extends string>(key: ColumnKey, path: Path, codes: Codebook<Code>): readonly Code[] {
    const { place } = this.cell(key);
    return this.list(key, path).flatMap((word) => {
      const code = codes.codeOf(word);
      if (code === null) this.#reading.notAllowed(path, place, word, codes.words);
      return code ?? [];
    });
  }

  #filled(key: ColumnKey, path: Path): ReadCell {
    const cell = this.cell(key);
    this.#reading.put(path, cell.place);
    if (cell.text === '') this.#reading.refuse(path, cell.place, (problems) => problems.blank());
    return cell;
  }
}

/** Texts of a cell that hold together. @throws NotationFault where it is no list */
export function textsIn(cell: string): readonly string[] {
  const texts: string[] = [];
  let isBetween = true;
  for (const token of tokensOf(cell)) {
    const isText = token.kind === 'word' || token.kind === 'quoted' || token.kind === 'fact';
    if (isText !== isBetween || (!isText && token.kind !== 'comma')) {
      throw new NotationFault({ fault: 'unreadable', text: cell });
    }
    if (isText) texts.push(token.text);
    isBetween = !isText;
  }
  if (texts.length > 0 && isBetween) throw new NotationFault({ fault: 'unreadable', text: cell + LIST_MARK });
  return texts;
}
