import { deflateRawSync, inflateRawSync } from 'node:zlib';
import type { PowerField, PowerRow, PowerValue } from './power-row.ts';

/** A list that was looked at and may now be written: it travels in the preview's form, so nothing is kept here. */
export interface PowerPayload {
  readonly file: string;
  readonly digest: string;
  readonly rows: readonly PowerRow[];
}

const FIELDS: readonly PowerField[] = ['number', 'name', 'kind', 'unit', 'post', 'basis', 'domain'];
const MOST_BYTES = 8 * 1024 * 1024;

/** Packs a list into one field of a form. What comes back is looked at anew, whoever may have changed it. */
export function packedPowers({ file, digest, rows }: PowerPayload): string {
  const plain = rows.map(({ position, values }) => [
    position.sheet ?? null,
    position.row ?? null,
    ...FIELDS.map((field) => values[field]?.text ?? null),
  ]);
  return deflateRawSync(JSON.stringify([file, digest, plain])).toString('base64');
}

/** `null` for anything that `packedPowers` did not write. */
export function unpackedPowers(packed: string): PowerPayload | null {
  try {
    const bytes = inflateRawSync(Buffer.from(packed, 'base64'), { maxOutputLength: MOST_BYTES });
    const [file, digest, rows] = JSON.parse(bytes.toString()) as unknown[]; // Each part is looked at below.
    if (typeof file !== 'string' || typeof digest !== 'string' || !Array.isArray(rows)) return null;
    return { file, digest, rows: rows.map(rowOf) };
  } catch {
    return null;
  }
}

/** @throws {TypeError} when it is no row. */
function rowOf(packed: unknown): PowerRow {
  if (!Array.isArray(packed) || packed.length !== FIELDS.length + 2) throw new TypeError('not a row');
  const [sheet, row, ...texts] = packed as readonly unknown[]; // Each part is looked at below.
  const position = {
    ...(typeof sheet === 'string' ? { sheet } : {}),
    ...(typeof row === 'number' ? { row } : {}),
  };
  const values: Partial<Record<PowerField, PowerValue>> = {};
  for (const [index, field] of FIELDS.entries()) {
    const text = texts[index];
    if (typeof text === 'string') values[field] = { text, position };
  }
  return { position, values };
}
