import type { Knex } from 'knex';
import { addColumns, refuseChange } from '../platform/schema-dialect.ts';

/** Tables whose rows an import makes or changes, and an undo puts back. */
const CHANGED_TABLES = [
  'org_unit',
  'post',
  'person',
  'holding',
  'post_domain',
  'form',
  'form_holding',
  'form_paper',
  'risk_point_state',
  'risk_point_domain',
];

export async function up(knex: Knex): Promise<void> {
  await addColumns(knex, 'campaign', [
    'shows_grades_to_holders integer not null default 0 check (shows_grades_to_holders in (0, 1))',
  ]);
  await addColumns(knex, 'import_batch', [
    'undone_at text',
    'undone_by_account integer references account (id)',
    'undone_by text',
    'undo_reason text',
  ]);
  await createImportChange(knex);
  await createAssessmentReversal(knex);
  for (const table of ['import_change', 'assessment_reversal']) {
    await refuseChange(knex, table, ['update', 'delete']);
  }
}

export async function down(): Promise<void> {
  throw new Error('What an import changed is not forgotten; restore a backup instead.');
}

/** A row as it was before a batch and after it; no `before` is a row that the batch made. */
async function createImportChange(knex: Knex): Promise<void> {
  await knex.schema.createTable('import_change', (table) => {
    table.increments('id');
    table.integer('batch_id').notNullable().references('import_batch.id');
    table.text('changed_table').notNullable().checkIn(CHANGED_TABLES);
    table.text('row_key').notNullable();
    table.text('before');
    table.text('after');
    table.unique(['batch_id', 'changed_table', 'row_key']);
    table.check('?? is not null or ?? is not null', ['before', 'after']);
  });
}

/** An assessment that was taken back: it stays on record and counts no more. */
async function createAssessmentReversal(knex: Knex): Promise<void> {
  await knex.schema.createTable('assessment_reversal', (table) => {
    table.integer('assessment_id').primary().references('risk_point_assessment.id');
    table.integer('batch_id').notNullable().references('import_batch.id');
    table.text('at').notNullable();
  });
}
