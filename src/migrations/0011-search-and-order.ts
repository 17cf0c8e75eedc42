import type { Knex } from 'knex';
import { afterEach } from '../platform/schema-dialect.ts';
import { createWordIndex } from '../platform/word-index.ts';

/** A trigger's name, what it follows, on which table, and what it does. */
type Following = readonly [name: string, operation: string, table: string, statement: string];

/** Where a point's latest change is told of: its wording, an assessment, a domain. */
const CHANGED_AT = `(select max(at) from (
  select form_version.created_at as at from risk_point_state
    join risk_point_revision on risk_point_revision.id = risk_point_state.revision_id
    join form_version on form_version.id = risk_point_revision.form_version_id
    where risk_point_state.risk_point_id = changed.risk_point_id
  union all select set_at from risk_point_assessment where risk_point_id = changed.risk_point_id
  union all select set_at from risk_point_domain where risk_point_id = changed.risk_point_id) as told)`;

export async function up(knex: Knex): Promise<void> {
  await keepLastChange(knex);
  await createSearch(knex);
  await markPointsDue(knex);
  await markFormsDue(knex);
  await knex.schema.alterTable('value_source', (table) => {
    table.index(['import_file_id', 'risk_point_id']);
  });
  await knex.raw(`insert into search_due (subject, id) select 'point', risk_point_id from risk_point_state`);
  await knex.raw(`insert into search_due (subject, id) select 'form', id from form`);
}

export async function down(): Promise<void> {
  throw new Error('The search index is not taken back; restore a backup instead.');
}

async function keepLastChange(knex: Knex): Promise<void> {
  await knex.schema.alterTable('risk_point_state', (table) => {
    table.text('changed_at');
    table.index(['campaign_id', 'changed_at']);
    // Counts and puts in order by grade without opening a row of the table.
    table.index(
      [
        ...['campaign_id', 'is_withdrawn', 'unit_id', 'case_id'],
        ...['approved_grade', 'override_grade', 'post_id'],
      ],
      'risk_point_list',
    );
  });
  await knex.raw(`update risk_point_state as changed set changed_at = ${CHANGED_AT}`);
  const at = (instant: string, point: string): string =>
    `update risk_point_state set changed_at = ${instant}
      where risk_point_id = ${point} and coalesce(changed_at, '') < ${instant}`;
  const filedAt = `(select form_version.created_at from risk_point_revision
    join form_version on form_version.id = risk_point_revision.form_version_id
    where risk_point_revision.id = new.revision_id)`;
  const triggers: readonly Following[] = [
    ['changed_first', 'insert', 'risk_point_state', at(filedAt, 'new.risk_point_id')],
    ['changed_wording', 'update of revision_id', 'risk_point_state', at(filedAt, 'new.risk_point_id')],
    ['changed_fact', 'insert', 'risk_point_assessment', at('new.set_at', 'new.risk_point_id')],
    ['changed_domain', 'insert', 'risk_point_domain', at('new.set_at', 'new.risk_point_id')],
    ['changed_domain_again', 'update', 'risk_point_domain', at('new.set_at', 'new.risk_point_id')],
  ];
  for (const trigger of triggers) await afterEach(knex, ...trigger);
}

async function createSearch(knex: Knex): Promise<void> {
  await knex.schema.createTable('search_due', (table) => {
    table.text('subject').notNullable().checkIn(['point', 'form']);
    table.integer('id').notNullable();
    table.primary(['subject', 'id']);
  });
  await createWordIndex(knex, 'point_search');
  await createWordIndex(knex, 'form_search');
}

async function markPointsDue(knex: Knex): Promise<void> {
  const due = (which: string): string =>
    `insert into search_due (subject, id) select 'point', risk_point_id from risk_point_state ${which}
      on conflict do nothing`;
  const self = (row: 'new' | 'old'): string =>
    `insert into search_due (subject, id) values ('point', ${row}.risk_point_id) on conflict do nothing`;
  const moved = 'update of revision_id, unit_id, post_id, holding_id';
  const held = 'where holding_id in (select id from holding where person_id = new.id)';
  const triggers: readonly Following[] = [
    ['search_new_point', 'insert', 'risk_point_state', self('new')],
    ['search_moved_point', moved, 'risk_point_state', self('new')],
    ['search_gone_point', 'delete', 'risk_point_state', self('old')],
    ['search_measure', 'insert', 'measure', due('where revision_id = new.revision_id')],
    ['search_unit', 'update of name', 'org_unit', due('where unit_id = new.id')],
    ['search_post', 'update of name', 'post', due('where post_id = new.id')],
    ['search_person', 'update of name', 'person', due(held)],
    ['search_holding', 'update of person_id', 'holding', due('where holding_id = new.id')],
  ];
  for (const trigger of triggers) await afterEach(knex, ...trigger);
  for (const column of ['revision_id', 'post_id', 'holding_id']) {
    await knex.raw(`create index risk_point_state_${column} on risk_point_state (${column})`);
  }
  await knex.raw('create index risk_point_state_unit on risk_point_state (unit_id)');
  await knex.raw('create index holding_person on holding (person_id)');
}

async function markFormsDue(knex: Knex): Promise<void> {
  const due = (which: string): string =>
    `insert into search_due (subject, id) select 'form', ${which} on conflict do nothing`;
  const held = (of: string): string =>
    `form_id from form_holding where holding_id in (select id from holding where ${of})`;
  const triggers: readonly Following[] = [
    ['search_new_form', 'insert', 'form', due('new.id where true')],
    ['search_moved_form', 'update of current_version, unit_id', 'form', due('new.id where true')],
    ['search_gone_form', 'delete', 'form', due('old.id where true')],
    ['search_form_held', 'insert', 'form_holding', due('new.form_id where true')],
    ['search_form_left', 'delete', 'form_holding', due('old.form_id where true')],
    ['search_form_unit', 'update of name', 'org_unit', due('id from form where unit_id = new.id')],
    ['search_form_post', 'update of name', 'post', due(held('post_id = new.id'))],
    ['search_form_person', 'update of name', 'person', due(held('person_id = new.id'))],
    ['search_form_holding', 'update of person_id, post_id', 'holding', due(held('id = new.id'))],
  ];
  for (const trigger of triggers) await afterEach(knex, ...trigger);
  await knex.raw('create index form_holding_holding on form_holding (holding_id)');
  await knex.raw('create index form_unit on form (unit_id)');
}
