import type { Knex } from 'knex';

/**
 * A condition on a column of paths of a tree: one of these subtrees has the path; of none, nothing. Use it as
 * `where(…)`. It is a range, which an index on the column has together: SQLite looks at every path for a "like", whose
 * pattern it does not know in advance.
 */
export function pathWithin(column: string, roots: readonly string[]): (query: Knex.QueryBuilder) => void {
  return (query) => {
    for (const root of roots) {
      void query.orWhere((range) => {
        void range.where(column, '>=', root).where(column, '<', pastAllUnder(root));
      });
    }
    if (roots.length === 0) void query.whereRaw('0 = 1');
  };
}

/** The first text behind all paths that begin with this one: `0` is the character that follows the `/` at its end. */
function pastAllUnder(root: string): string {
  return `${root.slice(0, -1)}0`;
}
