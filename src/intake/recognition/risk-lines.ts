import type { Position } from '../read-form.ts';
import { listedLines, numberedItems, type Item } from './numbered-items.ts';
import type { Line, Statement } from './piece.ts';
import { isBlank, saysNone } from './wording.ts';

/** A risk or a measure of a form, with its number on the paper. */
export interface NumberedText {
  readonly number: number;
  /** Whether the paper gave the number, or only the order did. */
  readonly isNumbered: boolean;
  readonly text: string;
  readonly position: Position;
}

/** What the statements of one field list, one after another. */
export function numberedTexts(statements: readonly Statement[]): NumberedText[] {
  return statements.reduce<NumberedText[]>(
    (texts, statement) => [...texts, ...goingOn(itemsOf(statement), texts)],
    [],
  );
}

interface PlacedItem extends Item {
  readonly position: Position;
}

function itemsOf({ lines }: Statement): PlacedItem[] {
  return lines.flatMap((line) =>
    itemsOfLine(line, lines.length === 1).map((item) => ({ ...item, position: line.position })),
  );
}

/** A line with a number of its own is one item; else a cell may hold a whole list. */
function itemsOfLine({ number, text }: Line, isOnly: boolean): Item[] {
  const items = numberedItems(text);
  const [first] = items;
  if (number !== null && items.length === 1 && first?.number === number)
    return [{ number, text: first.text }];
  if (number !== null && !(isOnly && items.length > 1 && first?.number === number)) return [{ number, text }];
  return items.length === 1 && first?.number === null && isOnly ? listedLines(text) : items;
}

/** Gives numbers where the paper has none; a further sheet that counts from 1 again goes on after what is there. */
function goingOn(items: readonly PlacedItem[], before: readonly NumberedText[]): NumberedText[] {
  const highest = Math.max(0, ...before.map(({ number }) => number));
  const given = items.map(({ number }) => number).filter((number) => number !== null);
  const beginsAgain = given.some((number) => before.some((earlier) => earlier.number === number));
  const shift = beginsAgain ? highest : 0;
  const texts: NumberedText[] = [];
  for (const { number, text, position } of items) {
    const last = texts.at(-1)?.number ?? highest;
    const counted = number === null ? last + 1 : number + shift;
    texts.push({ number: counted, isNumbered: number !== null, text, position });
  }
  return texts.filter(({ text }) => !isBlank(text) && !saysNone(text));
}
