import type { Database, Queryable } from '../../src/platform/database.ts';

export interface Query {
  readonly sql: string;
  readonly bindings: readonly unknown[];
}

/** Ways to points that look at all of a campaign: by no index, or by one of what many points have in common. */
const WALK = /^(SCAN|SEARCH) risk_point_state\b(?!.*(case_id|risk_point_id|post_id|rowid)=\?)/u;

/** What somebody asks of the database meanwhile, by whichever connection. */
export async function queriesOf(
  { schema, read }: Database,
  work: () => Promise<unknown>,
): Promise<readonly Query[]> {
  const queries: Query[] = [];
  const note = ({ sql, bindings }: Query): void => {
    queries.push({ sql, bindings });
  };
  for (const connection of [schema, read]) connection.on('query', note);
  try {
    await work();
  } finally {
    for (const connection of [schema, read]) connection.removeListener('query', note);
  }
  return queries;
}

/** The steps of queries that look at all points of a campaign. */
export async function walksOf(database: Database, queries: readonly Query[]): Promise<readonly string[]> {
  const walks: string[] = [];
  for (const query of queries.filter(({ sql }) => sql.includes('risk_point_state'))) {
    const steps = await explained<{ detail: string }>(database.read, 'explain query plan', query);
    walks.push(
      ...steps.filter(({ detail }) => WALK.test(detail)).map(({ detail }) => `${detail}: ${query.sql}`),
    );
  }
  return walks;
}

/** The steps by which a query looks at every row of a table, by no index or by all of one, with the tables' names. */
export async function scansOf(
  database: Database,
  query: Query,
): Promise<readonly { readonly table: string; readonly step: string }[]> {
  return database.kind === 'postgres' ? scansOfPostgres(database, query) : scansOfSqlite(database, query);
}

async function scansOfSqlite(
  database: Database,
  query: Query,
): Promise<readonly { readonly table: string; readonly step: string }[]> {
  const steps = await explained<{ detail: string }>(database.read, 'explain query plan', query);
  return steps.flatMap(({ detail }) => {
    // An index that a query makes for itself is made of every row, too.
    const [, name] = /^(?:SCAN|SEARCH(?= \w+ USING AUTOMATIC)) (\w+)\b(?! VIRTUAL TABLE)/u.exec(detail) ?? [];
    return name === undefined ? [] : [{ table: tableCalled(name, query.sql), step: detail }];
  });
}

/** Plans of SQLite call a table as its query does. */
function tableCalled(name: string, sql: string): string {
  const [, table] = new RegExp(`[\`"]?(\\w+)[\`"]? as [\`"]?${name}[\`"]?\\b`, 'u').exec(sql) ?? [];
  return table ?? name;
}

/**
 * A test's tables are so small that reading one from end to end costs least, joined in one pass. Without both, the
 * server plans as it does for large ones, and reads all of a table only where no index leads to what is wanted.
 */
const AS_IF_LARGE = ['enable_seqscan', 'enable_hashjoin', 'enable_mergejoin'];

interface PostgresStep {
  readonly 'Node Type': string;
  readonly 'Relation Name'?: string;
  readonly 'Index Cond'?: string;
  readonly Plans?: readonly PostgresStep[];
}

async function scansOfPostgres(
  database: Database,
  query: Query,
): Promise<readonly { readonly table: string; readonly step: string }[]> {
  const [row] = await database.read.transaction(async (transaction) => {
    for (const setting of AS_IF_LARGE) await transaction.raw(`set local ${setting} = off`);
    return explained<{ 'QUERY PLAN': string }>(transaction, 'explain (format json)', query);
  });
  const [top] = JSON.parse(row?.['QUERY PLAN'] ?? '[]') as readonly { readonly Plan: PostgresStep }[];
  return stepsOf(top?.Plan).flatMap((step) => {
    const table = step['Relation Name'];
    const isAll =
      /^(Seq|Index|Index Only) Scan$/u.test(step['Node Type']) && step['Index Cond'] === undefined;
    return isAll && table !== undefined ? [{ table, step: `${step['Node Type']} on ${table}` }] : [];
  });
}

function stepsOf(step: PostgresStep | undefined): readonly PostgresStep[] {
  return step === undefined ? [] : [step, ...(step.Plans ?? []).flatMap(stepsOf)];
}

/** A statement as it went out has the places of its bindings numbered on PostgreSQL; they stand in their order. */
async function explained<Row>(
  from: Queryable,
  how: string,
  { sql, bindings }: Query,
): Promise<readonly Row[]> {
  const statement = `${how} ${sql.replace(/\$\d+/gu, '?')}`;
  const rows: unknown = await from.raw(statement, [...bindings] as string[]);
  return rows as readonly Row[];
}
