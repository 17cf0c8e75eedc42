import type { Knex } from 'knex';

/**
 * What a change of rules moves is added up from indexes alone, however many points a province has: the points that
 * follow the rules with their state, the counts of a case, and, apart from the main domain, which the case knows, the few others. Two work
 * tables hold what one step is about to write; between transactions they are empty.
 */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.alterTable('risk_point_state', (table) => {
    table.dropIndex([], 'risk_point_undecided');
    table.index(
      [
        ...['campaign_id', 'is_withdrawn', 'approved_grade', 'override_grade'],
        ...['case_id', 'unit_id', 'state', 'measure_count', 'post_id'],
      ],
      'risk_point_undecided',
    );
  });
  await knex.raw(
    `create index risk_point_other_domain on risk_point_domain (risk_point_id, domain)
      where is_main = 0 and state <> 'rejected'`,
  );
  await knex.schema.alterTable('rollup_case', (table) => {
    table.index(['case_id', 'campaign_id', 'points'], 'rollup_case_by_case');
  });
  await createRollupShift(knex);
  await createCaseMove(knex);
}

export async function down(): Promise<void> {
  throw new Error('Indexes are not taken back; restore a backup instead.');
}

/** Points whose grade moves, by all that rollups keep apart; without a state it is of another domain alone. */
async function createRollupShift(knex: Knex): Promise<void> {
  await knex.schema.createTable('rollup_shift', (table) => {
    table.integer('campaign_id').notNullable();
    table.integer('unit_id').notNullable();
    table.text('state');
    table.text('domain');
    table.integer('was').notNullable();
    table.integer('will').notNullable();
    table.integer('points').notNullable();
  });
}

/** Points on their way into other cases. */
async function createCaseMove(knex: Knex): Promise<void> {
  await knex.schema.createTable('case_move', (table) => {
    table.integer('risk_point_id').primary();
    table.integer('to_case').notNullable();
  });
}
