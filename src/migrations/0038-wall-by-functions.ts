import type { Knex } from 'knex';
import { guardRowsAnew, REACHED, wallFunctions } from '../platform/row-security.ts';

/**
 * The wall of 0034 asks functions which units are reached: what was written out in the condition of every table was planned
 * anew with every query, once for each table of it, and made looking up single rows seem dear. Whoever reaches all
 * units sees everything without looking at rows one by one. And processes of a version that tells no reach, which
 * saw nothing since 0034, work on for a day beside the version that upgrades them, and no longer.
 */
export async function up(knex: Knex): Promise<void> {
  // In SQLite as well, where it stays empty: both have the same tables.
  await knex.schema.createTable('older_version', (table) => {
    table.text('works_until').notNullable();
  });
  await wallFunctions(knex, { within: WITHIN, touched: TOUCHED });
  for (const table of OF_UNIT) await guardRowsAnew(knex, table, `${table}.unit_id in (${UNITS})`);
  for (const table of OF_BUREAU) await guardRowsAnew(knex, table, `${table}.bureau_id in (${BUREAUS})`);
  for (const table of OF_CAMPAIGN) {
    const campaigns = `select campaign.id from campaign where campaign.bureau_id in (${BUREAUS})`;
    await guardRowsAnew(knex, table, `${table}.campaign_id in (${campaigns})`);
  }
  for (const table of OF_JOBS) await guardRowsAnew(knex, table, null);
  for (const table of ['post_fact', 'own_fact_change']) {
    const ofPost = `exists (select 1 from post where post.id = ${table}.post_id and post.unit_id in (${UNITS}) offset 0)`;
    const ofPoint = isShown(table, 'risk_point_id', 'risk_point');
    await guardRowsAnew(knex, table, table === 'post_fact' ? ofPost : `${ofPoint} or ${ofPost}`);
  }
  for (const [table, ...parents] of BELONGING) {
    await guardRowsAnew(knex, table, parents.map((parent) => isShown(table, ...parent)).join(' or '));
  }
}

export async function down(): Promise<void> {
  throw new Error('The wall is not taken down; restore a backup instead.');
}

/** Units below a reached path. In byte order `~` comes after all that paths are made of. */
const WITHIN = `select org_unit.id from ${REACHED}
  join org_unit on org_unit.path >= reached.path and org_unit.path < reached.path || '~'`;

/** The same and the units above: who sees a division sees what is said of its bureau as a whole. */
const TOUCHED = `select org_unit.id from org_unit join ${REACHED}
  on starts_with(org_unit.path, reached.path) or starts_with(reached.path, org_unit.path)`;

const UNITS = 'select units_within_reach()';
const BUREAUS = 'select units_touched_by_reach()';

const OF_UNIT = [
  ...['form', 'risk_point_state', 'coverage_exemption', 'listed_power'],
  ...['rollup_grade', 'rollup_domain', 'rollup_coverage', 'rollup_form', 'rollup_holding'],
];

const OF_BUREAU = ['import_draft', 'power_import'];

const OF_CAMPAIGN = ['import_batch', 'rollup_case'];

/** The command line orders these imports, and jobs do them: nobody else has to do with what waits. */
const OF_JOBS = ['queued_import', 'queued_file'];

type Parent = readonly [column: string, parent: string];

/** Rows that are shown where the row is that they belong to; where one of several columns says which, where any is. */
const BELONGING: readonly (readonly [table: string, ...parents: Parent[]])[] = [
  ['form_version', ['form_id', 'form']],
  ['form_holding', ['form_id', 'form']],
  ['form_paper', ['form_id', 'form']],
  ['form_opinion_text', ['form_version_id', 'form_version']],
  ['risk_point', ['form_id', 'form']],
  ['risk_point_revision', ['risk_point_id', 'risk_point']],
  ['measure', ['revision_id', 'risk_point_revision']],
  ['risk_point_domain', ['risk_point_id', 'risk_point']],
  ['risk_point_domain_change', ['risk_point_id', 'risk_point']],
  ['risk_point_assessment', ['risk_point_id', 'risk_point']],
  ['risk_point_answer', ['risk_point_id', 'risk_point']],
  ['risk_point_fact', ['risk_point_id', 'risk_point']],
  ['assessment_reversal', ['assessment_id', 'risk_point_assessment']],
  ['grade_override', ['risk_point_id', 'risk_point']],
  ['grade_approval', ['risk_point_id', 'risk_point']],
  ['value_source', ['form_version_id', 'form_version'], ['risk_point_id', 'risk_point']],
  ['coverage_exemption_step', ['exemption_id', 'coverage_exemption']],
  ['import_file', ['batch_id', 'import_batch']],
  ['import_change', ['batch_id', 'import_batch']],
  ['import_draft_file', ['draft_id', 'import_draft']],
  ['import_draft_correction', ['draft_id', 'import_draft']],
];

/** The offset keeps the server from hashing every row of the parent's table for a few rows that are asked about. */
function isShown(table: string, column: string, parent: string): string {
  return `exists (select 1 from ${parent} where ${parent}.id = ${table}.${column} offset 0)`;
}
