/** Addresses of rule tuning, as the route table writes them. */
export const rulebookPaths = {
  list: '/rulebooks',
  drafts: '/rulebooks/drafts',
  draft: '/rulebooks/drafts/:id',
  saveDraft: '/rulebooks/drafts/:id/save',
  discardDraft: '/rulebooks/drafts/:id/discard',
  draftJson: '/rulebooks/drafts/:id/json',
  draftTable: '/rulebooks/drafts/:id/table.xlsx',
  importDraft: '/rulebooks/drafts/:id/import',
  draftRule: '/rulebooks/drafts/:id/rule',
  examples: '/rulebooks/examples',
  draftScales: '/rulebooks/drafts/:id/scales',
  draftBase: '/rulebooks/drafts/:id/base',
  draftClauses: '/rulebooks/drafts/:id/clauses',
} as const;

/** The workbench of a draft, or a page of it such as `json`. */
export function draftPath(
  id: number,
  part?:
    | 'save'
    | 'discard'
    | 'json'
    | 'scales'
    | 'clauses'
    | 'base'
    | 'propose'
    | 'impact'
    | 'table.xlsx'
    | 'import',
): string {
  const path = `${rulebookPaths.drafts}/${String(id)}`;
  return part === undefined ? path : `${path}/${part}`;
}

/** The form of one rule of a draft's list; without a name, of a rule to be added. */
export function rulePath(id: number, list: string, name: string | null): string {
  const query = new URLSearchParams(name === null ? { list } : { list, name });
  return `${rulebookPaths.drafts}/${String(id)}/rule?${query.toString()}`;
}
