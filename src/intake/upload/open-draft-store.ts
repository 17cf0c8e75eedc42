import type { Queryable } from '../../platform/database.ts';

/** The open drafts of a bureau, whoever uploaded them. */
export async function openDraftsOfBureau(from: Queryable, bureauId: number): Promise<readonly number[]> {
  return (await from('import_draft')
    .where({ bureau_id: bureauId, state: 'open' })
    .orderBy('id')
    .pluck('id')) as number[];
}

/** Open drafts that nobody touched since. */
export async function draftsUntouchedSince(from: Queryable, instant: string): Promise<readonly number[]> {
  return (await from('import_draft')
    .where({ state: 'open' })
    .andWhere('changed_at', '<', instant)
    .pluck('id')) as number[];
}
