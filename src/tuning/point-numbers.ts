/** Points as somebody typed them: their numbers, and what is none. */
export interface PointNumbers {
  readonly ids: readonly number[];
  readonly wrong: readonly string[];
}

/** Reads numbers of points, parted by commas, stops, spaces or lines, each once. */
export function readPointNumbers(typed: string): PointNumbers {
  const words = typed.split(/[\s,，、;；]+/u).filter((word) => word !== '');
  const isNumber = (word: string): boolean => /^[1-9][0-9]{0,9}$/u.test(word);
  return {
    ids: [...new Set(words.filter(isNumber).map(Number))],
    wrong: words.filter((word) => !isNumber(word)),
  };
}
