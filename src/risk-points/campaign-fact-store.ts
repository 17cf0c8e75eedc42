import type { Knex } from 'knex';
import type { Queryable, Transaction } from '../platform/database.ts';
import type { DeclaredFact } from '../rulebooks/declared-fact.ts';
import { partsOf } from '../rulebooks/derived-value.ts';
import { COMPUTED_BY, isSetOfPost } from './own-fact-change.ts';
import { HOLDER, pointsOfHolders } from './point-of-post-store.ts';

/**
 * Gives all standing points of a campaign their posts' facts and all that is derived: what `settleOwnFacts` does for
 * some points, in a few statements for each such fact, however many points there are.
 */
export async function settleCampaign(
  transaction: Transaction,
  campaignId: number,
  declared: readonly DeclaredFact[],
  at: string,
): Promise<void> {
  const derived = declared.filter((fact) => fact.derived !== undefined);
  const of = { transaction, campaignId };
  for (const { name } of declared.filter(isSetOfPost)) await settle(of, name, factOfPost(of, name));
  const computed = [COMPUTED_BY, at];
  // What counts truths comes last: it counts those of the post as well.
  for (const { name } of derived.filter((fact) => partsOf(fact).length === 0)) {
    await settle(of, name, countOfPoints(of, computed));
  }
  for (const fact of derived.filter((one) => partsOf(one).length > 0)) {
    await settle(of, fact.name, countOfTruths(of, partsOf(fact), computed));
  }
}

interface OfCampaign {
  readonly transaction: Transaction;
  readonly campaignId: number;
}

/** Makes a fact what a query of `POINT_VALUE` says, and unknown of points that it leaves out. Rows that are right stay. */
async function settle(
  { transaction, campaignId }: OfCampaign,
  fact: string,
  values: Knex.QueryBuilder,
): Promise<void> {
  const { sql, bindings } = values.toSQL();
  const due = `with due as materialized (${sql})`;
  const isSame = `due.kind = risk_point_fact.kind
    and (due.number = risk_point_fact.number or due.text = risk_point_fact.text)`;
  await transaction.raw(
    `${due} delete from risk_point_fact where fact = ? and risk_point_id in (
        select risk_point_id from risk_point_state where campaign_id = ? and is_withdrawn = 0)
      and not exists (select 1 from due where due.risk_point_id = risk_point_fact.risk_point_id and ${isSame})`,
    [...bindings, fact, campaignId],
  );
  await transaction.raw(
    `insert into risk_point_fact (risk_point_id, fact, kind, number, text, set_by, set_at)
      ${due} select risk_point_id, ?, kind, number, text, set_by, set_at from due where not exists (
        select 1 from risk_point_fact as known where known.risk_point_id = due.risk_point_id and known.fact = ?)`,
    [...bindings, fact, fact],
  );
}

function standing({ transaction, campaignId }: OfCampaign): Knex.QueryBuilder {
  const of = { 'risk_point_state.campaign_id': campaignId, 'risk_point_state.is_withdrawn': 0 };
  return transaction('risk_point_state').where(of).select('risk_point_state.risk_point_id');
}

function factOfPost(of: OfCampaign, fact: string): Knex.QueryBuilder {
  const columns = ['kind', 'number', 'text', 'set_by', 'set_at'].map((column) => `post_fact.${column}`);
  return standing(of)
    .join('post_fact', 'post_fact.post_id', 'risk_point_state.post_id')
    .where('post_fact.fact', fact)
    .select(columns);
}

function countOfPoints(of: OfCampaign, computed: readonly string[]): Knex.QueryBuilder {
  const { transaction, campaignId } = of;
  return standing(of)
    .join(pointsOfHolders(transaction, [campaignId]).as('held'), 'held.holder', transaction.raw(HOLDER))
    .select(computedNumber(transaction, 'held.number', computed));
}

function countOfTruths(
  of: OfCampaign,
  parts: readonly string[],
  computed: readonly string[],
): Knex.QueryBuilder {
  const names = parts.map((_, index) => `part_${String(index)}`);
  const query = standing(of);
  names.forEach((name, index) => {
    void query.join({ [name]: 'risk_point_fact' }, (join) => {
      join
        .on(`${name}.risk_point_id`, 'risk_point_state.risk_point_id')
        .andOnVal(`${name}.fact`, parts[index] ?? '');
    });
  });
  const isTrue = names.map((name) => `case when ${name}.kind = 'truth' then ${name}.number else 0 end`);
  return query.select(computedNumber(of.transaction, isTrue.join(' + '), computed));
}

function computedNumber(from: Queryable, number: string, computed: readonly string[]): Knex.Raw {
  return from.raw(`'number' as kind, ${number} as number, null as text, ? as set_by, ? as set_at`, computed);
}
