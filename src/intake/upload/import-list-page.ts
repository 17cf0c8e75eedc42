import type { Texts } from '../../language/texts.ts';
import type { PageModel } from '../../web/page.ts';
import { batchPath, undoPath } from '../batch-paths.ts';
import { draftPath, importPaths } from '../paths.ts';
import type { ImportBatch } from './import-batch.ts';
import type { DraftSummary } from './import-draft.ts';

export interface ImportListPage extends PageModel {
  readonly finding: string;
  readonly uploadPath: string;
  readonly drafts: readonly { readonly files: string; readonly meta: string; readonly href: string }[];
  readonly batches: readonly BatchRow[];
}

interface BatchRow {
  readonly id: number;
  readonly at: string;
  readonly year: string;
  readonly actor: string;
  readonly files: string;
  readonly state: string;
  readonly href: string;
  /** `null` when it was undone already. */
  readonly undoPath: string | null;
}

/** The uploader's open drafts, and what was imported. */
export function importListPage(
  drafts: readonly DraftSummary[],
  batches: readonly ImportBatch[],
  text: Texts,
): ImportListPage {
  const { list } = text.uploads;
  const files = (names: readonly string[]): string => list.files(names[0] ?? '—', names.length);
  return {
    title: list.title,
    finding: list.finding,
    uploadPath: importPaths.new,
    drafts: drafts.map(({ id, year, createdAt, fileNames }) => ({
      files: files(fileNames),
      meta: text.formats.clauses([list.year(String(year)), list.uploadedAt(text.formats.instant(createdAt))]),
      href: draftPath(id),
    })),
    batches: batches.map((batch) => ({
      id: batch.id,
      at: text.formats.instant(batch.at),
      year: String(batch.year),
      actor: text.audit.actorName(batch.actor),
      files: files(batch.fileNames),
      state: batch.undoneAt === null ? list.kept : list.undone,
      href: batchPath(batch.id),
      undoPath: batch.undoneAt === null ? undoPath(batch.id) : null,
    })),
  };
}
