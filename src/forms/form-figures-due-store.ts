import type { Transaction } from '../platform/database.ts';

/**
 * Counts anew the units in which this transaction changed a form, a holding or a post. Triggers of the database note
 * which, so that no change can forget it.
 */
export async function settleFormFigures(transaction: Transaction): Promise<void> {
  const due = (await transaction('figures_due').pluck('unit_id')) as number[];
  if (due.length === 0) return;
  const isDue = transaction('figures_due').select('unit_id');
  await transaction('rollup_form').whereIn('unit_id', isDue.clone()).delete();
  await transaction('rollup_holding').whereIn('unit_id', isDue.clone()).delete();
  const holdings = 'select 1 from form_holding where form_holding.form_id = form.id';
  const annex1 = `select 1 from form_paper where form_paper.form_id = form.id and form_paper.kind = 'annex1'`;
  const counted = [
    'sum(case when form.current_version > 0 then 1 else 0 end)',
    `sum(case when form.current_version > 0 and not exists (${annex1}) and exists (${holdings}) then 1 else 0 end)`,
    'sum((select count(*) from form_holding where form_holding.form_id = form.id))',
  ];
  await transaction(
    transaction.raw('rollup_form (campaign_id, unit_id, forms, without_annex1, covered_holdings)'),
  ).insert(
    transaction('form')
      .whereIn('form.unit_id', isDue.clone())
      .groupBy('form.campaign_id', 'form.unit_id')
      .select('form.campaign_id', 'form.unit_id', ...counted.map((sum) => transaction.raw(sum))),
  );
  await transaction(transaction.raw('rollup_holding (unit_id, holdings)')).insert(
    transaction('holding')
      .join('post', 'post.id', 'holding.post_id')
      .whereNull('holding.to_date')
      .whereIn('post.unit_id', isDue.clone())
      .groupBy('post.unit_id')
      .select('post.unit_id', transaction.raw('count(*)')),
  );
  await transaction('figures_due').delete();
}
