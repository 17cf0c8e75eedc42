import { openCompoundFile } from './formats/compound-file-reader.ts';
import { readDelimited } from './formats/delimited-reader.ts';
import { readDoc } from './formats/doc-reader.ts';
import type { Section } from './formats/document.ts';
import { readDocx } from './formats/docx-reader.ts';
import { fileSignature } from './formats/file-signature.ts';
import { readJsonForms } from './formats/json-reader.ts';
import { LIMITS, megabytes } from './formats/limits.ts';
import { officeProgram } from './formats/office-name.ts';
import { openOoxml } from './formats/ooxml-package-reader.ts';
import { refuse, UnreadableFile } from './formats/unreadable-file.ts';
import { readXls, readXlsx } from './formats/workbook-reader.ts';
import { finding } from './finding.ts';
import type { FileFormat, Finding, ReadFile, ReadForm, ReadScales } from './read-form.ts';
import { labelOf } from './recognition/labels.ts';
import { recognisedForms } from './recognition/recognised-forms.ts';
import { correctedReading, plainReading, type UploadReading } from './upload/file-reading.ts';
import { headingsOf } from './upload/headings.ts';
import { storedSections } from './upload/stored-document.ts';

type Content =
  | {
      readonly format: FileFormat;
      readonly sections: readonly Section[];
      readonly findings: readonly Finding[];
    }
  | { readonly format: 'json'; readonly forms: readonly ReadForm[]; readonly findings: readonly Finding[] };

/**
 * Reads a file of forms, whatever its format, told by its content. Never throws: what cannot be read is a finding.
 * Runs in this process without limits of memory and time; `ParsingWorker` is what sets those.
 */
export async function readFileBytes(bytes: Buffer, file: string, scales: ReadScales): Promise<ReadFile> {
  try {
    const content = await contentOf(bytes, file, scales);
    if ('forms' in content) return { file, ...content };
    const { forms, findings } = recognisedForms(content.sections, scales);
    if (forms.length === 0) requireHeadings(content, file);
    return { file, format: content.format, forms, findings: [...content.findings, ...findings] };
  } catch (error) {
    return unreadFile(file, error);
  }
}

/** Reads an uploaded file, as `readFileBytes` does. */
export async function readUploadedBytes(
  bytes: Buffer,
  file: string,
  scales: ReadScales,
): Promise<UploadReading> {
  try {
    const content = await contentOf(bytes, file, scales);
    if ('forms' in content) return { ...plainReading({ file, ...content }), document: null };
    const document = { ...content, sections: storedSections(content.sections) };
    const reading = correctedReading(file, document, [], scales);
    if (reading.read.forms.length === 0) requireHeadings(content, file);
    return { ...reading, document };
  } catch (error) {
    return { ...plainReading(unreadFile(file, error)), document: null };
  }
}

function unreadFile(file: string, error: unknown): ReadFile {
  // Whatever else a parser throws at a damaged file comes down to the same for the person who sent it.
  const found = error instanceof UnreadableFile ? error.finding : finding('error', 'damaged-file', {}, {});
  return { file, format: null, forms: [], findings: [found] };
}

/** Old systems export tables as text named .xls, and those are welcome; text without any table is no such file. */
function requireHeadings(
  { format, sections }: Exclude<Content, { readonly format: 'json' }>,
  file: string,
): void {
  const program = format === 'csv' ? officeProgram(file) : null;
  if (program !== null && headingsOf(sections).length === 0) refuse('not-as-named', { program });
}

async function contentOf(bytes: Buffer, file: string, scales: ReadScales): Promise<Content> {
  if (bytes.length > LIMITS.fileSize) refuse('file-too-large', { limit: megabytes(LIMITS.fileSize) });
  const signature = fileSignature(bytes);
  switch (signature) {
    case 'zip':
      return ooxmlContent(bytes);
    case 'compound':
      return compoundContent(bytes);
    case 'text':
      return textContent(bytes, file);
    case 'json':
      return { format: 'json', ...readJsonForms(bytes, scales) };
    case 'empty':
      return refuse('empty-file', {});
    case 'html':
      return refuse('html-file', {});
    case 'xml':
    case 'pdf':
    case 'rtf':
    case 'image':
      return refuse('unsupported-format', { kind: signature });
    case 'binary':
      return refuseBinary(file);
  }
}

function textContent(bytes: Buffer, file: string): Content {
  try {
    const sections = readDelimited(bytes, (text) => labelOf(text) !== null);
    return { format: 'csv', sections, findings: [] };
  } catch (error) {
    const program = officeProgram(file);
    const isText = !(error instanceof UnreadableFile) || error.finding.code !== 'unreadable-encoding';
    if (isText || program === null) throw error;
    return refuse('not-as-named', { program });
  }
}

function refuseBinary(file: string): never {
  const program = officeProgram(file);
  return program === null
    ? refuse('unsupported-format', { kind: 'binary' })
    : refuse('not-as-named', { program });
}

async function ooxmlContent(bytes: Buffer): Promise<Content> {
  const file = openOoxml(bytes);
  if (file.format === 'docx') return { format: 'docx', sections: readDocx(file), findings: [] };
  return { format: 'xlsx', ...(await readXlsx(file)) };
}

function compoundContent(bytes: Buffer): Content {
  const file = openCompoundFile(bytes);
  if (file.format === 'doc') return { format: 'doc', sections: readDoc(file), findings: [] };
  return { format: 'xls', ...readXls(file) };
}
