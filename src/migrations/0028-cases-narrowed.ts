import type { Knex } from 'knex';
import { refuseChange } from '../platform/schema-dialect.ts';

/**
 * A case that a new threshold cuts keeps its id for the largest of its parts. What it was before is kept: grades that
 * people decided name the case that they saw. Points on their way out of a case are found before anybody knows whither,
 * so what their part is stands beside them.
 */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.createTable('case_narrowing', (table) => {
    table.increments('id');
    table.integer('case_id').notNullable().references('grading_case.id');
    table.text('case_key').notNullable();
    table.text('narrowed_at').notNullable();
    table.index(['case_id', 'id']);
  });
  await refuseChange(knex, 'case_narrowing', ['update', 'delete']);
  await knex.schema.dropTable('case_move');
  await knex.schema.createTable('case_move', (table) => {
    table.integer('risk_point_id').primary();
    table.integer('from_case').notNullable();
    table.text('cut').notNullable();
  });
  await knex.schema.createTable('case_part', (table) => {
    table.integer('from_case').notNullable();
    table.text('cut').notNullable();
    table.integer('to_case').notNullable();
    table.primary(['from_case', 'cut']);
  });
}

export async function down(): Promise<void> {
  throw new Error('What cases were is not taken back; restore a backup instead.');
}
