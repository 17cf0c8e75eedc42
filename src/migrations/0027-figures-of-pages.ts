import type { Knex } from 'knex';
import { afterEach, addColumns } from '../platform/schema-dialect.ts';

/** The key domains in the notice's order; each has a bit. */
const DOMAINS = [
  ...['decision-making', 'cadre-management', 'personnel', 'finance', 'assets', 'key-projects'],
  ...['major-events', 'procurement', 'approvals', 'enforcement', 'policy-funds'],
];

/**
 * Figures that pages for leaders show are kept by unit, so that no page counts points, forms or holdings one by one:
 * what of each key domain is covered, how many forms came in and how many are owed. Lists of points are narrowed and
 * put in order in one index that has all conditions, without opening a row; the domains that a point names stand in it
 * as bits. A point's case is its last column: where it changes, the entry stays on its page of the index.
 */
export async function up(knex: Knex): Promise<void> {
  await createRollupCoverage(knex);
  await createRollupForm(knex);
  await markUnitsDue(knex);
  await keepDomainBits(knex);
  await indexLists(knex);
}

export async function down(): Promise<void> {
  throw new Error('Figures are not taken back; restore a backup instead.');
}

async function createRollupCoverage(knex: Knex): Promise<void> {
  await knex.schema.createTable('rollup_coverage', (table) => {
    table.integer('campaign_id').notNullable().references('campaign.id');
    table.integer('unit_id').notNullable().references('org_unit.id');
    table.text('domain').notNullable();
    table.integer('points').notNullable();
    table.integer('suggested').notNullable();
    table.integer('with_measure').notNullable();
    table.primary(['campaign_id', 'unit_id', 'domain']);
  });
  await knex.raw(`insert into rollup_coverage (campaign_id, unit_id, domain, points, suggested, with_measure)
    select point.campaign_id, point.unit_id, named.domain, count(*),
      sum(case when named.state = 'suggested' then 1 else 0 end),
      sum(case when point.measure_count > 0 then 1 else 0 end)
    from risk_point_state as point
    join risk_point_domain as named on named.risk_point_id = point.risk_point_id
    where point.is_withdrawn = 0 and named.state <> 'rejected'
    group by point.campaign_id, point.unit_id, named.domain`);
}

async function keepDomainBits(knex: Knex): Promise<void> {
  await addColumns(knex, 'risk_point_state', [
    'suggested_domains integer not null default 0',
    'accepted_domains integer not null default 0',
  ]);
  const bits = DOMAINS.map((domain, index) => `when '${domain}' then ${String(2 ** index)}`).join(' ');
  const named = (state: string, point: string): string =>
    `(select coalesce(sum(case domain ${bits} end), 0) from risk_point_domain
      where risk_point_domain.risk_point_id = ${point} and risk_point_domain.state = '${state}')`;
  const set = (point: string): string => `update risk_point_state set
    suggested_domains = ${named('suggested', point)}, accepted_domains = ${named('accepted', point)}
    where risk_point_id = ${point}`;
  await knex.raw(set('risk_point_state.risk_point_id'));
  await afterEach(knex, 'domains_first', 'insert', 'risk_point_state', set('new.risk_point_id'));
  await afterEach(knex, 'domains_named', 'insert', 'risk_point_domain', set('new.risk_point_id'));
  await afterEach(knex, 'domains_decided', 'update', 'risk_point_domain', set('new.risk_point_id'));
  await afterEach(knex, 'domains_gone', 'delete', 'risk_point_domain', set('old.risk_point_id'));
}

async function indexLists(knex: Knex): Promise<void> {
  await knex.schema.alterTable('risk_point_state', (table) => {
    table.dropIndex([], 'risk_point_list');
    table.dropIndex(['campaign_id', 'changed_at']);
    table.index(
      [
        ...['campaign_id', 'is_withdrawn', 'unit_id', 'post_id', 'state', 'measure_count'],
        ...['suggested_domains', 'accepted_domains', 'probability_scale', 'probability_step'],
        ...['harm_scale', 'harm_step', 'declared_grade', 'changed_at'],
        ...['approved_grade', 'override_grade', 'case_id', 'holding_id'],
      ],
      'risk_point_list',
    );
  });
}

async function createRollupForm(knex: Knex): Promise<void> {
  // They refer to no unit, so that they hold none that goes: what is left of it goes with the next count.
  await knex.schema.createTable('rollup_form', (table) => {
    table.integer('campaign_id').notNullable();
    table.integer('unit_id').notNullable();
    table.integer('forms').notNullable();
    table.integer('without_annex1').notNullable();
    table.integer('covered_holdings').notNullable();
    table.primary(['campaign_id', 'unit_id']);
  });
  await knex.schema.createTable('rollup_holding', (table) => {
    table.integer('unit_id').primary();
    table.integer('holdings').notNullable();
  });
  await knex.schema.createTable('figures_due', (table) => {
    table.integer('unit_id').primary();
  });
  await knex.raw(`insert into rollup_form (campaign_id, unit_id, forms, without_annex1, covered_holdings)
    select form.campaign_id, form.unit_id,
      sum(case when form.current_version > 0 then 1 else 0 end),
      sum(case when form.current_version > 0
        and not exists (select 1 from form_paper where form_paper.form_id = form.id and form_paper.kind = 'annex1')
        and exists (select 1 from form_holding where form_holding.form_id = form.id) then 1 else 0 end),
      sum((select count(*) from form_holding where form_holding.form_id = form.id))
    from form group by form.campaign_id, form.unit_id`);
  await knex.raw(`insert into rollup_holding (unit_id, holdings)
    select post.unit_id, count(*) from holding join post on post.id = holding.post_id
    where holding.to_date is null group by post.unit_id`);
}

/** Whatever changes a figure notes its unit, so that no change can forget it. */
async function markUnitsDue(knex: Knex): Promise<void> {
  const due = (units: string): string =>
    `insert into figures_due (unit_id) select ${units} on conflict do nothing`;
  const ofForm = (id: string): string => due(`unit_id from form where id = ${id}`);
  const ofPost = (id: string): string => due(`unit_id from post where id = ${id}`);
  const triggers: readonly (readonly [name: string, operation: string, table: string, statement: string])[] =
    [
      ['figures_new_form', 'insert', 'form', due('new.unit_id where true')],
      ['figures_changed_form', 'update of current_version, unit_id', 'form', due('new.unit_id where true')],
      ['figures_form_left', 'update of unit_id', 'form', due('old.unit_id where true')],
      ['figures_gone_form', 'delete', 'form', due('old.unit_id where true')],
      ['figures_form_held', 'insert', 'form_holding', ofForm('new.form_id')],
      ['figures_form_freed', 'delete', 'form_holding', ofForm('old.form_id')],
      ['figures_paper', 'insert', 'form_paper', ofForm('new.form_id')],
      ['figures_paper_gone', 'delete', 'form_paper', ofForm('old.form_id')],
      ['figures_new_holding', 'insert', 'holding', ofPost('new.post_id')],
      ['figures_changed_holding', 'update of to_date, post_id', 'holding', ofPost('new.post_id')],
      ['figures_holding_left', 'update of post_id', 'holding', ofPost('old.post_id')],
      ['figures_gone_holding', 'delete', 'holding', ofPost('old.post_id')],
      ['figures_post_moved', 'update of unit_id', 'post', due('new.unit_id where true')],
      ['figures_post_left', 'update of unit_id', 'post', due('old.unit_id where true')],
    ];
  for (const trigger of triggers) await afterEach(knex, ...trigger);
}
