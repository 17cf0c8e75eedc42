import type { Knex } from 'knex';
import { addColumns, continueIds, refuse } from '../platform/schema-dialect.ts';

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
  'regional',
];

export async function up(knex: Knex): Promise<void> {
  await addToAccount(knex);
  await rebuildRoleAssignment(knex);
  await separateDuties(knex);
  await addToSession(knex);
}

export async function down(): Promise<void> {
  throw new Error('Accounts are not taken back; restore a backup instead.');
}

async function addToAccount(knex: Knex): Promise<void> {
  await addColumns(knex, 'account', [
    'unit_id integer references org_unit (id)',
    'must_change_password integer not null default 0 check (must_change_password in (0, 1))',
    'guard integer not null default 1',
    'last_signed_in_at text',
  ]);
  await knex.raw(`update account set
    unit_id = (select unit_id from role_assignment where account_id = account.id order by id limit 1),
    last_signed_in_at = (select max(at) from audit_entry
      where action = 'account.signed-in' and object_id = cast(account.id as text))`);
  await knex.raw('create index account_unit on account (unit_id)');
  await knex.raw(
    'create unique index account_person on account (person_id) where person_id is not null and is_active = 1',
  );
}

/** SQLite changes a column's check only by making the table anew. */
async function rebuildRoleAssignment(knex: Knex): Promise<void> {
  await knex.schema.createTable('role_assignment_0012', (table) => {
    table.increments('id');
    table.integer('account_id').notNullable().references('account.id');
    table.text('role').notNullable().checkIn(ROLES);
    table.integer('unit_id').notNullable().references('org_unit.id');
  });
  await knex.raw(`insert into role_assignment_0012 (id, account_id, role, unit_id)
    select id, account_id, role, unit_id from role_assignment`);
  await knex.schema.dropTable('role_assignment');
  await knex.schema.renameTable('role_assignment_0012', 'role_assignment');
  await continueIds(knex, 'role_assignment');
  await knex.schema.alterTable('role_assignment', (table) => {
    table.unique(['account_id', 'role', 'unit_id']);
    table.index(['unit_id', 'role']);
  });
}

const HOLDS_BOTH = `exists (select 1 from role_assignment held
  where held.account_id = new.account_id and held.id <> coalesce(new.id, 0) and (
    (held.role = 'auditor') <> (new.role = 'auditor')
    or (held.role = 'party-group' and new.role in ('office', 'discipline-team'))
    or (new.role = 'party-group' and held.role in ('office', 'discipline-team'))))`;

/** One account never holds two of these duties, whatever the program believes. */
async function separateDuties(knex: Knex): Promise<void> {
  for (const operation of ['insert', 'update']) {
    await refuse(
      knex,
      { name: `role_assignment_apart_${operation}`, event: `before ${operation}`, table: 'role_assignment' },
      { when: HOLDS_BOTH, words: 'one account holds duties that are kept apart' },
    );
  }
}

/** Sessions begun before they named their account could not be ended by it, so they end now. */
async function addToSession(knex: Knex): Promise<void> {
  await knex.raw('delete from session');
  await addColumns(knex, 'session', [
    'account_id integer references account (id)',
    'signed_in_at text',
    'used_at text',
  ]);
  await knex.raw('create index session_account on session (account_id)');
}
