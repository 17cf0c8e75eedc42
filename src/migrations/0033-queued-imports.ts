import type { Knex } from 'knex';

/**
 * An import that is asked for now and done by whoever has time: its files wait as rows, so that any worker may read some of
 * them, and go when it is over. What it found stays.
 */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.createTable('queued_import', (table) => {
    table.integer('job_id').primary().references('job.id');
    table.text('request').notNullable();
    table.text('result');
  });
  await knex.schema.createTable('queued_file', (table) => {
    table.integer('job_id').notNullable().references('queued_import.job_id');
    table.integer('number').notNullable();
    table.text('name').notNullable();
    table.text('digest').notNullable();
    // Bytes as base64: every table holds texts and numbers alone.
    table.text('content');
    table.text('read');
    table.primary(['job_id', 'number']);
  });
}

export async function down(): Promise<void> {
  throw new Error('Queued imports are not taken back; restore a backup instead.');
}
