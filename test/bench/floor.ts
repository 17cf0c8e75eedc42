import type { Database } from '../../src/platform/database.ts';
import { spread, taken, type Taken } from './measurement.ts';

const RUNS = 3;

/** One value from two columns, as a matrix gives it. */
const BARE = `update risk_point_state set declared_grade = case
    when probability_step = 'high' or harm_step = 'serious' then 1
    when probability_step = 'fairly-high' or harm_step = 'fairly-serious' then 2
    else 3 end
  where campaign_id = ?`;

/**
 * The least that a program without cases would write: one statement that sets a column without an index
 * of every row, none of which has its value yet, committed like everything else. The middle of three.
 */
export async function bareUpdate(database: Database, campaignId: number): Promise<Taken> {
  const times: Taken[] = [];
  for (let run = 0; run < RUNS; run += 1) {
    await database.transaction((work) =>
      work('risk_point_state').where({ campaign_id: campaignId }).update({ declared_grade: null }),
    );
    times.push(await taken(() => database.transaction((work) => work.raw(BARE, [campaignId]))));
  }
  return {
    milliseconds: spread(times.map(({ milliseconds }) => milliseconds)).median,
    processor: spread(times.map(({ processor }) => processor)).median,
  };
}
