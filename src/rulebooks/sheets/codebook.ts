import { nameKey } from '../../language/normalise.ts';
import { cellOfText, quoted, textOfCell } from './cell-text.ts';
import { isPlainWord } from './notation-words.ts';

/** Something with a code, and what people call it. */
export interface Called<Code extends string> {
  readonly code: Code;
  readonly names: readonly string[];
}

/** Codes and their names: a code always means itself, a name only where nothing else is called so. */
export class Codebook<Code extends string = string> {
  readonly #entries: readonly Called<Code>[];
  readonly #byCode: ReadonlyMap<string, Code>;
  readonly #byName: ReadonlyMap<string, readonly Code[]>;

  constructor(entries: readonly Called<Code>[]) {
    this.#entries = entries;
    this.#byCode = new Map(entries.map(({ code }) => [code, code]));
    const byName = new Map<string, readonly Code[]>();
    for (const { code, names } of entries) {
      const keys = new Set(names.map(nameKey));
      for (const key of keys) byName.set(key, [...(byName.get(key) ?? []), code]);
    }
    this.#byName = byName;
  }

  /** What is shown of everything that may be chosen. */
  get words(): readonly string[] {
    return this.#entries.map(({ code }) => this.wordFor(code));
  }

  get codes(): readonly Code[] {
    return this.#entries.map(({ code }) => code);
  }

  /** The one that stands for what cannot be read; no codebook that is read by is empty. */
  get first(): Code {
    const [first] = this.#entries;
    if (first === undefined) throw new Error('a codebook without codes');
    return first.code;
  }

  /** The code that a word means; `null` where it means none, or several. */
  codeOf(word: string): Code | null {
    const code = this.#byCode.get(word.trim());
    if (code !== undefined) return code;
    const [only, ...others] = this.#byName.get(nameKey(word)) ?? [];
    return only === undefined || others.length > 0 ? null : only;
  }

  /** The code that a whole cell means. */
  codeOfCell(cell: string): Code | null {
    return this.codeOf(textOfCell(cell));
  }

  /** How a code is written in a cell of its own: by its first name where that leads back to it. */
  wordFor(code: Code): string {
    return cellOfText(this.#nameOf(code));
  }

  /** How a code is written among others, as the notation reads it. */
  tokenFor(code: Code): string {
    const name = this.#nameOf(code);
    return isPlainWord(name) ? name : quoted(name);
  }

  #nameOf(code: Code): string {
    const name = this.#entries.find((entry) => entry.code === code)?.names[0];
    return name !== undefined && this.codeOf(name) === code ? name : code;
  }
}
