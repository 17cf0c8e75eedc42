import type { BaseEdit } from './base-edit.ts';
import { readBaseEdit } from './base-edit-form.ts';
import { basePage } from './base-page.ts';
import type { DraftPart } from './draft-part-page.ts';
import { draftPath, rulebookPaths } from './paths.ts';

/** The base of a grading draft: its sides and what its cells rest on, or how its decision table is read. */
export const BASE: DraftPart<BaseEdit> = {
  path: rulebookPaths.draftBase,
  view: 'tuning/base',
  addressOf: (id) => draftPath(id, 'base'),
  read: readBaseEdit,
  saved: ({ kind }, { workbench }) => ({ end: '', notice: workbench.base.saved[kind] }),
  model: basePage,
};
