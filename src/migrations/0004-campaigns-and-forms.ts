import type { Knex } from 'knex';
import { mayReferAhead, refuseChange } from '../platform/schema-dialect.ts';

const FORM_STATES = ['draft', 'submitted', 'returned', 'rated', 'rectifying', 'accepted'];

export async function up(knex: Knex): Promise<void> {
  await createCampaign(knex);
  await createImportBatch(knex);
  await createImportFile(knex);
  await createForm(knex);
  await createFormHolding(knex);
  await createFormVersion(knex);
  await createFormPaper(knex);
  await createFormOpinionText(knex);
  await createValueSource(knex);
  await refuseChange(knex, 'form_version', ['update', 'delete']);
}

export async function down(): Promise<void> {
  throw new Error('Filed forms are not taken back; restore a backup instead.');
}

async function createCampaign(knex: Knex): Promise<void> {
  await knex.schema.createTable('campaign', (table) => {
    table.increments('id');
    table.integer('bureau_id').notNullable().references('org_unit.id');
    table.integer('year').notNullable().checkBetween([2000, 2100]);
    table.text('document_number');
    table.date('opens_on');
    table.date('due_on');
    table
      .text('state')
      .notNullable()
      .checkIn(['planned', 'open', 'assessing', 'approved', 'published', 'closed']);
    table.unique(['bureau_id', 'year']);
  });
}

async function createImportBatch(knex: Knex): Promise<void> {
  await knex.schema.createTable('import_batch', (table) => {
    table.increments('id');
    table.integer('campaign_id').notNullable().references('campaign.id');
    table.text('at').notNullable();
    table.integer('account_id').references('account.id');
    table.text('actor').notNullable();
  });
}

async function createImportFile(knex: Knex): Promise<void> {
  await knex.schema.createTable('import_file', (table) => {
    table.increments('id');
    table.integer('batch_id').notNullable().references('import_batch.id');
    table.text('name').notNullable();
    table.text('format').notNullable();
    table.text('digest').notNullable();
  });
}

async function createForm(knex: Knex): Promise<void> {
  await knex.schema.createTable('form', (table) => {
    table.increments('id');
    table.integer('campaign_id').notNullable().references('campaign.id');
    table.integer('unit_id').notNullable().references('org_unit.id');
    table.text('state').notNullable().checkIn(FORM_STATES);
    table.integer('current_version').notNullable();
    table.index(['campaign_id', 'unit_id']);
  });
}

async function createFormHolding(knex: Knex): Promise<void> {
  await knex.schema.createTable('form_holding', (table) => {
    table.integer('form_id').notNullable().references('form.id');
    table.integer('holding_id').notNullable().references('holding.id');
    table.integer('campaign_id').notNullable().references('campaign.id');
    table.primary(['form_id', 'holding_id']);
    table.unique(['campaign_id', 'holding_id']);
  });
}

async function createFormVersion(knex: Knex): Promise<void> {
  await knex.schema.createTable('form_version', (table) => {
    table.increments('id');
    table.integer('form_id').notNullable().references('form.id');
    table.integer('version').notNullable();
    table.text('source_kind').notNullable().checkIn(['annex1', 'annex2', 'register']);
    table.text('duties');
    table.date('filled_on');
    table.text('digest').notNullable();
    table.integer('import_file_id').references('import_file.id');
    table.text('created_at').notNullable();
    table.unique(['form_id', 'version']);
  });
}

async function createFormPaper(knex: Knex): Promise<void> {
  await knex.schema.createTable('form_paper', (table) => {
    table.integer('form_id').notNullable().references('form.id');
    table.text('kind').notNullable().checkIn(['annex1', 'annex2', 'register']);
    table.text('digest').notNullable();
    table.primary(['form_id', 'kind']);
  });
}

async function createFormOpinionText(knex: Knex): Promise<void> {
  await knex.schema.createTable('form_opinion_text', (table) => {
    table.increments('id');
    table.integer('form_version_id').notNullable().references('form_version.id');
    table.text('label').notNullable();
    table.text('text').notNullable();
  });
}

async function createValueSource(knex: Knex): Promise<void> {
  await knex.schema.createTable('value_source', (table) => {
    table.increments('id');
    table.integer('form_version_id').references('form_version.id');
    const point = table.integer('risk_point_id');
    // Made by the next migration, which refers to it where this one cannot.
    if (mayReferAhead(knex)) point.references('risk_point.id');
    table.integer('import_file_id').notNullable().references('import_file.id');
    table.text('field').notNullable();
    table.text('sheet');
    table.integer('table_number');
    table.integer('line');
    table.integer('row');
    table.integer('column');
    table.text('raw').notNullable();
    table.index(['risk_point_id']);
    table.index(['form_version_id']);
  });
}
