import { digestOf } from '../digest.ts';
import type { Comparison, Condition } from '../rulebook.ts';
import { comparisonCell, comparisonsInCell } from './comparison-notation.ts';
import { conditionsIn, conditionText, partText } from './condition-notation.ts';
import { NotationFault } from './notation-fault.ts';
import { wordOf } from './notation-words.ts';
import type { Vocabulary } from './vocabulary.ts';

/** A rule's condition in its row: a cell for each fact, and what does not fit there as text. */
export interface PlacedCondition {
  readonly cells: ReadonlyMap<string, string>;
  readonly text: string;
}

/** A part of a condition that fits a cell must not be longer; the rest is text, which may take several cells. */
const LONGEST_CELL = 15_000;

/**
 * The cells and the text that say a condition. What leads is put into the columns of its facts as long as their order
 * is that of the columns; where reading them back would not give the same condition, all of it is text.
 */
export function placedCondition(
  when: Condition,
  columns: readonly string[],
  words: Vocabulary,
): PlacedCondition {
  const parts = 'all' in when ? when.all : [when];
  const leading = leadingComparisons(parts, columns);
  const rest = parts.slice(leading.length);
  const cells = new Map(
    columns.flatMap((fact) => {
      const own = leading.filter((comparison) => comparison.fact === fact);
      return own.length === 0 ? [] : [[fact, comparisonCell(own, words)] as const];
    }),
  );
  const text = restText(rest, words);
  const placed = { cells, text };
  return isFaithful(placed, when, words) ? placed : { cells: new Map(), text: conditionText(when, words) };
}

function restText(rest: readonly Condition[], words: Vocabulary): string {
  const [only, ...others] = rest;
  if (only !== undefined && 'any' in only && others.length === 0) return conditionText(only, words);
  return rest.map((part) => partText(part, words)).join(` ${wordOf('and')} `);
}

/** The condition that cells, from left to right, and a text say together; `null` where there are none. */
export function joinedCondition(
  comparisons: readonly Comparison[],
  others: readonly Condition[],
): Condition | null {
  const parts = [...comparisons, ...others];
  const [only, ...more] = parts;
  if (only === undefined) return null;
  return more.length === 0 ? only : { all: parts };
}

function leadingComparisons(parts: readonly Condition[], columns: readonly string[]): readonly Comparison[] {
  const leading: Comparison[] = [];
  let column = 0;
  for (const part of parts) {
    if (!('fact' in part)) return leading;
    const own = columns.indexOf(part.fact);
    if (own < column) return leading;
    column = own;
    leading.push(part);
  }
  return leading;
}

function isFaithful({ cells, text }: PlacedCondition, when: Condition, words: Vocabulary): boolean {
  if ([...cells.values()].some((cell) => cell.length > LONGEST_CELL)) return false;
  try {
    const comparisons = [...cells].flatMap(([fact, cell]) => comparisonsInCell(fact, cell, words));
    const read = joinedCondition(comparisons, text === '' ? [] : conditionsIn(text, words));
    return digestOf(read) === digestOf(when);
  } catch (error) {
    if (error instanceof NotationFault) return false;
    throw error;
  }
}

/** A text in pieces that fit a cell; joined by spaces they are the text again. */
export function piecesOf(text: string): readonly string[] {
  if (text.length <= LONGEST_CELL) return [text];
  const at = text.lastIndexOf(' ', LONGEST_CELL);
  if (at <= 0) return [text];
  return [text.slice(0, at), ...piecesOf(text.slice(at + 1))];
}
