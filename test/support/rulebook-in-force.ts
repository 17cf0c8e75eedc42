import type { TestApp } from './http.ts';

/** Puts a grading rulebook that ships in force for everybody, before any point is filed. */
export async function putInForce({ database }: Pick<TestApp, 'database'>, name: string): Promise<void> {
  const { id } = await database
    .read('rulebook_version')
    .join('rulebook', 'rulebook.id', 'rulebook_version.rulebook_id')
    .where({ name })
    .first<{ id: number }>('rulebook_version.id');
  await database.transaction((transaction) =>
    transaction('rulebook_activation').where({ kind: 'grading' }).update({ version_id: id }),
  );
}
