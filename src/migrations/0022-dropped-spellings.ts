import type { Knex } from 'knex';

/**
 * How a person's name was also written in a unit, before it was put right or two spellings were made one person, so
 * that a paper with that spelling still means the person. It goes with the person and with the unit.
 */
export async function up(knex: Knex): Promise<void> {
  await knex.schema.createTable('person_spelling', (table) => {
    table.increments('id');
    table.integer('person_id').notNullable().references('person.id').onDelete('cascade').index();
    table.integer('unit_id').notNullable().references('org_unit.id').onDelete('cascade');
    table.text('name').notNullable().checkLength('>', 0);
    table.unique(['unit_id', 'name']);
  });
}

export async function down(): Promise<void> {
  throw new Error('Which spellings mean whom is not taken back; restore a backup instead.');
}
