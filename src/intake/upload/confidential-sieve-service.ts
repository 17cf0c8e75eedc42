import { everyUnitUnder, unitsUnder } from '../../organisation/organisation-store.ts';
import { confidentialPostsUnder } from '../../organisation/post-store.ts';
import type { Queryable } from '../../platform/database.ts';
import type { ParsingWorker } from '../parsing-worker-service.ts';
import type { ReadScales } from '../read-form.ts';
import { confidentialJudge, type ConfidentialJudge } from './confidential-judge.ts';
import { nameChoices, readingCorrections } from './draft-decisions.ts';
import type { FileReading } from './file-reading.ts';
import type { ClearedFile, DraftCorrection, DraftFile, ReadUpload } from './import-draft.ts';
import { documentOf } from './import-draft-store.ts';
import {
  confidentialForms,
  confidentialPart,
  decisionsGone,
  forgottenFile,
  leaksTexts,
  withoutRows,
  type ConfidentialPart,
  type FileAsRead,
} from './without-confidential.ts';
import type { DraftView } from './uploader.ts';

/** What is kept of a file once the texts of confidential posts are taken out of it. */
interface SiftedFile extends Omit<FileAsRead, 'name'> {
  readonly part: ConfidentialPart;
}

/**
 * Takes the texts of confidential posts (涉密) out of files before they are kept or shown: those are handled on
 * paper, and only counted here (domain.md).
 */
export class ConfidentialSieve {
  readonly #parsing: ParsingWorker;
  readonly #scales: ReadScales;
  readonly #judge: ConfidentialJudge | null;
  readonly #decisions: readonly DraftCorrection[];

  private constructor(
    parsing: ParsingWorker,
    scales: ReadScales,
    judge: ConfidentialJudge | null,
    decisions: readonly DraftCorrection[],
  ) {
    this.#parsing = parsing;
    this.#scales = scales;
    this.#judge = judge;
    this.#decisions = decisions;
  }

  /** A sieve for the confidential posts that a bureau has now, whoever reaches them. */
  static async of(
    read: Queryable,
    parsing: ParsingWorker,
    { bureau, scales }: Pick<DraftView, 'bureau' | 'scales'>,
    decisions: readonly DraftCorrection[],
  ): Promise<ConfidentialSieve> {
    const posts = await confidentialPostsUnder(read, bureau.path);
    const units = [...(await everyUnitUnder(read, bureau.id)), ...(await unitsUnder(read, bureau.id))];
    const judge =
      posts.length === 0 ? null : confidentialJudge({ bureau, units, posts }, nameChoices(decisions));
    return new ConfidentialSieve(parsing, scales, judge, decisions);
  }

  /** Received files without the texts of confidential posts. */
  async uploads(uploads: readonly ReadUpload[]): Promise<readonly ReadUpload[]> {
    const kept: ReadUpload[] = [];
    for (const upload of uploads) {
      const sifted = await this.#sift(upload, null);
      kept.push(sifted === null ? upload : { ...upload, document: sifted.document, reading: sifted.reading });
    }
    return kept;
  }

  /** The files of a draft that hold such texts, without them; `readings` are those read anew. */
  async files(
    read: Queryable,
    files: readonly DraftFile[],
    readings: ReadonlyMap<number, FileReading> = new Map(),
  ): Promise<readonly ClearedFile[]> {
    const cleared: ClearedFile[] = [];
    for (const { id, name, reading } of files) {
      const latest = readings.get(id) ?? reading;
      if (!readings.has(id) && !this.#mayHold(latest, id)) continue;
      const before = this.#judge === null ? null : await documentOf(read, id);
      const sifted = await this.#sift({ name, document: before, reading: latest }, id);
      if (sifted === null) continue;
      const after = sifted.document;
      const gone = decisionsGone(id, sifted.part, { before, after }, this.#decisions);
      cleared.push({ id, document: after, reading: sifted.reading, gone });
    }
    return cleared;
  }

  /** Whether a file is worth a look into its document: pages ask this of every file. */
  #mayHold({ read, headings, owners }: FileReading, id: number): boolean {
    const judge = this.#judge;
    if (judge === null) return false;
    return (
      headings.some(({ isRecognised }) => !isRecognised) ||
      confidentialForms(read.forms, judge).length > 0 ||
      this.#decisions.some(({ fileId, correction }) => fileId === id && correction.kind === 'leave-out') ||
      owners.some((words) => words.some((name) => judge(null, name) !== null))
    );
  }

  async #sift(file: FileAsRead, id: number | null): Promise<SiftedFile | null> {
    const judge = this.#judge;
    if (judge === null) return null;
    const corrections = readingCorrections(id ?? 0, this.#decisions);
    const { facts } = this.#scales;
    const part = confidentialPart(file, { corrections, facts }, judge);
    if (part.kind === 'none') return null;
    if (part.kind === 'file' || file.document === null) {
      return { part, ...forgottenFile(file.name, 'post' in part ? part.post : '') };
    }
    const document = withoutRows(file.document, part.rows);
    const gone = decisionsGone(id ?? 0, part, { before: file.document, after: document }, this.#decisions);
    const standing = this.#decisions.filter((decided) => !gone.includes(decided));
    const again = readingCorrections(id ?? 0, standing);
    const reading = await this.#parsing.correct(document, again, file.name, this.#scales);
    const secret = confidentialForms(file.reading.read.forms, judge);
    const others = file.reading.read.forms.filter((form) => !secret.includes(form));
    const isClean =
      confidentialPart({ ...file, document, reading }, { corrections: again, facts }, judge).kind ===
        'none' && !leaksTexts(secret, others, { document, reading });
    if (isClean) return { part, document, reading };
    const post = part.rows[0]?.post ?? '';
    return { part: { kind: 'file', post }, ...forgottenFile(file.name, post) };
  }
}
