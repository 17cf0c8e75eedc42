import type { Queryable, Transaction } from '../platform/database.ts';
import type { OfficeUnit } from './office.ts';
import type { UnitKind } from './org-unit.ts';
import type { Reach } from './reach.ts';

/** All units in reach, closed ones included, with what the office has to know of their posts. */
export async function officeUnits(from: Queryable, reach: Reach): Promise<readonly OfficeUnit[]> {
  return (await from('org_unit')
    .where((query) => {
      for (const path of reach.unitPaths) void query.orWhereLike('path', `${path}%`);
      if (reach.unitPaths.length === 0) void query.whereRaw('0 = 1');
    })
    .orderBy(['position', 'id'])
    .select({
      id: 'id',
      parentId: 'parent_id',
      kind: 'kind',
      name: 'name',
      path: 'path',
      activeTo: 'active_to',
      position: 'position',
      guard: 'guard',
      posts: openPosts(from, '1 = 1'),
      vacant: openPosts(
        from,
        'not exists (select 1 from holding where holding.post_id = post.id and holding.to_date is null)',
      ),
      confidential: openPosts(from, 'post.is_confidential = 1'),
      unconfirmed: openPosts(
        from,
        `exists (select 1 from post_domain where post_domain.post_id = post.id and state = 'suggested')`,
      ),
    })) as OfficeUnit[];
}

function openPosts(from: Queryable, condition: string): ReturnType<Queryable['raw']> {
  return from.raw(
    `(select count(*) from post where post.unit_id = org_unit.id and post.active_to is null and ${condition})`,
  );
}

/** Changes a unit that still is at that version; says whether it was. */
export async function updateUnit(
  transaction: Transaction,
  unit: { readonly id: number; readonly guard: number },
  change: Readonly<{ name?: string; kind?: UnitKind; position?: number; active_to?: string | null }>,
): Promise<boolean> {
  const changed = await transaction('org_unit')
    .where({ id: unit.id, guard: unit.guard })
    .update({ ...change, guard: unit.guard + 1 });
  return changed === 1;
}
