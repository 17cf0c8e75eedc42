/** Single property modifiers that we look at ([MS-DOC] 2.6). */
const SPRM = {
  deleted: 0x0800,
  hidden: 0x083c,
  inTable: 0x2416,
  rowEnd: 0x2417,
  innerCell: 0x244b,
  innerRowEnd: 0x244c,
  list: 0x460b,
  listLevel: 0x260a,
  hugeProperties: [0x6645, 0x6646],
  depth: 0x6649,
  tableDefinition: 0xd608,
  tabStops: 0xc615,
} as const;

const ON = 0x01;
/** The opposite of what the style says. No style deletes; one may hide, and what was then shown must not be lost. */
const NOT_AS_STYLE = 0x81;

const PAGE = 512;
const OPERAND_SIZES = [1, 1, 2, 4, 2, 2, null, 3] as const;

/** Bytes of the WordDocument stream, from–to, that share properties: the operands by modifier. */
export interface PropertyRun {
  readonly from: number;
  readonly to: number;
  readonly operands: ReadonlyMap<number, Buffer>;
}

/** A cell of a table row as the row's definition describes it. */
export interface DefinedCell {
  readonly left: number;
  readonly continuesLeft: boolean;
  readonly continuesAbove: boolean;
}

/** Runs of characters with their properties, ascending. */
export function characterRuns(document: Buffer, runTable: Buffer): PropertyRun[] {
  return runsOf(document, runTable, (page, index, count) => {
    const at = page.readUInt8((count + 1) * 4 + index) * 2;
    return at === 0 ? new Map() : operandsIn(page.subarray(at + 1, at + 1 + page.readUInt8(at)));
  });
}

/** Runs of paragraphs with their properties, ascending. Properties too large for a page are in the Data stream. */
export function paragraphRuns(document: Buffer, runTable: Buffer, large: Buffer | null): PropertyRun[] {
  return runsOf(document, runTable, (page, index, count) => {
    const at = page.readUInt8((count + 1) * 4 + index * 13) * 2;
    if (at === 0) return new Map();
    const words = page.readUInt8(at);
    const start = words === 0 ? at + 2 : at + 1;
    const size = words === 0 ? page.readUInt8(at + 1) * 2 : words * 2 - 1;
    const operands = operandsIn(page.subarray(start + 2, start + size));
    return withHugeProperties(operands, large);
  });
}

export function isOn(
  run: PropertyRun | undefined,
  name: 'deleted' | 'hidden' | 'inTable' | 'rowEnd' | 'innerCell' | 'innerRowEnd',
): boolean {
  const value = run?.operands.get(SPRM[name])?.[0];
  return value === ON || (value === NOT_AS_STYLE && name === 'deleted');
}

export function tableDepth(run: PropertyRun | undefined): number {
  const depth = run?.operands.get(SPRM.depth)?.readInt32LE(0);
  return depth ?? (isOn(run, 'inTable') ? 1 : 0);
}

/** The automatic list that the paragraph is an item of, and on which level. */
export function automaticList(run: PropertyRun | undefined): { number: number; level: number } | null {
  const number = run?.operands.get(SPRM.list)?.readInt16LE(0) ?? 0;
  return number <= 0 ? null : { number, level: run?.operands.get(SPRM.listLevel)?.readUInt8(0) ?? 0 };
}

/** The cells of a table row, `null` when the row end does not define them. */
export function definedCells(rowEnd: PropertyRun | undefined): DefinedCell[] | null {
  const definition = rowEnd?.operands.get(SPRM.tableDefinition);
  if (definition === undefined || definition.length < 1) return null;
  const count = definition.readUInt8(0);
  const descriptions = 1 + (count + 1) * 2;
  if (definition.length < descriptions) return null;
  return Array.from({ length: count }, (_, index) => {
    const at = descriptions + index * 20;
    const flags = at + 2 <= definition.length ? definition.readUInt16LE(at) : 0;
    return {
      left: definition.readInt16LE(1 + index * 2),
      continuesLeft: (flags & 0x0002) !== 0,
      continuesAbove: (flags & 0x0060) === 0x0020,
    };
  });
}

function runsOf(
  document: Buffer,
  runTable: Buffer,
  operands: (page: Buffer, index: number, count: number) => ReadonlyMap<number, Buffer>,
): PropertyRun[] {
  const pages = Math.floor((runTable.length - 4) / 8);
  const runs: PropertyRun[] = [];
  for (let number = 0; number < pages; number += 1) {
    const start = (runTable.readUInt32LE((pages + 1) * 4 + number * 4) & 0x3fffff) * PAGE;
    const page = document.subarray(start, start + PAGE);
    const count = page.readUInt8(PAGE - 1);
    for (let index = 0; index < count; index += 1) {
      const from = page.readUInt32LE(index * 4);
      runs.push({ from, to: page.readUInt32LE((index + 1) * 4), operands: operands(page, index, count) });
    }
  }
  return runs.sort((one, other) => one.from - other.from);
}

function operandsIn(modifiers: Buffer): Map<number, Buffer> {
  const operands = new Map<number, Buffer>();
  let at = 0;
  while (at + 2 < modifiers.length) {
    const code = modifiers.readUInt16LE(at);
    const [prefix, size] = operandExtent(code, modifiers, at + 2);
    operands.set(code, modifiers.subarray(at + 2 + prefix, at + 2 + prefix + size));
    at += 2 + prefix + size;
  }
  return operands;
}

/** How many bytes say the operand's size, and how many the operand has. */
function operandExtent(code: number, modifiers: Buffer, at: number): readonly [number, number] {
  const fixed = OPERAND_SIZES[code >> 13] ?? null;
  if (fixed !== null) return [0, fixed];
  if (code === SPRM.tableDefinition) return [2, Math.max(0, modifiers.readUInt16LE(at) - 1)];
  const size = modifiers.readUInt8(at);
  if (code !== SPRM.tabStops || size !== 255) return [1, size];
  const removed = modifiers.readUInt8(at + 1);
  const added = modifiers.readUInt8(at + 2 + removed * 4);
  return [1, 2 + removed * 4 + added * 3];
}

function withHugeProperties(operands: Map<number, Buffer>, large: Buffer | null): Map<number, Buffer> {
  const place = SPRM.hugeProperties
    .map((code) => operands.get(code))
    .find((operand) => operand !== undefined);
  if (place === undefined || large === null) return operands;
  const start = place.readUInt32LE(0);
  if (start + 2 > large.length) return operands;
  const huge = operandsIn(large.subarray(start + 2, start + 2 + large.readUInt16LE(start)));
  return new Map([...operands, ...huge]);
}
