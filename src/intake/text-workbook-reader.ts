import { finding } from './finding.ts';
import { fileSignature } from './formats/file-signature.ts';
import { openOoxml } from './formats/ooxml-package-reader.ts';
import { refuse, UnreadableFile } from './formats/unreadable-file.ts';
import { readXlsxTexts } from './formats/workbook-reader.ts';
import type { WorkbookTexts } from './workbook-texts.ts';

/**
 * Reads an .xlsx as the text of its cells. Never throws.
 * Runs in this process without limits of memory and time; `ParsingWorker` is what sets those.
 */
export async function readWorkbookTexts(bytes: Buffer): Promise<WorkbookTexts> {
  try {
    if (fileSignature(bytes) !== 'zip') refuse('unsupported-format', { kind: 'binary' });
    const file = openOoxml(bytes);
    if (file.format !== 'xlsx') refuse('unsupported-format', { kind: 'binary' });
    return { sheets: await readXlsxTexts(file) };
  } catch (error) {
    // Whatever else a parser throws at a damaged file comes down to the same for the person who sent it.
    return {
      finding: error instanceof UnreadableFile ? error.finding : finding('error', 'damaged-file', {}, {}),
    };
  }
}
