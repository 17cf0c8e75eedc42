import type { Queryable } from '../platform/database.ts';
import { inPieces } from '../platform/dialect.ts';

/** The duties that the current versions of posts' holders' forms state, by post, oldest form first. */
export async function dutiesOfPosts(
  from: Queryable,
  campaignId: number,
  postIds: readonly number[],
): Promise<ReadonlyMap<number, readonly string[]>> {
  const byPost = new Map<number, string[]>();
  for (const some of inPieces(postIds)) {
    const rows = (await from('form')
      .join('form_holding', 'form_holding.form_id', 'form.id')
      .join('holding', 'holding.id', 'form_holding.holding_id')
      .join('form_version', (join) => {
        join.on('form_version.form_id', 'form.id').andOn('form_version.version', 'form.current_version');
      })
      .where('form.campaign_id', campaignId)
      .whereIn('holding.post_id', some)
      .whereNotNull('form_version.duties')
      .orderBy('form.id')
      .select({ postId: 'holding.post_id', duties: 'form_version.duties' })) as {
      postId: number;
      duties: string;
    }[];
    for (const { postId, duties } of rows) {
      const known = byPost.get(postId);
      if (known === undefined) byPost.set(postId, [duties]);
      else known.push(duties);
    }
  }
  return byPost;
}
