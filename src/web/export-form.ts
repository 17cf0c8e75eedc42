import type { Texts } from '../language/texts.ts';
import { lengthInWords, type ListLength } from './list-parts.ts';
import { EXPORT_FORMATS, type ExportFormat } from './export-table.ts';

/** What a list offers to be taken away as. */
export interface ExportForm {
  /** What is taken: all pages of what is shown. */
  readonly label: string;
  readonly files: readonly { readonly action: string; readonly text: string }[];
}

/** The buttons that take a list away; none for an empty one. */
export function exportForm(
  length: ListLength,
  addressOf: (format: ExportFormat) => string,
  text: Texts,
): ExportForm | null {
  if (length.total === 0) return null;
  const { label, as } = text.lists.takeAway;
  const files = EXPORT_FORMATS.map((format) => ({ action: addressOf(format), text: as[format] }));
  return { label: label(lengthInWords(length, text)), files };
}
