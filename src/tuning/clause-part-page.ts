import type { ClauseEdit } from './clause-edit.ts';
import { clausesPage } from './clauses-page.ts';
import type { DraftPart } from './draft-part-page.ts';
import { draftPath, rulebookPaths } from './paths.ts';
import { nameFrom } from './rule-name.ts';

/** The clauses of a draft: the provisions that its rules rest on, each of which a form changes. */
export const CLAUSES: DraftPart<ClauseEdit> = {
  path: rulebookPaths.draftClauses,
  view: 'tuning/clauses',
  addressOf: (id) => draftPath(id, 'clauses'),
  read: readClauseEdit,
  saved: (change, { workbench: { clauses }, formats }) =>
    change.kind === 'put-clause'
      ? {
          end: `#clause-${change.clause.code}`,
          notice: clauses.saved(formats.inThisLanguage(change.clause.reference)),
        }
      : { end: '', notice: clauses.removed(change.code) },
  model: clausesPage,
};

function readClauseEdit(fields: Readonly<Record<string, string>>): ClauseEdit | null {
  const said = (field: string): string => (fields[field] ?? '').replaceAll('\r\n', '\n').trim();
  if (fields['edit'] === 'remove-clause') return { kind: 'remove-clause', code: said('code') };
  if (fields['edit'] !== 'put-clause') return null;
  const reference = { zh: said('reference-zh'), en: said('reference-en') };
  const text = { zh: said('text-zh'), en: said('text-en') };
  const code = said('code') === '' ? nameFrom(reference.en) : said('code');
  const replaces = said('replaces');
  return {
    kind: 'put-clause',
    replaces: replaces === '' ? null : replaces,
    clause: { code, reference, text },
  };
}
