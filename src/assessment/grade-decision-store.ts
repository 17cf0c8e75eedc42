import { verdictOf } from '../grading/grading-store.ts';
import type { Queryable, Transaction } from '../platform/database.ts';
import { insertRows } from '../platform/dialect.ts';
import type { FactSource } from '../risk-points/fact-source.ts';
import type { Grade, GradingRulebook } from '../rulebooks/rulebook.ts';
import type { GradeCommand, GradeOutcome } from './grade-decision.ts';
import type { DecidedGrade, GradeSubject, SeenWords } from './grade-subject.ts';

/** Adds what was decided to the history, and to what holds of the points now. */
export async function keepDecisions(
  transaction: Transaction,
  decided: readonly DecidedGrade[],
  command: GradeCommand,
  source: FactSource,
): Promise<void> {
  const table =
    command.kind === 'override' || command.kind === 'withdraw' ? 'grade_override' : 'grade_approval';
  const rows = decided.map(({ subject, next }) => ({
    risk_point_id: subject.id,
    revision_id: subject.revisionId,
    case_id: subject.caseId,
    rulebook_version_id: subject.versionId,
    set_by: source.setBy,
    account_id: source.accountId,
    set_at: source.setAt,
    ...ownColumns(subject, next, command),
  }));
  await insertRows(transaction, table, rows);
  for (const { subject, next } of decided) {
    await transaction('risk_point_state')
      .where({ risk_point_id: subject.id })
      .update({
        state: next.state,
        override_grade: next.override,
        approved_grade: next.approved,
        guard: transaction.raw('guard + 1'),
      });
  }
}

/** What somebody saw, in words, as it was then. */
export async function wordsOfSeen(
  from: Queryable,
  seen: { readonly revisionId: number; readonly caseId: number; readonly versionId: number },
): Promise<SeenWords> {
  const revision = (await from('risk_point_revision')
    .join('form_version', 'form_version.id', 'risk_point_revision.form_version_id')
    .where('risk_point_revision.id', seen.revisionId)
    .first({ version: 'form_version.version' })) as { version: number } | undefined;
  const rulebook = (await from('rulebook_version').where({ id: seen.versionId }).first('version', 'body')) as
    { version: string; body: string } | undefined;
  const verdict = await verdictOf(from, seen.caseId, seen.versionId);
  return {
    proposed: verdict?.grade ?? null,
    formVersion: revision?.version ?? null,
    rulebook:
      rulebook === undefined
        ? null
        : // Only checked rulebooks are stored, and points are graded by grading rulebooks.
          { title: (JSON.parse(rulebook.body) as GradingRulebook).title, version: rulebook.version },
  };
}

function ownColumns(
  subject: GradeSubject,
  next: GradeOutcome,
  command: GradeCommand,
): Readonly<Record<string, string | number | null>> {
  const { proposed, approved, approvalId, facts } = subject;
  switch (command.kind) {
    case 'override':
      return { from_grade: proposed, to_grade: command.grade, reason: command.reason };
    case 'withdraw':
      return { from_grade: proposed, to_grade: null, reason: command.reason };
    case 'approve':
      return approvalColumns('approved', proposed, next.approved, facts, { minutes: command.minutes });
    case 'reopen':
      return approvalColumns('reopened', proposed, approved, facts, {
        reason: command.reason,
        reopens_id: approvalId,
      });
  }
}

function approvalColumns(
  kind: 'approved' | 'reopened',
  proposed: Grade | null,
  grade: Grade | null,
  facts: GradeSubject['facts'],
  why: Readonly<Record<string, string | number | null>>,
): Readonly<Record<string, string | number | null>> {
  return { kind, proposed_grade: proposed, grade, facts: JSON.stringify(facts), ...why };
}
