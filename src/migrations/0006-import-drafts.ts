import type { Knex } from 'knex';
import { refuse } from '../platform/schema-dialect.ts';

export async function up(knex: Knex): Promise<void> {
  await knex.schema.createTable('import_draft', (table) => {
    table.increments('id');
    table.integer('account_id').notNullable().references('account.id');
    table.integer('bureau_id').notNullable().references('org_unit.id');
    table.integer('year').notNullable().checkBetween([2000, 2100]);
    table.text('state').notNullable().checkIn(['open', 'committed', 'discarded']);
    table.integer('guard').notNullable().defaultTo(1);
    table.text('created_at').notNullable();
    table.text('changed_at').notNullable();
    table.integer('batch_id').references('import_batch.id');
    table.index(['account_id', 'state']);
  });
  await createFile(knex);
  await createCorrection(knex);
  await refuse(
    knex,
    { name: 'import_draft_ends_once', event: 'before update of state', table: 'import_draft' },
    { when: `old.state <> 'open'`, words: 'an import draft ends once' },
  );
}

export async function down(knex: Knex): Promise<void> {
  await knex.schema.dropTable('import_draft_correction');
  await knex.schema.dropTable('import_draft_file');
  await knex.schema.dropTable('import_draft');
}

async function createFile(knex: Knex): Promise<void> {
  await knex.schema.createTable('import_draft_file', (table) => {
    table.increments('id');
    table.integer('draft_id').notNullable().references('import_draft.id').index();
    table.text('name').notNullable();
    table.text('digest').notNullable();
    table.integer('size').notNullable();
    table.text('document');
    table.text('reading').notNullable();
  });
}

async function createCorrection(knex: Knex): Promise<void> {
  await knex.schema.createTable('import_draft_correction', (table) => {
    table.increments('id');
    table.integer('draft_id').notNullable().references('import_draft.id');
    table.integer('file_id').references('import_draft_file.id');
    table.text('subject').notNullable();
    table.text('body').notNullable();
  });
  await knex.raw(`create unique index import_draft_one_decision
    on import_draft_correction (draft_id, coalesce(file_id, 0), subject)`);
}
