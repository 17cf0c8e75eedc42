import type { Line, Spread } from './measurement.ts';

/** A whole number as people read it. */
export function count(number: number): string {
  return Math.round(number).toLocaleString('en');
}

/** So many times as much. */
export function times(one: number, other: number): string {
  return `${(one / other).toFixed(2)}×`;
}

export function spreadCells({ min, median, p95 }: Spread): readonly string[] {
  return [min, median, p95].map(count);
}

/** The head of a table of `lineRow`. */
export const LINE_HEAD = [
  ...['', 'first', 'best', 'median', 'p95', 'of the processor'],
  'json-rules-engine (extrapolated)',
];

/** Repeated work beside json-rules-engine, which was asked about a part of it. */
export function lineRow(name: string, { figures, rival }: Line, of: string): readonly string[] {
  const reckoned = Number(rival.extrapolated.toPrecision(3)).toLocaleString('en');
  return [
    name,
    count(figures.cold),
    ...spreadCells(figures),
    count(figures.processor),
    `${reckoned} for ${of}`,
  ];
}
