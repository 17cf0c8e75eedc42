import type { Transaction } from '../platform/database.ts';
import type { GradingRulebook } from '../rulebooks/rulebook.ts';
import type { RulebookVersion } from '../rulebooks/rulebook-service.ts';
import type { GradingService } from './grading-service.ts';
import { unjudgedAmong, type StoredCase } from './grading-store.ts';
import { touchedCases } from './touched-case.ts';
import { copyVerdictsOf } from './verdict-copy-store.ts';

/**
 * Judges cases that a version has not judged yet. Those that cannot get another verdict by what differs from the
 * version that is in force get the verdict of that one, where it has judged them.
 */
export async function judgeChangedCases(
  transaction: Transaction,
  grading: Pick<GradingService, 'judgeCases'>,
  { version, coming }: Readonly<Record<'version' | 'coming', RulebookVersion<GradingRulebook>>>,
  cases: readonly StoredCase[],
): Promise<void> {
  const isTouched = touchedCases(version.body, coming.body);
  const same = isTouched === null ? [] : cases.filter(({ facts }) => !isTouched(facts)).map(({ id }) => id);
  const unknown = await unjudgedAmong(transaction, version.id, same);
  const copied = new Set(same.filter((id) => !unknown.has(id)));
  await copyVerdictsOf(transaction, { of: version.id, to: coming.id }, [...copied]);
  const others = cases.filter(({ id }) => !copied.has(id));
  await grading.judgeCases(transaction, coming, others);
}
