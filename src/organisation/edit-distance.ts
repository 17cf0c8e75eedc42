/**
 * How many single characters must be put in, left out, changed or swapped with their neighbour to make one word of
 * the other (Damerau-Levenshtein, no character touched twice).
 */
export function editDistance(from: string, to: string): number {
  const source = [...from];
  const target = [...to];
  let beforeLast: readonly number[] = [];
  let last: readonly number[] = target.reduce<number[]>((row, _, index) => [...row, index + 1], [0]);
  for (const [index, character] of source.entries()) {
    const row = [index + 1];
    for (const [column, wanted] of target.entries()) {
      const isSame = character === wanted;
      const isSwapped = source[index - 1] === wanted && target[column - 1] === character;
      row.push(
        Math.min(
          at(last, column + 1) + 1,
          at(row, column) + 1,
          at(last, column) + (isSame ? 0 : 1),
          isSwapped ? at(beforeLast, column - 1) + 1 : Infinity,
        ),
      );
    }
    beforeLast = last;
    last = row;
  }
  return at(last, target.length);
}

function at(row: readonly number[], index: number): number {
  return row[index] ?? Infinity;
}
