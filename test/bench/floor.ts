import type { Database } from '../../src/platform/database.ts';

/** Where the bare update and the rivals write grades: a column of no index and, on each copy, of no value yet. */
export const FLOOR_COLUMN = 'bench_grade';

/** One value from two columns, as a matrix gives it. */
const BARE = `update risk_point_state set ${FLOOR_COLUMN} = case
    when probability_step = 'high' or harm_step = 'serious' then 1
    when probability_step = 'fairly-high' or harm_step = 'fairly-serious' then 2
    else 3 end`;

/** Gives a copy of the province that column, before anything is measured. */
export async function addFloorColumn({ schema }: Database): Promise<void> {
  await schema.raw(`alter table risk_point_state add column ${FLOOR_COLUMN} integer`);
}

/**
 * The least that a program without cases would write: one statement that sets a column without an index of every row,
 * none of which has its value yet, committed like everything else.
 */
export async function bareUpdate(database: Database): Promise<void> {
  await database.transaction((work) => work.raw(BARE));
}
