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
  const parts = partTypes(types, zip.names);
  refuseMacros(zip.names, parts);
  const docx = parts.find(({ type }) => MAIN_TYPES.docx.test(type));
  const main = docx ?? parts.find(({ type }) => MAIN_TYPES.xlsx.test(type));
  if (main === undefined) return refuse('unsupported-format', { kind: 'zip' });
  return {
    format: docx === undefined ? 'xlsx' : 'docx',
    mainPart: main.part,
    names: zip.names,
    part: (name) => partOf(zip, name),
  };
}

function partOf(zip: ZipArchive, name: string): string | null {
  const bytes = zip.read(name);
  return bytes === null ? null : xmlText(bytes);
}

function refuseMacros(names: readonly string[], parts: readonly PartType[]): void {
  const isBinary = parts.some(({ type }) => /sheet\.binary/iu.test(type));
  if (isBinary) refuse('unsupported-format', { kind: 'xlsb' });
  const hasMacros = parts.some(({ type }) => /macroEnabled|vbaProject/iu.test(type));
  if (hasMacros || names.some((name) => /vbaProject/iu.test(name))) refuse('macro-file', {});
}

interface PartType {
  readonly part: string;
  readonly type: string;
}

/** The types of the parts that are there; a default for an extension that no part has means nothing. */
function partTypes(types: string, names: readonly string[]): PartType[] {
  const declared = [...types.matchAll(/<(?:\w+:)?(Override|Default)\b[^>]*>/gu)].map(([declaration]) => ({
    part: attribute(declaration, 'PartName').replace(/^\//u, ''),
    extension: attribute(declaration, 'Extension').toLowerCase(),
    type: attribute(declaration, 'ContentType'),
  }));
  const overridden = new Set(declared.map(({ part }) => part));
  return declared.flatMap(({ part, extension, type }) => {
    if (extension === '') return [{ part, type }];
    const ofDefault = names.filter(
      (name) => name.toLowerCase().endsWith(`.${extension}`) && !overridden.has(name),
    );
    return ofDefault.map((name) => ({ part: name, type }));
  });
}

function attribute(declaration: string, name: string): string {
  return new RegExp(`\\b${name}\\s*=\\s*["']([^"']*)["']`, 'u').exec(declaration)?.[1] ?? '';
}
