import type { Knex } from 'knex';

/**
 * What-if adds up the points of cases whose grade would change, while somebody types. These indexes hold all that it
 * asks of a point, so that no row of the tables is opened: the points that follow the rules, by case, and the facts
 * that cut a case anew.
 */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.alterTable('risk_point_state', (table) => {
    table.index(
      [
        ...['campaign_id', 'is_withdrawn', 'approved_grade', 'override_grade'],
        ...['case_id', 'unit_id', 'measure_count', 'post_id'],
      ],
      'risk_point_undecided',
    );
  });
  await knex.schema.alterTable('risk_point_domain', (table) => {
    table.index(['risk_point_id', 'state', 'domain'], 'risk_point_domain_of_point');
  });
  await knex.raw('drop index risk_point_fact_by_fact');
  await knex.raw(
    'create index risk_point_fact_by_fact on risk_point_fact (fact, risk_point_id, kind, number, text)',
  );
}

export async function down(): Promise<void> {
  throw new Error('Indexes are not taken back; restore a backup instead.');
}
