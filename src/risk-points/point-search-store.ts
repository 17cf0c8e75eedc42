import type { Queryable, Transaction } from '../platform/database.ts';
import { indexWords } from '../platform/word-index.ts';

/** Index of the words of a point: its text and measures, its unit, post and holder, the duties on its form. */
export const POINT_SEARCH = 'point_search';

const POINTS_AT_ONCE = 500;

interface WordsRow {
  readonly id: number;
  readonly revisionId: number;
  readonly text: string;
  readonly unit: string;
  readonly post: string | null;
  readonly person: string | null;
  readonly duties: string | null;
}

/**
 * Brings the search up to date with every point whose words this transaction changed. Triggers of the database
 * note which, so that no change of a text, a name or a holding can forget it.
 */
export async function settlePointSearch(transaction: Transaction): Promise<void> {
  for (;;) {
    const due = transaction('search_due').where({ subject: 'point' }).orderBy('id').limit(POINTS_AT_ONCE);
    const ids = (await due.pluck('id')) as number[];
    if (ids.length === 0) return;
    const rows = await wordsOfPoints(transaction, ids);
    const measures = await measuresOfRevisions(
      transaction,
      rows.map(({ revisionId }) => revisionId),
    );
    const texts = new Map(rows.map((row) => [row.id, textsOf(row, measures.get(row.revisionId) ?? [])]));
    await indexWords(
      transaction,
      POINT_SEARCH,
      ids.map((id) => ({ id, texts: texts.get(id) ?? [] })),
    );
    await transaction('search_due').where({ subject: 'point' }).whereIn('id', ids).delete();
  }
}

/** What each of some revisions proposes against its risk. */
export async function measuresOfRevisions(
  from: Queryable,
  revisionIds: readonly number[],
): Promise<ReadonlyMap<number, readonly string[]>> {
  const rows = (await from('measure')
    .whereIn('revision_id', [...revisionIds])
    .orderBy('id')
    .select({ revisionId: 'revision_id', text: 'text' })) as { revisionId: number; text: string }[];
  const byRevision = new Map<number, string[]>();
  for (const { revisionId, text } of rows) {
    byRevision.set(revisionId, [...(byRevision.get(revisionId) ?? []), text]);
  }
  return byRevision;
}

async function wordsOfPoints(from: Queryable, ids: readonly number[]): Promise<readonly WordsRow[]> {
  return (await from('risk_point_state')
    .join('risk_point_revision', 'risk_point_revision.id', 'risk_point_state.revision_id')
    .join('form_version', 'form_version.id', 'risk_point_revision.form_version_id')
    .join('org_unit', 'org_unit.id', 'risk_point_state.unit_id')
    .leftJoin('post', 'post.id', 'risk_point_state.post_id')
    .leftJoin('holding', 'holding.id', 'risk_point_state.holding_id')
    .leftJoin('person', 'person.id', 'holding.person_id')
    .whereIn('risk_point_state.risk_point_id', [...ids])
    .select({
      id: 'risk_point_state.risk_point_id',
      revisionId: 'risk_point_revision.id',
      text: 'risk_point_revision.text',
      unit: 'org_unit.name',
      post: 'post.name',
      person: 'person.name',
      duties: 'form_version.duties',
    })) as WordsRow[];
}

function textsOf(row: WordsRow, measures: readonly string[]): readonly string[] {
  const { text, unit, post, person, duties } = row;
  return [text, ...measures, unit, post, person, duties].filter((words): words is string => Boolean(words));
}
