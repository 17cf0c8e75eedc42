import type { Services } from '../../src/services.ts';
import { continueIds } from '../../src/platform/schema-dialect.ts';
import { fileProvince } from '../bench/bench-campaign.ts';

const AT = `'2021-04-22T01:00:00.000Z'`;

/** Tables whose rows a generated province numbers itself. */
const NUMBERED = [
  ...['org_unit', 'post', 'person', 'holding', 'campaign'],
  ...['form', 'form_version', 'risk_point', 'risk_point_revision'],
];

/** What a year of work leaves beside a province's points: where values came from, who set what, who may sign in. */
const LEFT_BY_WORK: readonly string[] = [
  `insert into import_batch (campaign_id, at, actor) select campaign.id, ${AT}, '某人'
    from campaign join org_unit on org_unit.parent_id = campaign.bureau_id`,
  `insert into import_file (batch_id, name, format, digest) select import_batch.id, 'form.docx', 'docx', 'digest'
    from import_batch join form on form.campaign_id = import_batch.campaign_id and form.id % 15 = import_batch.id % 15`,
  `insert into value_source (risk_point_id, import_file_id, field, raw)
    select id, 1 + id % (select count(*) from import_file), 'text', '原文' from risk_point`,
  `insert into value_source (form_version_id, import_file_id, field, raw)
    select id, 1 + id % (select count(*) from import_file), 'duties', '原文' from form_version`,
  `insert into form_paper (form_id, kind, digest) select id, 'annex1', 'digest' from form where id % 7 <> 0`,
  `insert into form_opinion_text (form_version_id, label, text) select id, '审核意见', '同意。' from form_version`,
  `update post set is_confidential = 1 where id % 10 = 0`,
  `insert into post_fact (post_id, fact, kind, number, set_by, set_at)
    select id, 'amount', 'number', id, '某人', ${AT} from post where id % 2 = 0`,
  `insert into risk_point_answer (risk_point_id, question, answer, set_by, set_at)
    select id, 'alone', 'alone', '某人', ${AT} from risk_point`,
  `insert into risk_point_domain_change
    (risk_point_id, domain, from_state, from_main, to_state, to_main, set_by, set_at)
    select risk_point_id, domain, null, 0, state, is_main, '某人', ${AT} from risk_point_domain`,
  `insert into grade_override
    (risk_point_id, revision_id, case_id, rulebook_version_id, set_by, set_at, from_grade, to_grade, reason)
    select risk_point_id, revision_id, case_id, 1, '某人', ${AT}, 1 + override_grade % 3, override_grade, '核实后调整。'
    from risk_point_state where override_grade is not null`,
  `insert into grade_approval
    (risk_point_id, revision_id, case_id, rulebook_version_id, set_by, set_at, kind, proposed_grade, grade, facts, minutes)
    select risk_point_id, revision_id, case_id, 1, '某人', ${AT}, 'approved', approved_grade, approved_grade, '{}', '纪要'
    from risk_point_state where approved_grade is not null`,
  `insert into own_fact_change (risk_point_id, fact, kind, number, set_by, set_at)
    select risk_point_id, fact, kind, number, '某人', ${AT} from risk_point_fact`,
  `insert into own_fact_change (post_id, fact, kind, number, set_by, set_at)
    select post_id, fact, kind, number, '某人', ${AT} from post_fact`,
  `insert into power_import (bureau_id, file, digest, actor, at)
    select id, 'powers.xlsx', 'digest', '某人', ${AT} from org_unit where kind = 'bureau'`,
  `insert into listed_power (unit_id, post_id, position, name, name_key, domain, "row", opened_by)
    select post.unit_id, post.id, post.id, post.name || '审批', post.name || '审批', 'approvals', post.id,
      (select max(id) from power_import) from post`,
  `insert into account (username, display_name, password_hash, person_id, created_at, unit_id)
    select 'person-' || id, name, 'none', id, ${AT}, unit_id from person`,
  `insert into role_assignment (account_id, role, unit_id)
    select id, 'post-holder', unit_id from account where person_id is not null`,
  `insert into coverage_exemption (campaign_id, unit_id, domain, state) select campaign.id, org_unit.id, 'assets', 'requested'
    from campaign join org_unit on org_unit.parent_id = campaign.bureau_id`,
  `insert into audit_entry
    (sequence, at, actor, action, object_type, object_id, unit_path, details, previous_hash, hash)
    select (select max(sequence) from audit_entry) + 1 + risk_point_id, ${AT}, '某人', 'point.assessed', 'risk-point',
      risk_point_id, org_unit.path, '{}', 'before ' || risk_point_id, 'hash ' || risk_point_id
    from risk_point_state join org_unit on org_unit.id = risk_point_state.unit_id`,
];

/**
 * Files a generated province beside what a database holds, with all that a year of work leaves, so that no large table
 * is empty, and lets a server look at it: it plans by how much it holds.
 */
export async function fillProvince(
  services: Pick<Services, 'database' | 'rulebooks'>,
  options: { readonly points: number; readonly seed: number },
): Promise<void> {
  await fileProvince(services, options);
  await services.database.transaction(async (transaction) => {
    for (const table of NUMBERED) await continueIds(transaction, table);
    for (const statement of LEFT_BY_WORK) await transaction.raw(statement);
  });
}

/** What a server does by itself after a while. SQLite plans by its indexes alone: nobody counts its rows for it. */
export async function takeStock({ kind, schema }: Services['database']): Promise<void> {
  if (kind === 'postgres') await schema.raw('vacuum analyze');
}
