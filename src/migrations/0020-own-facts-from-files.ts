import type { Knex } from 'knex';
import { continueIds, refuseChange } from '../platform/schema-dialect.ts';

/**
 * Of a fact that a file brought, which file, so that an import can be taken back. A post that an import made goes with
 * it; what was set of it is told all the same, so the history does not hold the post.
 */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.createTable('own_fact_change_with_file', (table) => {
    table.increments('id');
    table.integer('risk_point_id').references('risk_point.id').index();
    table.integer('post_id').index();
    table.text('fact').notNullable();
    table.text('kind').notNullable().checkIn(['number', 'truth', 'text', 'unknown']);
    table.integer('number');
    table.text('text');
    table.text('set_by').notNullable();
    table.integer('account_id').references('account.id');
    table.text('set_at').notNullable();
    table.integer('import_file_id').references('import_file.id').index();
    table.check('(risk_point_id is null) <> (post_id is null)');
    table.check(`(kind = 'text') = (text is not null)`);
    table.check(`(kind in ('number', 'truth')) = (number is not null)`);
    table.check(`kind <> 'truth' or number in (0, 1)`);
  });
  const columns = 'id, risk_point_id, post_id, fact, kind, number, text, set_by, account_id, set_at';
  await knex.raw(
    `insert into own_fact_change_with_file (${columns}) select ${columns} from own_fact_change order by id`,
  );
  await knex.schema.dropTable('own_fact_change');
  await knex.schema.renameTable('own_fact_change_with_file', 'own_fact_change');
  await continueIds(knex, 'own_fact_change');
  await refuseChange(knex, 'own_fact_change', ['update', 'delete']);
}

export async function down(): Promise<void> {
  throw new Error('Who set which fact is not taken back; restore a backup instead.');
}
