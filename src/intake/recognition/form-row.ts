import { cellsOfRow, type Cell, type Grid } from '../formats/document.ts';
import { fieldBegunBy, labelledParts } from './labels-in-text.ts';
import { labelOf, titleOf, type Field } from './labels.ts';
import type { Line, Piece, Statement } from './piece.ts';
import { plainNumber } from './chinese-number.ts';
import { isBlank, tidy } from './wording.ts';

/** The slots that hold a label's value: rows and columns from–below. */
interface Region {
  readonly top: number;
  readonly bottom: number;
  readonly left: number;
  readonly right: number;
}

const OPEN_IN_GRID: ReadonlySet<Field> = new Set(['opinion', 'filledOn']);

/**
 * Reads a row of a form, in which labels stand before, above or inside the cells of their values. Cells that serve
 * as values are added to `used`, and cells in it are passed over.
 */
export function formRow(grid: Grid, row: number, used: Set<Cell>): Piece[] {
  const cells = cellsOfRow(grid, row).filter((cell) => cell.row === row);
  if (isStacked(grid, row, cells)) return stackedRow(grid, row, cells, used);
  return cells.flatMap((cell): Piece[] => {
    if (used.has(cell) || isBlank(cell.text)) return [];
    const label = labelOf(cell.text);
    if (label !== null) return [labelledRegion(grid, cell, label.field, label.number, used)];
    const title = titleOf(cell.text);
    if (title !== null) return [{ kind: 'title', form: title, text: cell.text, position: cell.position }];
    const parts = labelledParts(cell.text);
    if (parts.length === 0) return [{ kind: 'text', text: tidy(cell.text), position: cell.position }];
    return parts.map(({ field, number, label: words, value }, index) => {
      const isLast = index === parts.length - 1;
      if (isBlank(value) && isLast) return { ...labelledRegion(grid, cell, field, null, used), label: words };
      const lines = isBlank(value) ? [] : [{ number, text: value, position: cell.position }];
      return statement(field, words, lines, cell);
    });
  });
}

function statement(
  field: Field,
  label: string,
  lines: readonly Line[],
  { position }: Pick<Cell, 'position'>,
): Statement {
  return { kind: 'statement', field, label, lines, position, goesOn: OPEN_IN_GRID.has(field) };
}

function labelledRegion(
  grid: Grid,
  cell: Cell,
  field: Field,
  number: number | null,
  used: Set<Cell>,
): Statement {
  const region = regionOf(grid, cell, field);
  const lines: Line[] = [];
  for (let row = region.top; row < region.bottom; row += 1) {
    const inRow = cellsOfRow(grid, row).filter(
      (other) => isIn(other, row, region) && !used.has(other) && other !== cell,
    );
    lines.push(...lineOf(inRow, field, number));
    for (const other of inRow) used.add(other);
  }
  used.add(cell);
  const position = region.left < region.right ? grid.positionOf(region.top, region.left) : cell.position;
  return statement(field, tidy(cell.text), lines, { position: lines[0]?.position ?? position });
}

function isIn(cell: Cell, row: number, { left, right }: Region): boolean {
  return cell.row === row && cell.column >= left && cell.column < right;
}

/** One row of a region: a number in a cell of its own, then the text. */
function lineOf(cells: readonly Cell[], field: Field, labelNumber: number | null): Line[] {
  const filled = cells.filter(({ text }) => !isBlank(text));
  const [first] = filled;
  if (first === undefined) return [];
  const isListed = field === 'risk' || field === 'measure';
  const number = isListed ? cellNumber(first.text) : null;
  const texts = number === null ? filled : filled.slice(1);
  const [textCell] = texts;
  if (textCell === undefined) return [];
  const text = texts.map((cell) => tidy(cell.text)).join(field === 'opinion' ? '\n' : ' ');
  return [{ number: number ?? labelNumber, text, position: textCell.position }];
}

/** The number of a cell that holds nothing else: 1, 1、, （1）, ①, 一. */
function cellNumber(text: string): number | null {
  return plainNumber(text.normalize('NFKC').replace(/[\s().、:]/gu, ''));
}

function regionOf(grid: Grid, label: Cell, field: Field): Region {
  const left = label.column + label.columnSpan;
  const bottom = label.row + label.rowSpan;
  const right = nextLabelColumn(grid, label, left, field);
  const isWhole = left >= right && cellsOfRow(grid, label.row).length === 1;
  if (isWhole) return { top: bottom, bottom: endBelow(grid, bottom), left: 0, right: grid.columnCount };
  const isList = field === 'risk' || field === 'measure';
  const region = { top: label.row, bottom, left, right };
  return isList ? { ...region, bottom: extendedBottom(grid, label, region) } : region;
}

/** The column of the next label in the row; all that follows an opinion's label is the opinion. */
function nextLabelColumn(grid: Grid, label: Cell, from: number, field: Field): number {
  const isNext = (cell: Cell): boolean => {
    const next = fieldBegunBy(cell.text);
    return field === 'opinion' ? next === 'opinion' : next !== null;
  };
  const following = cellsOfRow(grid, label.row).filter(({ column }) => column >= from);
  return following.find(isNext)?.column ?? grid.columnCount;
}

/** Rows below that only leave the label's cell blank still belong to it: more rows than the template has. */
function extendedBottom(grid: Grid, label: Cell, { bottom, left, right }: Region): number {
  let end = bottom;
  while (end < grid.rowCount && goesOnInRow(grid, end, label.column, left, right)) end += 1;
  return end;
}

function goesOnInRow(grid: Grid, row: number, labelColumn: number, left: number, right: number): boolean {
  const cells = cellsOfRow(grid, row);
  const isFree = isBlank(grid.at(row, labelColumn)?.text ?? '');
  const isUnlabelled = cells.every(({ text }) => fieldBegunBy(text) === null);
  return (
    isFree &&
    isUnlabelled &&
    cells.some((cell) => isIn(cell, row, { left, right, top: row, bottom: row }) && !isBlank(cell.text))
  );
}

/** A label that has a row to itself heads the rows below, up to the next label or title. */
function endBelow(grid: Grid, from: number): number {
  let end = from;
  while (end < grid.rowCount && cellsOfRow(grid, end).every(({ text }) => isValue(text))) end += 1;
  return end;
}

function isValue(text: string): boolean {
  return titleOf(text) === null && fieldBegunBy(text) === null;
}

/** Two or more labels side by side with nothing between: their values stand in the row below. */
function isStacked(grid: Grid, row: number, cells: readonly Cell[]): boolean {
  const isLabel = ({ text }: Cell): boolean => labelOf(text) !== null;
  const isCovered = cells.reduce((width, { columnSpan }) => width + columnSpan, 0) === grid.columnCount;
  if (cells.length < 2 || !isCovered || !cells.every(isLabel)) return false;
  return (
    cellsOfRow(grid, row + 1).some(({ text }) => !isBlank(text)) && !cellsOfRow(grid, row + 1).some(isLabel)
  );
}

function stackedRow(grid: Grid, row: number, labels: readonly Cell[], used: Set<Cell>): Piece[] {
  return labels.map((label) => {
    const value = grid.at(row + 1, label.column);
    if (value !== null) used.add(value);
    const lines =
      value === null || isBlank(value.text)
        ? []
        : [{ number: null, text: tidy(value.text), position: value.position }];
    return statement(labelOf(label.text)?.field ?? 'other', tidy(label.text), lines, {
      position: grid.positionOf(row + 1, label.column),
    });
  });
}
