import type { Queryable } from '../platform/database.ts';
import { inPieces, withoutIndex } from '../platform/dialect.ts';

/** The duties that the current versions of posts' holders' forms state, by post, oldest form first. */
export async function dutiesOfPosts(
  from: Queryable,
  campaignId: number,
  postIds: readonly number[],
): Promise<ReadonlyMap<number, readonly string[]>> {
  const byPost = new Map<number, string[]>();
  for (const some of inPieces(postIds)) {
    const rows = (await from('holding')
      .join('form_holding', 'form_holding.holding_id', 'holding.id')
      .join('form', 'form.id', 'form_holding.form_id')
      .join('form_version', (join) => {
        join.on('form_version.form_id', 'form.id').andOn('form_version.version', 'form.current_version');
      })
      .whereIn('holding.post_id', some)
      // The posts lead to the forms: a walk through all forms of the campaign for each piece would not end.
      .whereRaw(`${withoutIndex(from, 'form.campaign_id')} = ?`, [campaignId])
      .whereNotNull('form_version.duties')
      .select({ formId: 'form.id', postId: 'holding.post_id', duties: 'form_version.duties' })) as {
      formId: number;
      postId: number;
      duties: string;
    }[];
    rows.sort((one, other) => one.formId - other.formId);
    for (const { postId, duties } of rows) {
      const known = byPost.get(postId);
      if (known === undefined) byPost.set(postId, [duties]);
      else known.push(duties);
    }
  }
  return byPost;
}
