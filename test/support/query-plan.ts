import type { Database } from '../../src/platform/database.ts';

interface Query {
  readonly sql: string;
  readonly bindings: readonly unknown[];
}

/** Ways to points that look at all of a campaign: by no index, or by one of what many points have in common. */
const WALK = /^(SCAN|SEARCH) risk_point_state\b(?!.*(case_id|risk_point_id|post_id|rowid)=\?)/u;

/** What somebody asks of the writing connection meanwhile. */
export async function queriesOf(
  { schema }: Database,
  work: () => Promise<unknown>,
): Promise<readonly Query[]> {
  const queries: Query[] = [];
  const note = ({ sql, bindings }: Query): void => {
    queries.push({ sql, bindings });
  };
  schema.on('query', note);
  await work();
  schema.removeListener('query', note);
  return queries;
}

/** The steps of queries that look at all points of a campaign. */
export async function walksOf({ schema }: Database, queries: readonly Query[]): Promise<readonly string[]> {
  const walks: string[] = [];
  for (const { sql, bindings } of queries.filter((query) => query.sql.includes('risk_point_state'))) {
    const steps = await schema.raw<{ detail: string }[]>(`explain query plan ${sql}`, [
      ...bindings,
    ] as string[]);
    walks.push(...steps.filter(({ detail }) => WALK.test(detail)).map(({ detail }) => `${detail}: ${sql}`));
  }
  return walks;
}
