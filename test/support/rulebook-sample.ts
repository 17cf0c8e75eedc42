import type { Database, Transaction } from '../../src/platform/database.ts';
import { insertJob } from '../../src/platform/job-store.ts';
import { digestOf } from '../../src/rulebooks/digest.ts';
import { ACTIVATION, LANE } from '../../src/tuning/activation.ts';
import { insertRulebookDraft, openDraft } from '../../src/tuning/draft-store.ts';
import { insertProposal, openVersion } from '../../src/tuning/version-store.ts';
import type { RouteSample } from './route-samples.ts';
import { noticeRulebook } from './shipped-rulebooks.ts';

const AT = '2021-04-22T01:00:00.000Z';

/** A version, draft or activation of that unit's bureau: whoever holds a role at that bureau reaches it. */
export function ofRulebook(make: 'version' | 'draft' | 'job'): RouteSample {
  return {
    idOf: (database, { bureau }) => sampleOf(database, bureau, make),
    isReached: (_role, { whose }) => whose !== 'another bureau',
  };
}

/** A bureau's proposed version, draft or activation, made where there is none; its id. */
function sampleOf(database: Database, bureau: string, make: 'version' | 'draft' | 'job'): Promise<number> {
  return database.transaction(async (transaction) => {
    const unit = await transaction('org_unit').where({ name: bureau }).first<{ id: number }>('id');
    if (make === 'draft') return draftOf(transaction, unit.id);
    const versionId = await versionOf(transaction, unit.id);
    if (make === 'version') return versionId;
    const order = { lane: LANE, kind: ACTIVATION, payload: { versionId }, dueOn: null, createdBy: '某人' };
    return insertJob(transaction, order, AT);
  });
}

async function draftOf(transaction: Transaction, unitId: number): Promise<number> {
  const name = 'notice-2021';
  const known = await openDraft(transaction, unitId, name);
  if (known !== null) return known.id;
  const written = { by: '某人', at: AT, accountId: 1, text: JSON.stringify(noticeRulebook()) };
  return insertRulebookDraft(transaction, { kind: 'grading', name, unitId, versionId: 1, ...written });
}

async function versionOf(transaction: Transaction, unitId: number): Promise<number> {
  const rulebook = noticeRulebook();
  const known = await openVersion(transaction, unitId, rulebook.name);
  if (known !== null) return known.id;
  const frozen = { verification: { cases: 1, sampled: false }, examples: { passed: 1 }, impact: null };
  return insertProposal(transaction, {
    ...{ name: rulebook.name, body: JSON.stringify(rulebook), digest: digestOf(rulebook), unitId },
    ...{ basedOnId: 1, reinstatesId: null },
    proposed: { accountId: 1, by: '某人', at: AT, reason: '试行', frozen },
  });
}
