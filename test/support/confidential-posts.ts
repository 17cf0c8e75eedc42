import type { TestApp } from './http.ts';
import { tablesOf } from './database-words.ts';

/** What must never be seen again of a confidential post. */
export const SECRET = '擅自扩大密件知悉范围';

/** Puts posts into a unit of the inspected bureau that are confidential from now on. */
export async function confidentialPost(
  { database }: Pick<TestApp, 'database'>,
  unitName: string,
  name: string,
): Promise<number> {
  return database.transaction(async (transaction) => {
    const unit = await transaction('org_unit').where({ name: unitName }).first<{ id: number }>('id');
    await transaction('post')
      .insert({ unit_id: unit.id, name, is_confidential: 1 })
      .onConflict(['unit_id', 'name'])
      .merge();
    const post = await transaction('post').where({ unit_id: unit.id, name }).first<{ id: number }>('id');
    return post.id;
  });
}

/** The tables of the database in which a phrase stands. */
export async function tablesWith(
  { database }: Pick<TestApp, 'database'>,
  phrase: string,
): Promise<readonly string[]> {
  const found: string[] = [];
  for (const table of await tablesOf(database)) {
    const rows: unknown = await database.read(table);
    if (JSON.stringify(rows).includes(phrase)) found.push(table);
  }
  return found;
}
