import type { DeclaredFact } from '../../rulebooks/declared-fact.ts';
import { finding } from '../finding.ts';
import type { Finding, Position, ReadForm, Sourced } from '../read-form.ts';
import type { ConfidentialJudge } from './confidential-judge.ts';
import { confidentialRows, rowKey, type ConfidentialRow } from './confidential-rows.ts';
import { correctedSections } from './corrected-document.ts';
import type { Correction } from './correction.ts';
import { plainReading, type FileReading } from './file-reading.ts';
import type { DraftCorrection } from './import-draft.ts';
import type { StoredBlock, StoredCell, StoredDocument } from './stored-document.ts';

/** A file of a draft as it was read, before anybody sees it. */
export interface FileAsRead {
  readonly name: string;
  readonly document: StoredDocument | null;
  readonly reading: FileReading;
}

/** What of a file belongs to confidential posts: nothing, rows of its lists, or too much to keep any of it. */
export type ConfidentialPart =
  | { readonly kind: 'none' }
  | { readonly kind: 'rows'; readonly rows: readonly ConfidentialRow[] }
  | { readonly kind: 'file'; readonly post: string };

/** What decides how a file reads: what people put right in it, and the bureau's own facts that its columns may hold. */
interface ReadBy {
  readonly corrections: readonly Correction[];
  readonly facts: readonly DeclaredFact[] | undefined;
}

/** Shorter words also stand elsewhere, and give nothing away. */
const SHORTEST_TEXT = 6;

export function confidentialForms(forms: readonly ReadForm[], judge: ConfidentialJudge): readonly ReadForm[] {
  return forms.filter((form) => postOf(form, judge) !== null);
}

function postOf({ unit, post }: ReadForm, judge: ConfidentialJudge): string | null {
  return post === null ? null : judge(unit?.value ?? null, post.value);
}

/** Tells what of a file belongs to confidential posts. Rows that somebody left out are looked at, too. */
export function confidentialPart(
  { document, reading }: FileAsRead,
  { corrections, facts = [] }: ReadBy,
  judge: ConfidentialJudge,
): ConfidentialPart {
  const { forms } = reading.read;
  const secret = confidentialForms(forms, judge);
  const post = secret.map((form) => postOf(form, judge)).find((name) => name !== null);
  if (document === null) return post === undefined ? { kind: 'none' } : { kind: 'file', post };
  const standing = corrections.filter(({ kind }) => kind === 'column' || kind === 'place');
  const sections = correctedSections(document.sections, standing, facts);
  const { confidential, isEntangled } = confidentialRows(sections, reading.headings, forms, judge);
  const inRows = new Set(confidential.map(({ at }) => rowKey(at)));
  const isOutsideOfRows = secret.some(
    (form) => form.kind === 'annex1' || placesOf(form).some((at) => !inRows.has(rowKey(at))),
  );
  if (post !== undefined && (isOutsideOfRows || isEntangled)) return { kind: 'file', post };
  const [first] = confidential;
  if (first === undefined) return { kind: 'none' };
  return isEntangled ? { kind: 'file', post: first.post } : { kind: 'rows', rows: confidential };
}

function placesOf({ post, duties, risks }: ReadForm): readonly Position[] {
  const values = [post, duties, ...risks.flatMap(({ text, measure }) => [text, measure])];
  return values.filter((value) => value !== null).map(({ position }) => position);
}

/** A file of which nothing is kept but its name, and why. */
export function forgottenFile(file: string, post: string): Omit<FileAsRead, 'name'> {
  const findings = [finding('error', 'confidential-file', { post }, {})];
  return { document: null, reading: plainReading({ file, format: null, forms: [], findings }) };
}

/** The document without the cells of confidential rows; a cell that is merged with rows that stay stays, too. */
export function withoutRows(document: StoredDocument, rows: readonly ConfidentialRow[]): StoredDocument {
  const keys = new Set(rows.map(({ at }) => rowKey(at)));
  const isElsewhere = ({ position }: Finding): boolean => !keys.has(rowKey(position));
  const noted = rows.map(({ at, post }) => finding('warning', 'confidential-row', { post }, at));
  return {
    ...document,
    sections: document.sections.map((section) => ({
      ...section,
      blocks: section.blocks.map((block) => blockWithout(block, keys)),
      findings: section.findings.filter(isElsewhere),
    })),
    findings: [...document.findings.filter(isElsewhere), ...noted],
  };
}

function blockWithout(block: StoredBlock, keys: ReadonlySet<string>): StoredBlock {
  if (block.kind === 'paragraph') return block;
  const isGone = (row: number): boolean => keys.has(rowKey({ ...block, row: row + 1 }));
  const stays = ([, row, , rowSpan]: StoredCell): boolean =>
    Array.from({ length: rowSpan }, (_, index) => row + index).some((covered) => !isGone(covered));
  return { ...block, cells: block.cells.filter(stays) };
}

/** Whether texts of confidential forms still stand somewhere, such as in a cell merged with another row. */
export function leaksTexts(
  secret: readonly ReadForm[],
  others: readonly ReadForm[],
  kept: Omit<FileAsRead, 'name'>,
): boolean {
  const open = new Set(others.flatMap(textsOf));
  const stored = JSON.stringify(kept);
  return secret
    .flatMap(textsOf)
    .some((text) => !open.has(text) && stored.includes(JSON.stringify(text).slice(1, -1)));
}

function textsOf({ duties, risks }: ReadForm): readonly string[] {
  const values: readonly (Sourced<string> | null)[] = [
    duties,
    ...risks.flatMap(({ text, measure }) => [text, measure]),
  ];
  return values
    .flatMap((value) => value?.value.split('\n') ?? [])
    .map((text) => text.trim())
    .filter(({ length }) => length >= SHORTEST_TEXT);
}

/** The decisions that go with what is taken out of a file: those in its rows, and words that only stood there. */
export function decisionsGone(
  fileId: number,
  part: ConfidentialPart,
  { before, after }: { readonly before: StoredDocument | null; readonly after: StoredDocument | null },
  decisions: readonly DraftCorrection[],
): readonly DraftCorrection[] {
  const [was, is] = [JSON.stringify(before), JSON.stringify(after)];
  const keys = new Set(part.kind === 'rows' ? part.rows.map(({ at }) => rowKey(at)) : []);
  return decisions.filter(({ fileId: ofFile, correction }) => {
    if (correction.kind === 'word') {
      const raw = JSON.stringify(correction.raw).slice(1, -1);
      return was.includes(raw) && !is.includes(raw);
    }
    if (ofFile !== fileId) return false;
    return part.kind === 'file' || ('at' in correction && keys.has(rowKey(correction.at)));
  });
}
