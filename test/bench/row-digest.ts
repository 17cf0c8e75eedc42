import type { Queryable } from '../../src/platform/database.ts';

/** On PostgreSQL: how many rows, and a sum that differs when one of them does. */
export async function rowDigest(read: Queryable, rows: string): Promise<string> {
  const [row] = await read.raw<{ rows: number; digest: string }[]>(
    `select count(*) as rows, coalesce(sum(hashtextextended(of::text, 0)::numeric), 0)::text as digest from (${rows}) as of`,
  );
  return `${String(row?.rows)}:${row?.digest ?? ''}`;
}
