import type { Transaction } from '../platform/database.ts';
import { amongIds } from '../platform/json-dialect.ts';

/** Lets a version say of cases what another one, which has judged them, says. */
export async function copyVerdictsOf(
  transaction: Transaction,
  versions: { readonly of: number; readonly to: number },
  caseIds: readonly number[],
): Promise<void> {
  await transaction.raw(
    `insert into case_verdict (case_id, rulebook_version_id, grade, severest, mildest, trace)
      select case_id, cast(? as integer), grade, severest, mildest, trace
        from case_verdict where rulebook_version_id = ? and ?`,
    [versions.to, versions.of, amongIds(transaction, 'case_id', caseIds)],
  );
}
