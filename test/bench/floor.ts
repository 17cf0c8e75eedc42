import type { Database } from '../../src/platform/database.ts';

/** One value from two columns, as a matrix gives it. */
const BARE = `update risk_point_state set declared_grade = case
    when probability_step = 'high' or harm_step = 'serious' then 1
    when probability_step = 'fairly-high' or harm_step = 'fairly-serious' then 2
    else 3 end`;

/**
 * The least that a program without cases would write: one statement that sets a column without an index of every row,
 * none of which has its value yet, committed like everything else.
 */
export async function bareUpdate(database: Database): Promise<void> {
  await database.transaction((work) => work.raw(BARE));
}
