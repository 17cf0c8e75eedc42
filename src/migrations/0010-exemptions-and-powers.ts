import type { Knex } from 'knex';
import { refuse, refuseChange } from '../platform/schema-dialect.ts';

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
const EXEMPTION_STATES = ['requested', 'approved', 'refused', 'withdrawn', 'revoked'];

export async function up(knex: Knex): Promise<void> {
  await knex.schema.renameTable('coverage_exemption', 'coverage_exemption_of_0005');
  await knex.schema.alterTable('coverage_exemption_of_0005', (table) => {
    table.dropUnique([], 'coverage_exemption_campaign_id_unit_id_domain_unique');
  });
  await createExemption(knex);
  await createExemptionStep(knex);
  await takeOverExemptions(knex);
  await knex.schema.dropTable('coverage_exemption_of_0005');
  await guardExemptions(knex);
  await createPowerImport(knex);
  await createListedPower(knex);
  await guardPowers(knex);
}

export async function down(): Promise<void> {
  throw new Error('Decisions on exemptions are not taken back; restore a backup instead.');
}

async function createExemption(knex: Knex): Promise<void> {
  await knex.schema.createTable('coverage_exemption', (table) => {
    table.increments('id');
    table.integer('campaign_id').notNullable().references('campaign.id');
    table.integer('unit_id').notNullable().references('org_unit.id');
    table.text('domain').notNullable().checkIn(KEY_DOMAINS);
    table.text('state').notNullable().checkIn(EXEMPTION_STATES);
    table.index(['campaign_id', 'unit_id']);
  });
  await knex.raw(
    `create unique index coverage_exemption_one_open on coverage_exemption (campaign_id, unit_id, domain)
       where state in ('requested', 'approved')`,
  );
}

async function createExemptionStep(knex: Knex): Promise<void> {
  await knex.schema.createTable('coverage_exemption_step', (table) => {
    table.increments('id');
    table.integer('exemption_id').notNullable().references('coverage_exemption.id');
    table.text('state').notNullable().checkIn(EXEMPTION_STATES);
    table.text('reason');
    table.integer('account_id').references('account.id');
    table.text('actor').notNullable();
    table.text('at').notNullable();
    table.unique(['exemption_id', 'state']);
    table.check(
      `state in ('approved', 'withdrawn') or length(trim(coalesce(reason, ''))) >= 10`,
      {},
      'coverage_exemption_step_reason',
    );
  });
}

/** What 0005 held has a name but no account, and its reason may be shorter than is asked for now. */
async function takeOverExemptions(knex: Knex): Promise<void> {
  await knex.raw(
    `insert into coverage_exemption (id, campaign_id, unit_id, domain, state)
     select id, campaign_id, unit_id, domain,
       case when approved_at is null then 'requested' else 'approved' end
     from coverage_exemption_of_0005`,
  );
  await knex.raw(
    `insert into coverage_exemption_step (exemption_id, state, reason, actor, at)
     select id, 'requested',
       case when length(trim(reason)) >= 10 then reason else reason || '（系统升级前登记的理由）' end,
       coalesce(approved_by, '—'), coalesce(approved_at, '2021-01-01T00:00:00.000Z')
     from coverage_exemption_of_0005`,
  );
  await knex.raw(
    `insert into coverage_exemption_step (exemption_id, state, actor, at)
     select id, 'approved', coalesce(approved_by, '—'), approved_at
     from coverage_exemption_of_0005 where approved_at is not null`,
  );
}

async function guardExemptions(knex: Knex): Promise<void> {
  const [exemption, step] = ['coverage_exemption', 'coverage_exemption_step'];
  const applicant = `select account_id from coverage_exemption_step
    where exemption_id = new.exemption_id and state = 'requested'`;
  await refuseChange(knex, step, ['update', 'delete']);
  await refuseChange(knex, exemption, ['delete']);
  await refuse(
    knex,
    { name: 'coverage_exemption_begins', event: 'before insert', table: exemption },
    { when: `new.state <> 'requested'`, words: 'an exemption begins with an application' },
  );
  for (const [name, when, words] of [
    [
      'coverage_exemption_step_follows',
      `new.state <> 'requested' and not exists (${applicant})`,
      'a decision follows an application',
    ],
    [
      'coverage_exemption_not_own',
      `new.state in ('approved', 'refused') and (new.account_id is null or new.account_id = (${applicant}))`,
      'nobody decides their own application',
    ],
    [
      'coverage_exemption_withdrawn_by_applicant',
      `new.state = 'withdrawn' and new.account_id is distinct from (${applicant})`,
      'only the applicant withdraws',
    ],
  ] as const) {
    await refuse(knex, { name, event: 'before insert', table: step }, { when, words });
  }
  await refuse(
    knex,
    { name: 'coverage_exemption_way', event: 'before update', table: exemption },
    { when: LEAVES_ITS_WAY, words: 'an exemption goes its way, each step with who and why' },
  );
}

const LEAVES_ITS_WAY = `old.id <> new.id or old.campaign_id <> new.campaign_id or old.unit_id <> new.unit_id
  or old.domain <> new.domain or not (
    old.state = 'requested' and new.state in ('approved', 'refused', 'withdrawn')
    or old.state = 'approved' and new.state = 'revoked')
  or not exists (select 1 from coverage_exemption_step where exemption_id = new.id and state = new.state)`;

async function createPowerImport(knex: Knex): Promise<void> {
  await knex.schema.createTable('power_import', (table) => {
    table.increments('id');
    table.integer('bureau_id').notNullable().references('org_unit.id');
    table.text('file').notNullable();
    table.text('digest').notNullable();
    table.integer('account_id').references('account.id');
    table.text('actor').notNullable();
    table.text('at').notNullable();
  });
  await refuseChange(knex, 'power_import', ['update', 'delete']);
}

async function createListedPower(knex: Knex): Promise<void> {
  await knex.schema.createTable('listed_power', (table) => {
    table.increments('id');
    table.integer('unit_id').notNullable().references('org_unit.id');
    table.integer('post_id').references('post.id');
    table.integer('position').notNullable();
    table.text('number');
    table.text('name').notNullable();
    table.text('name_key').notNullable();
    table.text('kind');
    table.text('basis');
    table.text('domain').checkIn(KEY_DOMAINS);
    table.text('domain_evidence');
    table.text('sheet');
    table.integer('row').notNullable();
    table.integer('opened_by').notNullable().references('power_import.id');
    table.integer('closed_by').references('power_import.id');
  });
  await knex.raw(
    'create unique index listed_power_standing on listed_power (unit_id, name_key) where closed_by is null',
  );
}

async function guardPowers(knex: Knex): Promise<void> {
  await refuseChange(knex, 'listed_power', ['delete']);
  const kept = ['post_id', 'kind', 'basis', 'domain'].map(
    (column) => `new.${column} is distinct from old.${column}`,
  );
  const named = ['unit_id', 'name', 'name_key', 'opened_by'].map(
    (column) => `new.${column} <> old.${column}`,
  );
  await refuse(
    knex,
    { name: 'listed_power_only_closed', event: 'before update', table: 'listed_power' },
    {
      when: ['old.closed_by is not null', ...named, ...kept].join(' or '),
      words: 'a listed power is closed, never rewritten',
    },
  );
}
