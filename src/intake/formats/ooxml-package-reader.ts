import { refuse } from './unreadable-file.ts';
import { xmlText } from './xml.ts';
import { openZip, type ZipArchive } from './zip-reader.ts';

/** An opened .docx or .xlsx whose parts are checked when read. */
export interface OoxmlPackage {
  readonly format: 'docx' | 'xlsx';
  readonly mainPart: string;
  readonly names: readonly string[];
  /** The XML of a part, `null` where there is none. @throws {UnreadableFile} when it is damaged or unsafe. */
  part(name: string): string | null;
}

const CONTENT_TYPES = '[Content_Types].xml';
const MAIN_TYPES = {
  docx: /wordprocessingml\.(?:document|template)\.main\+xml$/u,
  xlsx: /spreadsheetml\.(?:sheet|template)\.main\+xml$/u,
} as const;

/**
 * Opens a Word or Excel file by its list of content types.
 *
 * @throws {UnreadableFile} when the zip is refused, is of another program, or holds macros.
 */
export function openOoxml(bytes: Buffer): OoxmlPackage {
  const zip = openZip(bytes);
  const types = partOf(zip, CONTENT_TYPES);
  if (types === null)
    return refuse('unsupported-format', { kind: zip.names.includes('mimetype') ? 'odf' : 'zip' });
  refuseMacros(zip, types);
  const docx = mainPartOf(types, MAIN_TYPES.docx);
  const main = docx ?? mainPartOf(types, MAIN_TYPES.xlsx) ?? refuse('unsupported-format', { kind: 'zip' });
  return {
    format: docx === null ? 'xlsx' : 'docx',
    mainPart: main,
    names: zip.names,
    part: (name) => partOf(zip, name),
  };
}

function partOf(zip: ZipArchive, name: string): string | null {
  const bytes = zip.read(name);
  return bytes === null ? null : xmlText(bytes);
}

function refuseMacros(zip: ZipArchive, types: string): void {
  const binary = /sheet\.binary/iu.test(types);
  if (binary) refuse('unsupported-format', { kind: 'xlsb' });
  const macros =
    /macroEnabled|vbaProject/iu.test(types) || zip.names.some((name) => /vbaProject/iu.test(name));
  if (macros) refuse('macro-file', {});
}

/** The part that a content type is declared for; a file of one main part may use its extension's default. */
function mainPartOf(types: string, wanted: RegExp): string | null {
  for (const [declaration] of types.matchAll(/<(?:\w+:)?Override\b[^>]*>/gu)) {
    const type = /ContentType\s*=\s*["']([^"']*)["']/u.exec(declaration)?.[1] ?? '';
    const part = /PartName\s*=\s*["']\/?([^"']*)["']/u.exec(declaration)?.[1];
    if (wanted.test(type) && part !== undefined) return part;
  }
  return null;
}
