/** Records of the workbook stream of an .xls ([MS-XLS] 2.3) without which a cell's value cannot be told. */
const NEEDED: ReadonlySet<number> = new Set([
  ...[0x0809, 0x000a, 0x003c], // beginnings, ends, continuations
  ...[0x002f, 0x0042, 0x0022, 0x0085], // password, code page, date system, sheets
  ...[0x041e, 0x00e0, 0x00fc], // number formats, cell formats, shared texts
  ...[0x0200, 0x00e5], // extent, merged cells
  ...[0x00fd, 0x0204, 0x00d6, 0x0203, 0x027e, 0x00bd, 0x0205, 0x0207], // texts, numbers, results
  ...[0x0002, 0x0003, 0x0004], // numbers and texts as some programs still write them
  ...[0x0006, 0x0206, 0x0406], // formulas, for the value beside them
]);

const BEGINNING = 0x0809;
const FORMULAS: ReadonlySet<number> = new Set([0x0006, 0x0206, 0x0406]);
/** A record that is read by nobody. */
const NOTHING = 0x00c1;
/** Where in a formula record the length of the formula stands, after the cell, its value and its flags. */
const FORMULA_LENGTH = 20;

/**
 * A workbook stream in which only values are left to read, no formulas, names or drawings: their parsers are where
 * damaged workbooks hang. Nothing moves, because sheets are found by their place in the stream.
 */
export function onlyValues(stream: Buffer): Buffer {
  const cleaned = Buffer.from(stream);
  if (cleaned.length < 4 || cleaned.readUInt16LE(0) !== BEGINNING) return cleaned;
  for (let at = 0; at + 4 <= cleaned.length; at += 4 + cleaned.readUInt16LE(at + 2)) {
    const type = cleaned.readUInt16LE(at);
    const length = Math.min(cleaned.readUInt16LE(at + 2), cleaned.length - at - 4);
    if (!NEEDED.has(type)) cleaned.writeUInt16LE(NOTHING, at);
    if (FORMULAS.has(type) && length >= FORMULA_LENGTH + 2) cleaned.writeUInt16LE(0, at + 4 + FORMULA_LENGTH);
  }
  return cleaned;
}
