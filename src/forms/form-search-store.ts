import type { Queryable, Transaction } from '../platform/database.ts';
import { indexWords } from '../platform/word-index.ts';

/** Index of the words of a form: its unit, who filled it in for which posts, and the duties it states. */
export const FORM_SEARCH = 'form_search';

const FORMS_AT_ONCE = 500;

/** As `settlePointSearch`, for forms. */
export async function settleFormSearch(transaction: Transaction): Promise<void> {
  for (;;) {
    const due = transaction('search_due').where({ subject: 'form' }).orderBy('id').limit(FORMS_AT_ONCE);
    const ids = (await due.pluck('id')) as number[];
    if (ids.length === 0) return;
    const texts = await textsOfForms(transaction, ids);
    await indexWords(
      transaction,
      FORM_SEARCH,
      ids.map((id) => ({ id, texts: texts.get(id) ?? [] })),
    );
    await transaction('search_due').where({ subject: 'form' }).whereIn('id', ids).delete();
  }
}

async function textsOfForms(
  from: Queryable,
  ids: readonly number[],
): Promise<ReadonlyMap<number, readonly string[]>> {
  const forms = (await from('form')
    .join('org_unit', 'org_unit.id', 'form.unit_id')
    .leftJoin('form_version', (join) => {
      join.on('form_version.form_id', 'form.id').andOn('form_version.version', 'form.current_version');
    })
    .whereIn('form.id', [...ids])
    .select({ id: 'form.id', unit: 'org_unit.name', duties: 'form_version.duties' })) as {
    id: number;
    unit: string;
    duties: string | null;
  }[];
  const holders = (await from('form_holding')
    .join('holding', 'holding.id', 'form_holding.holding_id')
    .join('person', 'person.id', 'holding.person_id')
    .join('post', 'post.id', 'holding.post_id')
    .whereIn('form_holding.form_id', [...ids])
    .select({ id: 'form_holding.form_id', person: 'person.name', post: 'post.name' })) as {
    id: number;
    person: string;
    post: string;
  }[];
  const texts = new Map(forms.map(({ id, unit, duties }) => [id, duties === null ? [unit] : [unit, duties]]));
  for (const { id, person, post } of holders) texts.get(id)?.push(person, post);
  return texts;
}
