import type { Knex } from 'knex';
import { addColumns } from '../platform/schema-dialect.ts';

/** A job may be shared out into others, which several workers do at once. A part says whose it is. */
export async function up(knex: Knex): Promise<void> {
  await addColumns(knex, 'job', ['part_of integer']);
  await knex.raw('create index job_part on job (part_of) where part_of is not null');
}

export async function down(): Promise<void> {
  throw new Error('Parts of jobs are not taken back; restore a backup instead.');
}
