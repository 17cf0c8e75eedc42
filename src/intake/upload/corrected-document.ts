import type { DeclaredFact } from '../../rulebooks/declared-fact.ts';
import { formLabels } from '../../language/zh/form-labels.ts';
import type { Grid } from '../formats/document.ts';
import type { Position } from '../read-form.ts';
import { labelledParts } from '../recognition/labels-in-text.ts';
import { labelOf, type Field } from '../recognition/labels.ts';
import { listHeaderAt } from '../recognition/list-header.ts';
import { isBlank } from '../recognition/wording.ts';
import type { Correction, PlaceCorrection } from './correction.ts';
import {
  gridIn,
  placeKey,
  type StoredBlock,
  type StoredCell,
  type StoredSections,
  type StoredGrid,
  type StoredParagraph,
} from './stored-document.ts';

type Facts = readonly DeclaredFact[];

/** The label's own field where a finding names it otherwise. */
const FIELDS: Readonly<Record<string, Field>> = { text: 'risk' };

/**
 * The document as it would read had people put right in the file what they put right here.
 * @param facts the bureau's own facts that its columns may hold: a header may name little else
 */
export function correctedSections(
  document: StoredSections,
  corrections: readonly Correction[],
  facts: Facts,
): StoredSections {
  return corrections.reduce((corrected, correction) => {
    switch (correction.kind) {
      case 'column':
        return withText(corrected, correction.at, () => labelFor(correction.field));
      case 'place':
        return withPlace(corrected, correction, facts);
      case 'leave-out':
        return withBlocks(corrected, (block) => [withoutRow(block, correction.at)]);
      case 'accepted':
      case 'word':
      case 'unit':
      case 'post':
      case 'point':
        return corrected;
    }
  }, document);
}

/** What stands at a place; `null` where nothing does. */
export function textAt(document: StoredSections, at: Position): string | null {
  for (const block of document.flatMap(({ blocks }) => blocks)) {
    if (block.kind === 'paragraph') {
      if (placeKey(block.position) === placeKey(at)) return block.text;
    } else if (isIn(block, at)) {
      return slotOf(block, gridIn(block), at)?.text ?? null;
    }
  }
  return null;
}

function labelFor(field: Field): string {
  return formLabels[field][0];
}

function withPlace(document: StoredSections, correction: PlaceCorrection, facts: Facts): StoredSections {
  const { at, field, raw, value } = correction;
  const label = FIELDS[field ?? ''] ?? (field as Field | null); // Of the other fields findings name the labels'.
  if (raw !== null) {
    return withText(document, at, (text) => (text.includes(raw) ? text.replace(raw, () => value) : value));
  }
  const here = label === null ? at : columnAt(document, at, label, facts);
  const text = textAt(document, here) ?? '';
  if (isBlank(text) && hasPlace(document, here)) return withText(document, here, () => value);
  if (label === null) return document;
  const filledIn = withValueAfterLabel(text, label, value);
  if (filledIn !== null) return withText(document, here, () => filledIn);
  return withLineBefore(document, here, `${labelFor(label)}：${value}`);
}

/** In a list, what a row lacks belongs into that field's column. */
function columnAt(document: StoredSections, at: Position, field: Field, facts: Facts): Position {
  for (const block of document.flatMap(({ blocks }) => blocks)) {
    if (block.kind === 'paragraph' || !isIn(block, at)) continue;
    const grid = gridIn(block);
    const slot = slotOf(block, grid, at);
    for (let row = (slot?.row ?? 0) - 1; row >= 0; row -= 1) {
      const column = listHeaderAt(grid, row, facts)?.columns.get(field)?.[0];
      if (column !== undefined && slot !== null) return grid.positionOf(slot.row, column);
    }
  }
  return at;
}

/** A line such as 单位名称：　填表日期：2021年4月22日 with the value after its label; `null` when it has no such label. */
function withValueAfterLabel(text: string, field: Field, value: string): string | null {
  if (labelOf(text)?.field === field) return `${text.replace(/[：:\s]+$/u, '')}：${value}`;
  const parts = labelledParts(text);
  if (!parts.some((part) => part.field === field)) return null;
  return parts.map((part) => `${part.label}：${part.field === field ? value : part.value}`).join('　');
}

