import type { Knex } from 'knex';
import { addColumns, refuseChange } from '../platform/schema-dialect.ts';

const ANSWERS: Readonly<Record<string, readonly string[]>> = {
  discretion: ['none', 'some', 'wide', 'unsure'],
  frequency: ['rarely', 'monthly', 'weekly', 'unsure'],
  amount: ['none', 'small', 'medium', 'large', 'unsure'],
  alone: ['joint', 'checked', 'alone', 'unsure'],
  findings: ['none', 'similar', 'same', 'unsure'],
};

/**
 * Who set a fact is named by account, too, with a note that says why. A fact may be taken back to unknown: the entry
 * then names the step that was taken back. Answers to guided questions are kept.
 */
export async function up(knex: Knex): Promise<void> {
  await addColumns(knex, 'risk_point_assessment', [
    'account_id integer references account (id)',
    'note text',
    'is_cleared integer not null default 0 check (is_cleared in (0, 1))',
  ]);
  await createRiskPointAnswer(knex);
  await refuseChange(knex, 'risk_point_answer', ['update', 'delete']);
}

export async function down(): Promise<void> {
  throw new Error('Assessments are not taken back; restore a backup instead.');
}

async function createRiskPointAnswer(knex: Knex): Promise<void> {
  await knex.schema.createTable('risk_point_answer', (table) => {
    table.increments('id');
    table.integer('risk_point_id').notNullable().references('risk_point.id').index();
    table.text('question').notNullable().checkIn(Object.keys(ANSWERS));
    table.text('answer').notNullable();
    table.text('set_by').notNullable();
    table.integer('account_id').references('account.id');
    table.text('set_at').notNullable();
    table.check(Object.entries(ANSWERS).map(answersTo).join(' or '));
  });
}

function answersTo([question, answers]: readonly [string, readonly string[]]): string {
  return `(question = '${question}' and answer in (${answers.map((answer) => `'${answer}'`).join(', ')}))`;
}
