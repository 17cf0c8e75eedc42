import type { Knex } from 'knex';
import { refuse } from '../platform/schema-dialect.ts';

/** A bureau's change of a rulebook while it is written. Its text may be unsound for a while, but is never empty. */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.createTable('rulebook_draft', (table) => {
    table.increments('id');
    table.text('kind').notNullable().checkIn(['grading', 'coverage', 'domain']);
    table.text('name').notNullable();
    table.integer('unit_id').notNullable().references('org_unit.id');
    table.integer('based_on').notNullable().references('rulebook_version.id');
    table.text('text').notNullable();
    table.integer('guard').notNullable().defaultTo(1);
    table.integer('created_by').notNullable().references('account.id');
    table.text('created_at').notNullable();
    table.text('saved_by').notNullable();
    table.text('saved_at').notNullable();
    table.unique(['unit_id', 'name']);
    table.check('length(text) between 2 and 1048576', {}, 'rulebook_draft_text');
    table.check('guard >= 1', {}, 'rulebook_draft_guard');
  });
  const fixed = ['unit_id', 'name', 'kind'].map((column) => `new.${column} <> old.${column}`);
  await refuse(
    knex,
    { name: 'rulebook_draft_guarded', event: 'before update', table: 'rulebook_draft' },
    {
      when: ['new.guard <> old.guard + 1', ...fixed].join(' or '),
      words: 'a save of a draft goes on from the one before',
    },
  );
}

export async function down(): Promise<void> {
  throw new Error('Drafts that people are writing are not thrown away; restore a backup instead.');
}