function hasPlace(document: StoredSections, at: Position): boolean {
  return document.some(({ blocks }) =>
    blocks.some((block) =>
      block.kind === 'grid'
        ? at.row !== undefined && isIn(block, at)
        : placeKey(block.position) === placeKey(at),
    ),
  );
}

function withLineBefore(document: StoredSections, at: Position, text: string): StoredSections {
  // A place of its own, or the line would be taken for the cell before which it stands.
  const line: StoredParagraph = { kind: 'paragraph', text, position: { ...at, paragraph: 0 } };
  const isHere = (block: StoredBlock): boolean =>
    block.kind === 'grid' ? isIn(block, at) : placeKey(block.position) === placeKey(at);
  const place = Math.max(
    0,
    document.findIndex(({ blocks }) => blocks.some(isHere)),
  );
  return document.map((section, index) => {
    if (index !== place) return section;
    const before = Math.max(0, section.blocks.findIndex(isHere));
    return {
      ...section,
      blocks: [...section.blocks.slice(0, before), line, ...section.blocks.slice(before)],
    };
  });
}

function withText(document: StoredSections, at: Position, change: (text: string) => string): StoredSections {
  return withBlocks(document, (block) => {
    if (block.kind === 'grid') return [isIn(block, at) ? withCell(block, at, change) : block];
    return [placeKey(block.position) === placeKey(at) ? { ...block, text: change(block.text) } : block];
  });
}

function withCell(block: StoredGrid, at: Position, change: (text: string) => string): StoredGrid {
  const slot = slotOf(block, gridIn(block), at);
  if (slot === null) return block;
  const others = block.cells.filter(([, row, column]) => row !== slot.row || column !== slot.column);
  const { row, column, rowSpan, columnSpan, ordinal } = slot;
  return { ...block, cells: [...others, [change(slot.text), row, column, rowSpan, columnSpan, ordinal]] };
}

function withoutRow(block: StoredBlock, at: Position): StoredBlock {
  if (block.kind === 'paragraph' || !isIn(block, at)) return block;
  return {
    ...block,
    cells: block.cells.filter(([, row, , rowSpan]) => row !== (at.row ?? 0) - 1 || rowSpan > 1),
  };
}

function withBlocks(
  document: StoredSections,
  change: (block: StoredBlock) => readonly StoredBlock[],
): StoredSections {
  return document.map((section) => ({ ...section, blocks: section.blocks.flatMap(change) }));
}

function isIn({ sheet, table }: StoredGrid, at: Position): boolean {
  return at.paragraph === undefined && at.sheet === sheet && at.table === table;
}

interface Slot {
  readonly text: string;
  readonly row: number;
  readonly column: number;
  readonly rowSpan: number;
  readonly columnSpan: number;
  readonly ordinal: number;
}

/** The cell that people count as this one, else the slot of the grid, which may still be empty. */
function slotOf(block: StoredGrid, grid: Grid, { row, column }: Position): Slot | null {
  if (row === undefined || column === undefined) return null;
  const counted = countedCell(block, row, column);
  const covering = counted === undefined ? grid.at(row - 1, column - 1) : null;
  if (covering !== null) return { ...covering, ordinal: covering.position.column ?? column };
  const [text, top, left, rowSpan, columnSpan, ordinal] = counted ?? ['', row - 1, column - 1, 1, 1, column];
  return { text, row: top, column: left, rowSpan, columnSpan, ordinal };
}

/** The cell at a row and column as people count them. */
function countedCell(block: StoredGrid, row: number, column: number): StoredCell | undefined {
  const known = COUNTED.get(block);
  const counted =
    known ?? new Map(block.cells.map((cell) => [`${String(cell[1] + 1)},${String(cell[5])}`, cell]));
  if (known === undefined) COUNTED.set(block, counted);
  return counted.get(`${String(row)},${String(column)}`);
}

const COUNTED = new WeakMap<StoredGrid, ReadonlyMap<string, StoredCell>>();
