import type { Knex } from 'knex';
import { mayReferAhead, refuseChange } from '../platform/schema-dialect.ts';

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
const POINT_STATES = ['entered', 'assessed', 'approved', 'published'];

export async function up(knex: Knex): Promise<void> {
  await createRiskPoint(knex);
  await createRiskPointRevision(knex);
  await createMeasure(knex);
  await createRiskPointDomain(knex);
  await createRiskPointAssessment(knex);
  await createRiskPointState(knex);
  await createRollupCase(knex);
  await createRollupGrade(knex);
  await createRollupDomain(knex);
  await createCoverageExemption(knex);
  for (const table of ['risk_point_revision', 'risk_point_assessment', 'measure']) {
    await refuseChange(knex, table, ['update', 'delete']);
  }
}

export async function down(): Promise<void> {
  throw new Error('Risk points are not taken back; restore a backup instead.');
}

async function createRiskPoint(knex: Knex): Promise<void> {
  await knex.schema.createTable('risk_point', (table) => {
    table.increments('id');
    table.integer('form_id').notNullable().references('form.id');
    table.index(['form_id']);
  });
  if (!mayReferAhead(knex)) {
    await knex.schema.alterTable('value_source', (table) => {
      table.foreign('risk_point_id').references('risk_point.id');
    });
  }
}

async function createRiskPointRevision(knex: Knex): Promise<void> {
  await knex.schema.createTable('risk_point_revision', (table) => {
    table.increments('id');
    table.integer('risk_point_id').notNullable().references('risk_point.id');
    table.integer('form_version_id').notNullable().references('form_version.id');
    table.integer('ordinal').notNullable();
    table.text('text').notNullable();
    table.unique(['form_version_id', 'ordinal']);
    table.unique(['risk_point_id', 'form_version_id']);
  });
}

async function createMeasure(knex: Knex): Promise<void> {
  await knex.schema.createTable('measure', (table) => {
    table.increments('id');
    table.integer('revision_id').notNullable().references('risk_point_revision.id').index();
    table.text('text').notNullable();
  });
}

async function createRiskPointDomain(knex: Knex): Promise<void> {
  await knex.schema.createTable('risk_point_domain', (table) => {
    table.integer('risk_point_id').notNullable().references('risk_point.id');
    table.text('domain').notNullable().checkIn(KEY_DOMAINS);
    table.text('state').notNullable().checkIn(['suggested', 'accepted', 'rejected']);
    table.integer('is_main').notNullable().checkIn(['0', '1']);
    table.text('evidence');
    table.text('set_by');
    table.text('set_at').notNullable();
    table.primary(['risk_point_id', 'domain']);
    table.index(['domain', 'state']);
  });
  await knex.raw(
    'create unique index risk_point_one_main on risk_point_domain (risk_point_id) where is_main = 1',
  );
}

async function createRiskPointAssessment(knex: Knex): Promise<void> {
  await knex.schema.createTable('risk_point_assessment', (table) => {
    table.increments('id');
    table.integer('risk_point_id').notNullable().references('risk_point.id').index();
    table.text('fact').notNullable().checkIn(['probability', 'harm']);
    table.text('scale').notNullable();
    table.text('step').notNullable();
    table.text('set_by').notNullable();
    table.text('set_at').notNullable();
    table.integer('import_file_id').references('import_file.id');
    table.foreign(['scale', 'step']).references(['scale', 'step']).inTable('scale_step');
  });
}

async function createRiskPointState(knex: Knex): Promise<void> {
  await knex.schema.createTable('risk_point_state', (table) => {
    table.integer('risk_point_id').primary().references('risk_point.id');
    table.integer('campaign_id').notNullable().references('campaign.id');
    table.integer('unit_id').notNullable().references('org_unit.id');
    table.integer('post_id').references('post.id');
    table.integer('holding_id').references('holding.id');
    table.integer('revision_id').notNullable().references('risk_point_revision.id');
    table.integer('ordinal').notNullable();
    table.integer('is_withdrawn').notNullable().defaultTo(0).checkIn(['0', '1']);
    table.text('state').notNullable().checkIn(POINT_STATES);
    table.text('probability_scale');
    table.text('probability_step');
    table.text('harm_scale');
    table.text('harm_step');
    table.text('main_domain').checkIn(KEY_DOMAINS);
    table.integer('measure_count').notNullable();
    table.integer('case_id').notNullable().references('grading_case.id');
    table.integer('declared_grade').checkBetween([1, 3]);
    table.integer('override_grade').checkBetween([1, 3]);
    table.integer('approved_grade').checkBetween([1, 3]);
    table.integer('guard').notNullable().defaultTo(1);
    table
      .foreign(['probability_scale', 'probability_step'])
      .references(['scale', 'step'])
      .inTable('scale_step');
    table.foreign(['harm_scale', 'harm_step']).references(['scale', 'step']).inTable('scale_step');
    table.index(['campaign_id', 'unit_id', 'ordinal']);
    table.index(['case_id', 'unit_id']);
  });
}

async function createRollupCase(knex: Knex): Promise<void> {
  await knex.schema.createTable('rollup_case', (table) => {
    table.integer('campaign_id').notNullable().references('campaign.id');
    table.integer('case_id').notNullable().references('grading_case.id');
    table.text('state').notNullable();
    table.integer('points').notNullable();
    table.primary(['campaign_id', 'case_id', 'state']);
  });
}

async function createRollupGrade(knex: Knex): Promise<void> {
  await knex.schema.createTable('rollup_grade', (table) => {
    table.integer('campaign_id').notNullable().references('campaign.id');
    table.integer('unit_id').notNullable().references('org_unit.id');
    table.integer('grade').notNullable().checkBetween([0, 3]);
    table.text('state').notNullable();
    table.integer('points').notNullable();
    table.primary(['campaign_id', 'unit_id', 'grade', 'state']);
  });
}

async function createRollupDomain(knex: Knex): Promise<void> {
  await knex.schema.createTable('rollup_domain', (table) => {
    table.integer('campaign_id').notNullable().references('campaign.id');
    table.integer('unit_id').notNullable().references('org_unit.id');
    table.text('domain').notNullable();
    table.integer('grade').notNullable().checkBetween([0, 3]);
    table.integer('points').notNullable();
    table.primary(['campaign_id', 'unit_id', 'domain', 'grade']);
  });
}

async function createCoverageExemption(knex: Knex): Promise<void> {
  await knex.schema.createTable('coverage_exemption', (table) => {
    table.increments('id');
    table.integer('campaign_id').notNullable().references('campaign.id');
    table.integer('unit_id').notNullable().references('org_unit.id');
    table.text('domain').notNullable().checkIn(KEY_DOMAINS);
    table.text('reason').notNullable();
    table.text('approved_by');
    table.text('approved_at');
    table.unique(['campaign_id', 'unit_id', 'domain']);
  });
}
