import type { Knex } from 'knex';
import { addColumns, refuse, refuseChange } from '../platform/schema-dialect.ts';

/**
 * How a rulebook comes into force: proposed by one person, approved by another, made active by a job. What was
 * proposed, approved and moved is written once and kept; where rules were in force, and since when, stays readable.
 */
export async function up(knex: Knex): Promise<void> {
  await createJob(knex);
  await keepJobs(knex);
  await addColumns(knex, 'rulebook_version', VERSION_COLUMNS);
  await knex.raw(
    `create unique index rulebook_version_open on rulebook_version (unit_id, rulebook_id)
       where unit_id is not null and state in ('proposed', 'approved')`,
  );
  await keepProposals(knex);
  await keepActivations(knex);
  await createCampaignRulebook(knex);
}

export async function down(): Promise<void> {
  throw new Error('Approvals of rulebooks are not taken back; restore a backup instead.');
}

/** `based_on_id` is what a draft began from, `reinstates_id` the version whose text is taken up again. */
const VERSION_COLUMNS = [
  'unit_id integer references org_unit (id)',
  'based_on_id integer references rulebook_version (id)',
  'reinstates_id integer references rulebook_version (id)',
  'proposed_by_account_id integer references account (id)',
  'proposed_by text',
  'proposed_at text',
  'reason text',
  'verification text',
  'examples text',
  'impact text',
  'approved_by_account_id integer references account (id)',
  'approved_by text',
  'approved_at text',
  'minutes text',
  'active_on date',
  'begun_at text',
  'returned_by_account_id integer references account (id)',
  'returned_by text',
  'returned_at text',
  'return_reason text',
];

const AS_PROPOSED = `rulebook_id, version, body, digest, created_at, unit_id, based_on_id, reinstates_id,
  proposed_by_account_id, proposed_by, proposed_at, reason, verification, examples, impact`;

async function createJob(knex: Knex): Promise<void> {
  await knex.schema.createTable('job', (table) => {
    table.increments('id');
    table.text('lane').notNullable();
    table.text('kind').notNullable();
    table.text('payload').notNullable();
    table.text('state').notNullable().checkIn(['waiting', 'running', 'done', 'failed']);
    table.date('due_on');
    table.text('retry_at');
    table.integer('attempts').notNullable().defaultTo(0);
    table.text('lease_owner');
    table.text('lease_until');
    table.text('cursor');
    table.integer('done').notNullable().defaultTo(0);
    table.integer('total').notNullable().defaultTo(0);
    table.text('error');
    table.text('created_by').notNullable();
    table.text('created_at').notNullable();
    table.text('started_at');
    table.text('ended_at');
    table.check('done >= 0 and done <= total');
    table.check(`(state = 'running') = (lease_owner is not null)`);
    table.check('(lease_owner is null) = (lease_until is null)');
    table.check(`(state in ('done', 'failed')) = (ended_at is not null)`);
    table.check(`state <> 'failed' or error is not null`);
  });
  await knex.raw(`create index job_unfinished on job (state, id) where state in ('waiting', 'running')`);
  await knex.raw(`create unique index job_one_in_lane on job (lane) where state = 'running'`);
}

async function keepJobs(knex: Knex): Promise<void> {
  const done = { name: 'job_done_is_kept', event: 'before update', table: 'job' };
  await refuse(knex, done, { when: `old.state = 'done'`, words: 'a job that is done stays as it ended' });
  const event = 'before update of lane, kind, payload, created_by, created_at';
  const order = { name: 'job_order_is_kept', event, table: 'job' };
  await refuse(knex, order, { when: '1 = 1', words: 'what a job was asked to do does not change' });
  await refuseChange(knex, 'job', ['delete']);
}

const NEXT_STATES = `(old.state = new.state)
  or (old.state = 'draft' and new.state = 'proposed')
  or (old.state = 'proposed' and new.state in ('approved', 'retired'))
  or (old.state = 'approved' and new.state in ('active', 'retired'))
  or (old.state = 'active' and new.state = 'retired')`;

