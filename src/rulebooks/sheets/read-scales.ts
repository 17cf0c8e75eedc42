import { factDefinition } from '../fact-catalogue.ts';
import type { ScaleStep } from '../rulebook.ts';
import type { BookReading } from './book-reading.ts';
import { textOfCell } from './cell-text.ts';
import { Codebook } from './codebook.ts';
import { rowsOfTable } from './read-table.ts';
import type { TableRow } from './table-reading.ts';
import { called } from './called.ts';

export type Axis = 'probability' | 'harm';
/** A scale's code and its steps. */
export interface Steps {
  readonly code: string;
  readonly steps: readonly ScaleStep[];
}

/** The two axes by what they are called. */
export const AXES = new Codebook<Axis>(
  (['probability', 'harm'] as const).map((code) =>
    called(code, factDefinition('grading', code)?.title ?? { zh: code, en: code }),
  ),
);

/** The steps of both scales, in the order of the rows. */
export function stepsIn(reading: BookReading): Readonly<Record<Axis, Steps>> {
  const columns = ['fact', 'scale', 'code', 'titleZh', 'titleEn', 'aliases'] as const;
  const found = {
    probability: { code: '', steps: [] as ScaleStep[] },
    harm: { code: '', steps: [] as ScaleStep[] },
  };
  for (const row of rowsOfTable(reading, 'scales', { columns })) {
    const fact = row.code('fact', ['scales'], AXES);
    const scale = found[fact];
    const path = ['scales', fact, 'steps', scale.steps.length];
    if (scale.steps.length === 0) reading.put(['scales', fact], row.place);
    reading.put(path, row.place);
    scale.code = scaleCode(reading, row, fact, scale.code);
    scale.steps.push({
      code: row.text('code', [...path, 'code']),
      zh: row.text('titleZh', [...path, 'zh']),
      en: row.text('titleEn', [...path, 'en']),
      aliases: row.list('aliases', [...path, 'aliases']),
    });
  }
  return found;
}

function scaleCode(reading: BookReading, row: TableRow, fact: Axis, before: string): string {
  const path = ['scales', fact, 'code'];
  if (before === '') return row.text('scale', path);
  const { text, place } = row.cell('scale');
  if (textOfCell(text) !== before) reading.refuse(path, place, (problems) => problems.scaleTwo(before));
  return before;
}
