import type { Database, Transaction } from '../../src/platform/database.ts';

/** Tables that PostgreSQL shows whatever is reached, by the reason why. */
export const OPEN_TABLES: Readonly<Record<string, readonly string[]>> = {
  'who somebody is, and may do, is asked before it is known what they reach': [
    ...['account', 'role_assignment', 'session', 'sign_in_attempt', 'kept_secret'],
  ],
  'units, posts and people are named beyond the reach, and say nothing of risks': [
    ...[
      'org_unit',
      'post',
      'post_domain',
      'touching_post',
      'person',
      'person_spelling',
      'holding',
      'campaign',
    ],
  ],
  'rulebooks, also of units above, apply to everybody beneath': [
    ...['rulebook', 'rulebook_version', 'rulebook_activation', 'rulebook_draft', 'campaign_rulebook'],
    ...['fact_definition', 'scale_step'],
  ],
  'a case is of no unit': [
    ...['grading_case', 'grading_case_fact', 'case_verdict', 'case_narrowing', 'case_part'],
  ],
  'the trail has a permission of its own, and one chain for all units': ['audit_entry'],
  'no index searches words behind the wall; only ids are taken from it': ['point_search', 'form_search'],
  'what is still to be done says no more than ids, and is empty between transactions': [
    ...['search_due', 'figures_due', 'case_move', 'rollup_shift', 'job', 'write_turn'],
  ],
  'names of what ran, and until when an older version may be at work': [
    ...['schema_migration', 'schema_migration_lock', 'older_version'],
  ],
};

/** Tables that only the command line and jobs have to do with. */
export const TABLES_OF_JOBS: readonly string[] = ['queued_file', 'queued_import'];

/** Whom rows of a kind that no import makes are about. */
const POINT = '(select min(risk_point_id) from risk_point_state)';
const BUREAU = `(select min(id) from org_unit where kind = 'bureau')`;
const BATCH = '(select min(id) from import_batch)';
const SEEN = `(select min(revision_id) from risk_point_state), (select min(id) from grading_case),
  (select min(id) from rulebook_version)`;

/** Rows of every guarded table in which an import leaves none. */
const MORE_ROWS = [
  `job (lane, kind, payload, state, created_by, created_at) values ('x', 'x', '{}', 'waiting', 'x', 'x')`,
  `queued_import (job_id, request) select max(id), '{}' from job`,
  `queued_file (job_id, number, name, digest) select max(id), 1, 'x', 'x' from job`,
  `form_opinion_text (form_version_id, label, text) select min(id), 'x', 'x' from form_version`,
  `assessment_reversal (assessment_id, batch_id, at) select min(id), ${BATCH}, 'x' from risk_point_assessment`,
  `risk_point_answer (risk_point_id, question, answer, set_by, set_at) select ${POINT}, 'discretion', 'some', 'x', 'x'`,
  `risk_point_domain_change (risk_point_id, domain, from_main, to_state, to_main, set_by, set_at)
    select ${POINT}, 'finance', 0, 'accepted', 0, 'x', 'x'`,
  `risk_point_fact (risk_point_id, fact, kind, number, set_by, set_at) select ${POINT}, 'x', 'number', 1, 'x', 'x'`,
  `post_fact (post_id, fact, kind, number, set_by, set_at) select min(id), 'x', 'number', 1, 'x', 'x' from post`,
  `own_fact_change (risk_point_id, fact, kind, number, set_by, set_at) select ${POINT}, 'x', 'number', 1, 'x', 'x'`,
  `grade_override (risk_point_id, revision_id, case_id, rulebook_version_id, set_by, set_at, from_grade, to_grade, reason)
    select ${POINT}, ${SEEN}, 'x', 'x', 1, 2, 'x'`,
  `grade_approval (risk_point_id, revision_id, case_id, rulebook_version_id, set_by, set_at, kind, proposed_grade, grade, facts, minutes)
    select ${POINT}, ${SEEN}, 'x', 'x', 'approved', 1, 1, '{}', 'x'`,
  `coverage_exemption (campaign_id, unit_id, domain, state) select campaign_id, unit_id, 'finance', 'requested' from form limit 1`,
  `coverage_exemption_step (exemption_id, state, reason, actor, at) select min(id), 'requested', 'xxxxxxxxxx', 'x', 'x' from coverage_exemption`,
  `power_import (bureau_id, file, digest, actor, at) select ${BUREAU}, 'x', 'x', 'x', 'x'`,
  `listed_power (unit_id, position, name, name_key, row, opened_by) select ${BUREAU}, 1, 'x', 'x', 1, min(id) from power_import`,
  `import_draft (account_id, bureau_id, year, state, created_at, changed_at) select min(id), ${BUREAU}, 2021, 'open', 'x', 'x' from account`,
  `import_draft_file (draft_id, name, digest, size, reading) select min(id), 'x', 'x', 1, '{}' from import_draft`,
  `import_draft_correction (draft_id, subject, body) select min(id), 'x', '{}' from import_draft`,
];

/** Gives every guarded table of an inspected bureau at least one row, past the triggers that keep the order of things. */
export async function fillGuardedTables(database: Database, tables: readonly string[]): Promise<void> {
  await database.transaction(async (transaction) => {
    await triggers(transaction, tables, 'disable');
    for (const row of MORE_ROWS) await transaction.raw(`insert into ${row}`);
    await triggers(transaction, tables, 'enable');
  });
}

async function triggers(
  transaction: Transaction,
  tables: readonly string[],
  how: 'disable' | 'enable',
): Promise<void> {
  for (const table of tables) await transaction.raw(`alter table ${table} ${how} trigger user`);
}

/** Names of the tables whose rows PostgreSQL hides, from their owner as well. */
export async function guardedTables(database: Database): Promise<readonly string[]> {
  const rows = await database.read.raw<readonly { readonly name: string }[]>(
    `select relname::text as name from pg_class
      where relnamespace = 'public'::regnamespace and relrowsecurity and relforcerowsecurity order by 1`,
  );
  return rows.map(({ name }) => name);
}
