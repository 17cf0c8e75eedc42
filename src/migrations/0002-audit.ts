import type { Knex } from 'knex';
import { refuseChange } from '../platform/schema-dialect.ts';

export async function up(knex: Knex): Promise<void> {
  await knex.schema.createTable('audit_entry', (table) => {
    table.integer('sequence').primary();
    table.text('at').notNullable();
    table.integer('actor_account_id').references('account.id');
    table.text('actor').notNullable();
    table.text('action').notNullable();
    table.text('object_type').notNullable();
    table.text('object_id').notNullable();
    table.text('unit_path').notNullable();
    table.text('details').notNullable();
    table.text('previous_hash').notNullable().unique();
    table.text('hash').notNullable().unique();
    table.index(['object_type', 'object_id']);
  });
  await refuseChange(knex, 'audit_entry', ['update', 'delete']);
}

export async function down(): Promise<void> {
  throw new Error('An audit trail is not taken back.');
}
