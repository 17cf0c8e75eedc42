import type { Knex } from 'knex';
import { afterAll, beforeEach, isServer } from '../platform/schema-dialect.ts';

/** The key domains in the notice's order; each has a bit. */
const DOMAINS = [
  ...['decision-making', 'cadre-management', 'personnel', 'finance', 'assets', 'key-projects'],
  ...['major-events', 'procurement', 'approvals', 'enforcement', 'policy-funds'],
];

/**
 * On PostgreSQL a trigger for each row costs a query for each row, and a change of a row that the same transaction added
 * has every key of it checked again and every index written again. What follows the rows of an import is done once for
 * all rows of a statement, and what a new point's row says of its domains and its day is in it from the start. SQLite,
 * which does a row's trigger within the statement, keeps those that it has.
 */
export async function up(knex: Knex): Promise<void> {
  if (!isServer(knex)) return;
  await beginPoints(knex);
  await keepDomains(knex);
  await keepAssessments(knex);
  await noteSearch(knex);
  await noteFigures(knex);
  await keepTouchingPosts(knex);
}

export async function down(): Promise<void> {
  throw new Error('Triggers are not taken back; restore a backup instead.');
}

const BITS = DOMAINS.map((domain, index) => `when '${domain}' then ${String(2 ** index)}`).join(' ');

/** SQL of the domains that some rows of `risk_point_domain` have in a state, as bits. */
function bitsOf(state: string): string {
  return `coalesce(sum(case when named.state = '${state}' then case named.domain ${BITS} end end), 0)`;
}

/** SQL that a column is among those of the touched rows: as a list, so that nothing but its index leads to it. */
function among(column: string): string {
  return `= any (array(select ${column} from touched))`;
}

async function beginPoints(knex: Knex): Promise<void> {
  const filedAt = `(select form_version.created_at from risk_point_revision
    join form_version on form_version.id = risk_point_revision.form_version_id
    where risk_point_revision.id = new.revision_id)`;
  await beforeEach(
    knex,
    { name: 'risk_point_begins', event: 'before insert', table: 'risk_point_state' },
    ['changed_first', 'domains_first'],
    `select greatest(new.changed_at, ${filedAt}), ${bitsOf('suggested')}, ${bitsOf('accepted')}
      into new.changed_at, new.suggested_domains, new.accepted_domains
      from risk_point_domain as named where named.risk_point_id = new.risk_point_id;`,
  );
}

async function keepDomains(knex: Knex): Promise<void> {
  const table = 'risk_point_domain';
  const anew = (changedAt: string): string => `update risk_point_state
    set (changed_at, suggested_domains, accepted_domains) = (
      select ${changedAt}, ${bitsOf('suggested')}, ${bitsOf('accepted')}
      from risk_point_domain as named where named.risk_point_id = risk_point_state.risk_point_id)
    where risk_point_id ${among('risk_point_id')}`;
  const changed = anew('greatest(risk_point_state.changed_at, max(named.set_at))');
  await afterAll(knex, { name: 'domains_named', event: 'after insert', table }, changed, ['changed_domain']);
  await afterAll(knex, { name: 'domains_decided', event: 'after update', table }, changed, [
    'changed_domain_again',
  ]);
  const gone = anew('risk_point_state.changed_at');
  await afterAll(knex, { name: 'domains_gone', event: 'after delete', table }, gone);
}

async function keepAssessments(knex: Knex): Promise<void> {
  const last = `(select max(set_at) from risk_point_assessment as told
    where told.risk_point_id = risk_point_state.risk_point_id)`;
  await afterAll(
    knex,
    { name: 'changed_fact', event: 'after insert', table: 'risk_point_assessment' },
    `update risk_point_state set changed_at = ${last}
      where risk_point_id ${among('risk_point_id')} and coalesce(changed_at, '') < ${last}`,
  );
}

async function noteSearch(knex: Knex): Promise<void> {
  const due = (subject: string, ids: string): string =>
    `insert into search_due (subject, id) select '${subject}', ${ids} on conflict do nothing`;
  const ofRevision = `risk_point_id from risk_point_state where revision_id ${among('revision_id')}`;
  for (const [name, table, statement] of [
    ['search_new_point', 'risk_point_state', due('point', 'risk_point_id from touched')],
    ['search_measure', 'measure', due('point', ofRevision)],
    ['search_new_form', 'form', due('form', 'id from touched')],
    ['search_form_held', 'form_holding', due('form', 'form_id from touched')],
  ] as const) {
    await afterAll(knex, { name, event: 'after insert', table }, statement);
  }
}

async function noteFigures(knex: Knex): Promise<void> {
  const due = (units: string): string =>
    `insert into figures_due (unit_id) select distinct unit_id from ${units} on conflict do nothing`;
  const ofForm = due(`form where id ${among('form_id')}`);
  const ofPost = due(`post where id ${among('post_id')}`);
  for (const [name, table, statement] of [
    ['figures_new_form', 'form', due('touched')],
    ['figures_form_held', 'form_holding', ofForm],
    ['figures_paper', 'form_paper', ofForm],
    ['figures_new_holding', 'holding', ofPost],
  ] as const) {
    await afterAll(knex, { name, event: 'after insert', table }, statement);
  }
}

async function keepTouchingPosts(knex: Knex): Promise<void> {
  const anew = `delete from touching_post where post_id ${among('post_id')};
    insert into touching_post (post_id, unit_id) select id, unit_id from post where id ${among('post_id')}
      and exists (select 1 from post_domain where post_domain.post_id = post.id and post_domain.state <> 'rejected')`;
  const table = 'post_domain';
  await afterAll(knex, { name: 'touching_named', event: 'after insert', table }, anew);
  await afterAll(knex, { name: 'touching_decided', event: 'after update', table }, anew);
  await afterAll(knex, { name: 'touching_gone', event: 'after delete', table }, anew);
}
