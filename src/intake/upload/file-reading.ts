import { findingWord } from './finding-word.ts';
import type { ReadFile, ReadScales } from '../read-form.ts';
import { tidy } from '../recognition/wording.ts';
import { recognisedForms } from '../recognition/recognised-forms.ts';
import { correctedSections, textAt } from './corrected-document.ts';
import type { Correction, PlaceCorrection, WordCorrection } from './correction.ts';
import { headingsOf, type Heading } from './headings.ts';
import { rowOwner } from './row-owner.ts';
import { sectionsOf, type StoredDocument } from './stored-document.ts';

/** What an uploaded file says, with what is needed to put it right. */
export interface FileReading {
  readonly read: ReadFile;
  readonly headings: readonly Heading[];
  /** What stands in the file at the place of each finding; `null` where nothing does. */
  readonly texts: readonly (string | null)[];
  /** Unit, name and post of the row of each finding, as written there; nothing outside of lists. */
  readonly owners: readonly (readonly string[])[];
}

/** What an uploaded file says, and its document, in which people can put right what is wrong. */
export interface UploadReading extends FileReading {
  /** `null` for a file that can only be put right outside. */
  readonly document: StoredDocument | null;
}

/** A reading of a file that cannot be put right here. */
export function plainReading(read: ReadFile): FileReading {
  return { read, headings: [], texts: read.findings.map(() => null), owners: read.findings.map(() => []) };
}

/** Reads a document with what people put right in it. Findings of the file itself stay. */
export function correctedReading(
  file: string,
  document: StoredDocument,
  corrections: readonly Correction[],
  scales: ReadScales,
): FileReading {
  const words = corrections.filter((correction) => correction.kind === 'word');
  const first = correctedSections(document.sections, corrections, scales.facts ?? []);
  const found = recognisedForms(sectionsOf(first), scales).findings;
  const meant = found.flatMap((finding) => meantBy(findingWord(finding), finding.position, words));
  const corrected = meant.length === 0 ? first : correctedSections(first, meant, scales.facts ?? []);
  const sections = sectionsOf(corrected);
  const recognised = recognisedForms(sections, scales);
  const findings = [...document.findings, ...recognised.findings];
  const headings = headingsOf(sections, scales.facts);
  return {
    read: { file, format: document.format, forms: recognised.forms, findings },
    headings: headings.map((heading) => inOwnWords(heading, document)),
    texts: findings.map(({ position }) => textAt(corrected, position)),
    owners: findings.map(({ position }) => rowOwner(position, headings, corrected)),
  };
}

/** A header keeps the words of the file, whatever its columns were said to be. */
function inOwnWords(heading: Heading, { sections }: StoredDocument): Heading {
  const columns = heading.columns.map((column) => ({
    ...column,
    words: tidy(textAt(sections, column.at) ?? column.words),
  }));
  return { ...heading, columns };
}

function meantBy(
  word: ReturnType<typeof findingWord>,
  at: PlaceCorrection['at'],
  words: readonly WordCorrection[],
): readonly PlaceCorrection[] {
  if (word === null) return [];
  const meaning = words.find(({ field, raw }) => field === word.field && raw === word.raw);
  return meaning === undefined ? [] : [{ kind: 'place', at, ...word, value: meaning.value }];
}
