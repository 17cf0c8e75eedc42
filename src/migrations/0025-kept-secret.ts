import type { Knex } from 'knex';
import { isServer } from '../platform/schema-dialect.ts';

/** What several machines sign with. Beside an SQLite file it is a file of its own, which no copy of the data holds. */
export async function up(knex: Knex): Promise<void> {
  if (!isServer(knex)) return;
  await knex.schema.createTable('kept_secret', (table) => {
    table.text('name').primary();
    table.text('value').notNullable().checkLength('>=', 64);
  });
}

export async function down(knex: Knex): Promise<void> {
  await knex.schema.dropTableIfExists('kept_secret');
}
