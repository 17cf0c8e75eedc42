import type { Knex } from 'knex';

/**
 * Facts that a bureau adds itself. A definition is written once and kept; what a point's own facts are, the post's and
 * the derived ones included, stands in `risk_point_fact`, so that whoever groups points looks in one place.
 */
export async function up(knex: Knex): Promise<void> {
  await createFactDefinition(knex);
  await createRiskPointFact(knex);
  await createPostFact(knex);
  await createGradingCaseFact(knex);
}

export async function down(): Promise<void> {
  throw new Error('Facts that rulebooks speak of are not taken back; restore a backup instead.');
}

async function createFactDefinition(knex: Knex): Promise<void> {
  await knex.schema.createTable('fact_definition', (table) => {
    table.increments('id');
    table.integer('unit_id').notNullable().references('org_unit.id');
    table.text('name').notNullable();
    table.text('type').notNullable().checkIn(['number', 'boolean', 'choice']);
    table.text('subject').notNullable().checkIn(['risk-point', 'post']);
    table.text('body').notNullable();
    table.text('created_by').notNullable();
    table.text('created_at').notNullable();
    table.unique(['unit_id', 'name']);
  });
}

async function createRiskPointFact(knex: Knex): Promise<void> {
  await knex.schema.createTable('risk_point_fact', (table) => {
    table.integer('risk_point_id').notNullable().references('risk_point.id');
    ownValue(table);
    table.primary(['risk_point_id', 'fact']);
  });
  await knex.raw(
    'create index risk_point_fact_by_fact on risk_point_fact (fact, risk_point_id, number, text)',
  );
}

async function createPostFact(knex: Knex): Promise<void> {
  await knex.schema.createTable('post_fact', (table) => {
    table.integer('post_id').notNullable().references('post.id');
    ownValue(table);
    table.primary(['post_id', 'fact']);
  });
}

async function createGradingCaseFact(knex: Knex): Promise<void> {
  await knex.schema.createTable('grading_case_fact', (table) => {
    table.integer('case_id').notNullable().references('grading_case.id');
    table.text('fact').notNullable();
    table.text('kind').notNullable().checkIn(['unknown', 'text', 'truth', 'number']);
    table.text('text');
    table.integer('number_from');
    table.integer('number_below');
    table.primary(['case_id', 'fact']);
  });
}

/** A known value: a truth is 0 or 1. What is unknown has no row. */
function ownValue(table: Knex.CreateTableBuilder): void {
  table.text('fact').notNullable();
  table.text('kind').notNullable().checkIn(['number', 'truth', 'text']);
  table.integer('number');
  table.text('text');
  table.text('set_by').notNullable();
  table.text('set_at').notNullable();
  table.check(`(kind = 'text') = (text is not null) and (kind = 'text') = (number is null)`);
  table.check(`kind <> 'truth' or number in (0, 1)`);
}
