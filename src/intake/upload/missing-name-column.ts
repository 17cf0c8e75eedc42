import type { FileReading } from './file-reading.ts';
import type { Heading } from './headings.ts';

/**
 * Whether a list reads no column as the name although its rows lack one: headed 责任人 or 负责人, it may be the
 * holder's column or the one who answers for a measure, which only a person can tell.
 */
export function lacksNameColumn({ isRecognised, columns }: Heading, { read }: FileReading): boolean {
  const hasName = columns.some(({ field }) => field === 'name');
  return isRecognised && !hasName && read.findings.some(({ code }) => code === 'missing-name');
}
