import { entriesOf, type DemoUnit } from './demo-bureau.ts';
import { NOBODY } from './form-words.ts';

/** A person's rows in annex 2: what their cells over all risk points say, and each risk point. */
export interface SummaryBlock {
  readonly merged: readonly [ordinal: string, name: string, post: string, duties: string];
  readonly rows: readonly (readonly [risk: string, measure: string, grade: string, remark: string])[];
}

export function summaryBlocks(unit: DemoUnit): readonly SummaryBlock[] {
  return entriesOf(unit).map(({ name, post, duties, risks }, index) => ({
    merged: [String(index + 1), name ?? NOBODY, post ?? NOBODY, duties ?? NOBODY],
    rows: risks.map(({ text, measure, declaredGrade }) => [text, measure ?? '', declaredGrade ?? '', '']),
  }));
}
