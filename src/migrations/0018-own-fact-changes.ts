import type { Knex } from 'knex';
import { refuseChange } from '../platform/schema-dialect.ts';

/** Who set which fact that the bureau added, of a point or of a post, to what, and when; the past stays. */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.createTable('own_fact_change', (table) => {
    table.increments('id');
    table.integer('risk_point_id').references('risk_point.id').index();
    table.integer('post_id').references('post.id').index();
    table.text('fact').notNullable();
    table.text('kind').notNullable().checkIn(['number', 'truth', 'text', 'unknown']);
    table.integer('number');
    table.text('text');
    table.text('set_by').notNullable();
    table.integer('account_id').references('account.id');
    table.text('set_at').notNullable();
    table.check('(risk_point_id is null) <> (post_id is null)');
    table.check(`(kind = 'text') = (text is not null)`);
    table.check(`(kind in ('number', 'truth')) = (number is not null)`);
    table.check(`kind <> 'truth' or number in (0, 1)`);
  });
  await refuseChange(knex, 'own_fact_change', ['update', 'delete']);
}

export async function down(): Promise<void> {
  throw new Error('Who set which fact is not taken back; restore a backup instead.');
}
