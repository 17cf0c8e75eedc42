import { wholeNumber } from '../web/query-fields.ts';

/** Addresses of uploads and imports, as the route table writes them. */
export const importPaths = {
  list: '/imports',
  new: '/imports/new',
  draft: '/imports/:id',
  decisions: '/imports/:id/decisions',
  addFiles: '/imports/:id/files',
  removeFile: '/imports/:id/files/remove',
  commit: '/imports/:id/commit',
  discard: '/imports/:id/discard',
  problems: '/imports/:id/problems.xlsx',
} as const;

export const STAGES = ['columns', 'values', 'rows', 'commit'] as const;

/** How far one is with an upload: columns, then values, then rows, then commit (experience: 'Import'). */
export type Stage = (typeof STAGES)[number];

/** Which rows of an upload are shown. */
export interface RowsShown {
  readonly shows: 'problems' | 'all';
  readonly page: number;
}

/** The draft's page at a stage; without one, at the first where something is open. */
export function draftPath(id: number, stage?: Stage, rows?: RowsShown): string {
  const query = new URLSearchParams();
  if (stage !== undefined) query.set('stage', stage);
  if (rows?.shows === 'all') query.set('show', 'all');
  if (rows !== undefined && rows.page > 1) query.set('page', String(rows.page));
  const search = query.toString();
  return `${importPaths.list}/${String(id)}${search === '' ? '' : `?${search}`}`;
}

/** One of the addresses that act on a draft. */
export function draftAction(
  id: number,
  action: 'decisions' | 'addFiles' | 'removeFile' | 'commit' | 'discard' | 'problems',
): string {
  return importPaths[action].replace(':id', String(id));
}

/** The draft, file or other thing that an address or a form names; `null` when it names none. */
export function readId(text: string | undefined): number | null {
  return wholeNumber('id', 1, Number.MAX_SAFE_INTEGER).read(text ?? '');
}

export function readStage(text: string | undefined): Stage | null {
  return STAGES.find((stage) => stage === text) ?? null;
}

export function readRowsShown(query: Readonly<Record<string, string>>): RowsShown {
  return {
    shows: query['show'] === 'all' ? 'all' : 'problems',
    page: wholeNumber('page', 1, 100_000).read(query['page'] ?? '1') ?? 1,
  };
}
