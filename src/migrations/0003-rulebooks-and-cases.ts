import type { Knex } from 'knex';

const KEY_DOMAINS = [
  'decision-making',
  'cadre-management',
  'personnel',
  'finance',
  'assets',
  'key-projects',
  'major-events',
  'procurement',
  'approvals',
  'enforcement',
  'policy-funds',
];

export async function up(knex: Knex): Promise<void> {
  await createRulebook(knex);
  await createRulebookVersion(knex);
  await createRulebookActivation(knex);
  await createScaleStep(knex);
  await createGradingCase(knex);
  await createCaseVerdict(knex);
}

export async function down(): Promise<void> {
  throw new Error('Rulebooks that graded anything are not taken back; restore a backup instead.');
}

async function createRulebook(knex: Knex): Promise<void> {
  await knex.schema.createTable('rulebook', (table) => {
    table.increments('id');
    table.text('kind').notNullable().checkIn(['grading', 'coverage', 'quality', 'domain']);
    table.text('name').notNullable().unique();
  });
}

async function createRulebookVersion(knex: Knex): Promise<void> {
  await knex.schema.createTable('rulebook_version', (table) => {
    table.increments('id');
    table.integer('rulebook_id').notNullable().references('rulebook.id');
    table.text('version').notNullable();
    table.text('body').notNullable();
    table.text('digest').notNullable();
    table.text('state').notNullable().checkIn(['draft', 'proposed', 'approved', 'active', 'retired']);
    table.text('created_at').notNullable();
    table.unique(['rulebook_id', 'version']);
  });
}

async function createRulebookActivation(knex: Knex): Promise<void> {
  await knex.schema.createTable('rulebook_activation', (table) => {
    table.increments('id');
    table.text('kind').notNullable().checkIn(['grading', 'coverage', 'quality', 'domain']);
    table.integer('unit_id').references('org_unit.id');
    table.integer('version_id').notNullable().references('rulebook_version.id');
    table.text('active_from').notNullable();
    table.text('active_to');
  });
  await knex.raw(
    `create unique index rulebook_one_active on rulebook_activation (kind, coalesce(unit_id, 0))
       where active_to is null`,
  );
}

async function createScaleStep(knex: Knex): Promise<void> {
  await knex.schema.createTable('scale_step', (table) => {
    table.text('scale').notNullable();
    table.text('step').notNullable();
    table.text('fact').notNullable();
    table.integer('position').notNullable();
    table.primary(['scale', 'step']);
  });
}

async function createGradingCase(knex: Knex): Promise<void> {
  await knex.schema.createTable('grading_case', (table) => {
    table.increments('id');
    table.text('case_key').notNullable().unique();
    table.text('subject').notNullable().checkIn(['risk-point', 'post']);
    table.text('probability_scale');
    table.text('probability_step');
    table.text('harm_scale');
    table.text('harm_step');
    table.text('domain').checkIn(KEY_DOMAINS);
    table.integer('measure_count_from');
    table.integer('measure_count_below');
    table
      .foreign(['probability_scale', 'probability_step'])
      .references(['scale', 'step'])
      .inTable('scale_step');
    table.foreign(['harm_scale', 'harm_step']).references(['scale', 'step']).inTable('scale_step');
  });
}

async function createCaseVerdict(knex: Knex): Promise<void> {
  await knex.schema.createTable('case_verdict', (table) => {
    table.integer('case_id').notNullable().references('grading_case.id');
    table.integer('rulebook_version_id').notNullable().references('rulebook_version.id');
    table.integer('grade').checkBetween([1, 3]);
    table.integer('severest').notNullable().checkBetween([1, 3]);
    table.integer('mildest').notNullable().checkBetween([1, 3]);
    table.text('trace').notNullable();
    table.primary(['case_id', 'rulebook_version_id']);
  });
}
