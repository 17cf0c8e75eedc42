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
const UNIT_KINDS = ['region', 'bureau', 'division', 'affiliate', 'section'];
const ROLES = [
  'post-holder',
  'division-head',
  'leader-in-charge',
  'principal-leader',
  'party-group',
  'assessment-group',
  'discipline-team',
  'office',
  'auditor',
];

export async function up(knex: Knex): Promise<void> {
  await knex.schema.createTable('write_turn', (table) => {
    table.increments('id');
  });
  await createOrgUnit(knex);
  await createPost(knex);
  await createPostDomain(knex);
  await createPerson(knex);
  await createHolding(knex);
  await createAccount(knex);
  await createRoleAssignment(knex);
  await createSession(knex);
  await createSignInAttempt(knex);
}

export async function down(): Promise<void> {
  throw new Error('The first schema is not taken back; restore a backup instead.');
}

async function createOrgUnit(knex: Knex): Promise<void> {
  await knex.schema.createTable('org_unit', (table) => {
    table.increments('id');
    table.integer('parent_id').references('org_unit.id');
    table.text('kind').notNullable().checkIn(UNIT_KINDS);
    table.text('name').notNullable();
    table.text('path').notNullable().unique();
  });
  await knex.raw('create unique index org_unit_name on org_unit (coalesce(parent_id, 0), name)');
}

async function createPost(knex: Knex): Promise<void> {
  await knex.schema.createTable('post', (table) => {
    table.increments('id');
    table.integer('unit_id').notNullable().references('org_unit.id');
    table.text('name').notNullable();
    table.text('duties');
    table.unique(['unit_id', 'name']);
  });
}

async function createPostDomain(knex: Knex): Promise<void> {
  await knex.schema.createTable('post_domain', (table) => {
    table.integer('post_id').notNullable().references('post.id');
    table.text('domain').notNullable().checkIn(KEY_DOMAINS);
    table.text('state').notNullable().checkIn(['suggested', 'confirmed', 'rejected']);
    table.text('evidence');
    table.primary(['post_id', 'domain']);
  });
}

async function createPerson(knex: Knex): Promise<void> {
  await knex.schema.createTable('person', (table) => {
    table.increments('id');
    table.integer('unit_id').notNullable().references('org_unit.id');
    table.text('name').notNullable();
    table.unique(['unit_id', 'name']);
  });
}

async function createHolding(knex: Knex): Promise<void> {
  await knex.schema.createTable('holding', (table) => {
    table.increments('id');
    table.integer('person_id').notNullable().references('person.id');
    table.integer('post_id').notNullable().references('post.id');
    table.date('from_date');
    table.date('to_date');
    table.index(['post_id']);
  });
  await knex.raw('create unique index holding_current on holding (person_id, post_id) where to_date is null');
}

async function createAccount(knex: Knex): Promise<void> {
  await knex.schema.createTable('account', (table) => {
    table.increments('id');
    table.text('username').notNullable().unique();
    table.text('display_name').notNullable();
    table.text('password_hash').notNullable();
    table.integer('person_id').references('person.id');
    table.integer('is_active').notNullable().defaultTo(1).checkIn(['0', '1']);
    table.text('created_at').notNullable();
  });
}

async function createRoleAssignment(knex: Knex): Promise<void> {
  await knex.schema.createTable('role_assignment', (table) => {
    table.increments('id');
    table.integer('account_id').notNullable().references('account.id');
    table.text('role').notNullable().checkIn(ROLES);
    table.integer('unit_id').notNullable().references('org_unit.id');
    table.unique(['account_id', 'role', 'unit_id']);
  });
}

async function createSession(knex: Knex): Promise<void> {
  await knex.schema.createTable('session', (table) => {
    table.text('sid').primary();
    table.json('sess').notNullable();
    table.timestamp('expired').notNullable().index();
  });
}

async function createSignInAttempt(knex: Knex): Promise<void> {
  await knex.schema.createTable('sign_in_attempt', (table) => {
    table.increments('id');
    table.text('key').notNullable();
    table.text('at').notNullable();
    table.index(['key', 'at']);
  });
}