/** Name, operation, what must not be, and the words of the refusal. */
const VERSION_RULES: readonly [string, string, string, string][] = [
  [
    'is_proposed_whole',
    'insert',
    `new.unit_id is not null and (new.state <> 'proposed' or new.proposed_by_account_id is null
      or new.proposed_by is null or new.proposed_at is null or trim(coalesce(new.reason, '')) = ''
      or new.verification is null or new.examples is null or new.approved_at is not null)`,
    'a version of a bureau begins as a whole proposal',
  ],
  ['text_is_kept', `update of ${AS_PROPOSED}`, '1 = 1', 'what was proposed does not change'],
  [
    'approval_is_kept',
    'update of approved_by_account_id, approved_by, approved_at, minutes, active_on',
    `old.state <> 'proposed' or new.state <> 'approved'`,
    'an approval is given once, and stays as it was given',
  ],
  [
    'return_is_kept',
    'update of returned_by_account_id, returned_by, returned_at, return_reason',
    `old.state <> 'proposed' or new.state <> 'retired'`,
    'a proposal is returned once, and stays as it was returned',
  ],
  [
    'moves_forward',
    'update of state',
    `not (${NEXT_STATES})`,
    'a version does not go back to an earlier state',
  ],
  [
    'has_two_people',
    'update of state',
    `new.state = 'approved' and (new.approved_by_account_id is null or new.approved_by is null
      or new.approved_at is null or trim(coalesce(new.minutes, '')) = ''
      or new.approved_by_account_id = new.proposed_by_account_id)`,
    'a version is approved by another person, with the number of the minutes',
  ],
  [
    'is_returned_with_reason',
    'update of state',
    `old.state = 'proposed' and new.state = 'retired' and (new.returned_by_account_id is null
      or new.returned_by is null or new.returned_at is null or trim(coalesce(new.return_reason, '')) = '')`,
    'a proposal is returned with a reason',
  ],
  [
    'begins_once',
    'update of begun_at',
    `old.begun_at is not null or new.state <> 'approved'`,
    'only what is approved comes into force',
  ],
];

async function keepProposals(knex: Knex): Promise<void> {
  await refuseChange(knex, 'rulebook_version', ['delete']);
  for (const [name, operation, broken, words] of VERSION_RULES) {
    const trigger = {
      name: `rulebook_version_${name}`,
      event: `before ${operation}`,
      table: 'rulebook_version',
    };
    await refuse(knex, trigger, { when: broken, words });
  }
}

async function keepActivations(knex: Knex): Promise<void> {
  await addColumns(knex, 'rulebook_activation', [
    'job_id integer references job (id)',
    'moves text',
    'replaced_id integer references rulebook_version (id)',
  ]);
  await refuseChange(knex, 'rulebook_activation', ['delete']);
  const table = 'rulebook_activation';
  const begins = { name: `${table}_is_of_an_active_version`, event: 'before insert', table };
  const words = 'only an active version of this kind and unit is in force';
  await refuse(knex, begins, { when: IS_NOT_ACTIVE, words });
  const ends = { name: `${table}_ends_once`, event: 'before update', table };
  await refuse(knex, ends, { when: DOES_NOT_END, words: 'an activation only ends, once' });
}

const IS_NOT_ACTIVE = `not exists (select 1 from rulebook_version
  join rulebook on rulebook.id = rulebook_version.rulebook_id
  where rulebook_version.id = new.version_id and rulebook_version.state = 'active'
    and rulebook.kind = new.kind and rulebook_version.unit_id is not distinct from new.unit_id)`;

const DOES_NOT_END = [
  'old.active_to is not null or new.active_to is null',
  ...['id', 'kind', 'version_id', 'active_from'].map((column) => `new.${column} <> old.${column}`),
  ...['unit_id', 'moves', 'job_id', 'replaced_id'].map(
    (column) => `new.${column} is distinct from old.${column}`,
  ),
].join(' or ');

/** The versions that a campaign keeps, from the first change of rules after it was closed. */
async function createCampaignRulebook(knex: Knex): Promise<void> {
  await knex.schema.createTable('campaign_rulebook', (table) => {
    table.integer('campaign_id').notNullable().references('campaign.id');
    table.text('kind').notNullable().checkIn(['grading', 'coverage', 'quality', 'domain']);
    table.integer('version_id').notNullable().references('rulebook_version.id');
    table.primary(['campaign_id', 'kind']);
  });
  await refuseChange(knex, 'campaign_rulebook', ['update', 'delete']);
}
