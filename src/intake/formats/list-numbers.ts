/**
 * Counts the numbers that a word processor puts before the paragraphs of automatic lists. They stand nowhere in the
 * text; whatever their look, one form is enough to tell items from each other and from their sub-items.
 */
export class ListNumbers {
  readonly #counts = new Map<string, number>();
  /** Numbers by level of the items read without a break; a list restarted in between is still one list to people. */
  #run: (number | undefined)[] = [];

  /** The number of the next item of a list, as text. */
  next(list: string, level: number, start = 1): string {
    const key = `${list}/${String(level)}`;
    const before = this.#run[level] ?? this.#counts.get(key) ?? start - 1;
    this.#run = [...this.#run.slice(0, level), before + 1];
    this.#counts.set(key, before + 1);
    return level === 0 ? `${String(before + 1)}、` : `（${String(before + 1)}）`;
  }

  /** A paragraph without a number, or the end of a cell. */
  pause(): void {
    this.#run = [];
  }
}
