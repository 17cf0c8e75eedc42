import type { Reach } from '../organisation/reach.ts';
import type { Queryable, Transaction } from '../platform/database.ts';
import { insertRow } from '../platform/dialect.ts';
import type { RulebookKind } from '../rulebooks/fact-definition.ts';
import type { Draft } from './draft.ts';

interface DraftRow extends Omit<Draft, 'basedOn'> {
  readonly versionId: number;
  readonly basedOnName: string;
  readonly version: string;
}

/** The draft of that id; `null` when there is none. */
export async function draftById(from: Queryable, id: number): Promise<Draft | null> {
  const row = (await drafts(from).where('rulebook_draft.id', id).first()) as DraftRow | undefined;
  return row === undefined ? null : toDraft(row);
}

/** The bureau's open draft of that rulebook; `null` when there is none. */
export async function openDraft(from: Queryable, unitId: number, name: string): Promise<Draft | null> {
  const row = (await drafts(from)
    .where({ 'rulebook_draft.unit_id': unitId, 'rulebook_draft.name': name })
    .first()) as DraftRow | undefined;
  return row === undefined ? null : toDraft(row);
}

/** Drafts of the units under these paths, the latest saved first. */
export async function draftsWithin(from: Queryable, reach: Reach): Promise<readonly Draft[]> {
  const rows = (await drafts(from)
    .where((within) => {
      void within.whereRaw('0 = 1');
      for (const path of reach.unitPaths) void within.orWhereRaw(`org_unit.path like ? || '%'`, [path]);
    })
    .orderBy([{ column: 'rulebook_draft.saved_at', order: 'desc' }, 'rulebook_draft.id'])) as DraftRow[];
  return rows.map(toDraft);
}

export interface NewDraft {
  readonly kind: RulebookKind;
  readonly name: string;
  readonly unitId: number;
  readonly versionId: number;
  readonly text: string;
  readonly accountId: number;
  readonly by: string;
  readonly at: string;
}

export async function insertRulebookDraft(transaction: Transaction, draft: NewDraft): Promise<number> {
  return insertRow(transaction, 'rulebook_draft', {
    kind: draft.kind,
    name: draft.name,
    unit_id: draft.unitId,
    based_on: draft.versionId,
    text: draft.text,
    created_by: draft.accountId,
    created_at: draft.at,
    saved_by: draft.by,
    saved_at: draft.at,
  });
}

/** Writes a draft's text over the save that it goes on from. Returns whether that was still the latest. */
export async function updateDraft(
  transaction: Transaction,
  { id, guard }: Pick<Draft, 'id' | 'guard'>,
  saved: { readonly text: string; readonly by: string; readonly at: string },
): Promise<boolean> {
  const rows = await transaction('rulebook_draft')
    .where({ id, guard })
    .update({ text: saved.text, guard: guard + 1, saved_by: saved.by, saved_at: saved.at });
  return rows === 1;
}

/** Takes a draft away. Returns whether its latest save was the one that was seen. */
export async function deleteDraft(
  transaction: Transaction,
  { id, guard }: Pick<Draft, 'id' | 'guard'>,
): Promise<boolean> {
  return (await transaction('rulebook_draft').where({ id, guard }).delete()) === 1;
}

function drafts(from: Queryable) {
  return from('rulebook_draft')
    .join('org_unit', 'org_unit.id', 'rulebook_draft.unit_id')
    .join('rulebook_version', 'rulebook_version.id', 'rulebook_draft.based_on')
    .join('rulebook', 'rulebook.id', 'rulebook_version.rulebook_id')
    .select({
      id: 'rulebook_draft.id',
      kind: 'rulebook_draft.kind',
      name: 'rulebook_draft.name',
      unitId: 'org_unit.id',
      unitPath: 'org_unit.path',
      versionId: 'rulebook_version.id',
      basedOnName: 'rulebook.name',
      version: 'rulebook_version.version',
      text: 'rulebook_draft.text',
      guard: 'rulebook_draft.guard',
      savedAt: 'rulebook_draft.saved_at',
      savedBy: 'rulebook_draft.saved_by',
      createdByAccountId: 'rulebook_draft.created_by',
    });
}

function toDraft({ versionId, basedOnName, version, ...draft }: DraftRow): Draft {
  return { ...draft, basedOn: { versionId, name: basedOnName, version } };
}

/** A stored version as a draft begins from it; `null` when there is none. */
export async function versionToEdit(
  from: Queryable,
  versionId: number,
): Promise<{ readonly kind: RulebookKind; readonly name: string; readonly body: string } | null> {
  const row = (await from('rulebook_version')
    .join('rulebook', 'rulebook.id', 'rulebook_version.rulebook_id')
    .where('rulebook_version.id', versionId)
    .first({ kind: 'rulebook.kind', name: 'rulebook.name', body: 'rulebook_version.body' })) as
    { kind: RulebookKind; name: string; body: string } | undefined;
  return row ?? null;
}
