import type { Knex } from 'knex';
import { refuseChange } from '../platform/schema-dialect.ts';

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
const STATES = ['suggested', 'accepted', 'rejected'];

export async function up(knex: Knex): Promise<void> {
  await knex.schema.createTable('risk_point_domain_change', (table) => {
    table.increments('id');
    table.integer('risk_point_id').notNullable().references('risk_point.id').index();
    table.text('domain').notNullable().checkIn(KEY_DOMAINS);
    table.text('from_state').checkIn(STATES);
    table.integer('from_main').notNullable().checkIn(['0', '1']);
    table.text('to_state').checkIn(STATES);
    table.integer('to_main').notNullable().checkIn(['0', '1']);
    table.text('set_by').notNullable();
    table.integer('account_id').references('account.id');
    table.text('set_at').notNullable();
    table.check(
      'from_state is distinct from to_state or from_main <> to_main',
      {},
      'risk_point_domain_changed',
    );
    table.check(
      'from_main = 0 or from_state in (?, ?)',
      ['suggested', 'accepted'],
      'risk_point_domain_was_main',
    );
    table.check('to_main = 0 or to_state in (?, ?)', ['suggested', 'accepted'], 'risk_point_domain_is_main');
  });
  await refuseChange(knex, 'risk_point_domain_change', ['update', 'delete']);
}

export async function down(): Promise<void> {
  throw new Error('Who decided about domains is not taken back; restore a backup instead.');
}
