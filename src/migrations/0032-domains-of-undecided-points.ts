import type { Knex } from 'knex';
import { addColumns } from '../platform/schema-dialect.ts';

/**
 * What a change of rules moves is added up by unit, state and domain. The index of the points that follow the rules has
 * the domains of each point as bits, so that nothing else is opened for them.
 */
export async function up(knex: Knex): Promise<void> {
  await addColumns(knex, 'rollup_shift', ['domains integer']);
  await knex.schema.alterTable('risk_point_state', (table) => {
    table.dropIndex([], 'risk_point_undecided');
    table.index(
      [
        ...['campaign_id', 'is_withdrawn', 'approved_grade', 'override_grade', 'case_id', 'unit_id', 'state'],
        ...['suggested_domains', 'accepted_domains', 'measure_count', 'post_id'],
      ],
      'risk_point_undecided',
    );
  });
}

export async function down(): Promise<void> {
  throw new Error('Indexes are not taken back; restore a backup instead.');
}
