import type { Transaction } from '../../src/platform/database.ts';
import type { Services } from '../../src/services.ts';
import { digestOf } from '../../src/rulebooks/digest.ts';
import type { Rulebook } from '../../src/rulebooks/rulebook.ts';
import { approveVersion, insertProposal } from '../../src/tuning/version-store.ts';
import { ACTIVATION, LANE } from '../../src/tuning/activation.ts';

interface Approved {
  readonly versionId: number;
  readonly jobId: number;
}

type Desk = Pick<Services, 'database' | 'jobs'>;

const AT = '2021-04-22T01:00:00.000Z';

/**
 * Stores a rulebook as a proposal of the discipline team, without anybody's page.
 * @param kind of the unit that it is for: the first of that kind
 */
export async function proposed({ database }: Desk, rulebook: Rulebook, kind = 'bureau'): Promise<number> {
  return database.transaction(async (transaction) => {
    const unit = await transaction('org_unit').where({ kind }).first<{ id: number }>('id');
    const based = await transaction('rulebook_version').orderBy('id').first<{ id: number }>('id');
    return insertProposal(transaction, {
      name: rulebook.name,
      body: JSON.stringify(rulebook),
      digest: digestOf(rulebook),
      unitId: unit.id,
      basedOnId: based.id,
      reinstatesId: null,
      proposed: {
        ...{ accountId: await accountNamed(transaction, 'discipline-team'), by: '张三', at: AT },
        reason: '试行后收紧',
        frozen: { verification: { cases: 1, sampled: false }, examples: { passed: 1 }, impact: null },
      },
    });
  });
}

/** The same, approved by the party group, and its activation asked for. */
export async function approved(desk: Desk, rulebook: Rulebook, kind = 'bureau'): Promise<Approved> {
  return approve(desk, await proposed(desk, rulebook, kind));
}

/** Approves a proposal as the party group, without anybody's page, and asks for its activation. */
export async function approve(desk: Desk, versionId: number): Promise<Approved> {
  return desk.database.transaction(async (transaction) => {
    const accountId = await accountNamed(transaction, 'party-group');
    const approval = { accountId, by: '李四', at: AT, minutes: '党组会纪要〔2021〕9号', activeOn: null };
    await approveVersion(transaction, versionId, approval);
    const payload = { versionId };
    const order = { lane: LANE, kind: ACTIVATION, payload, dueOn: null, createdBy: '李四' };
    return { versionId, jobId: await desk.jobs.enqueue(transaction, order) };
  });
}

async function accountNamed(transaction: Transaction, username: string): Promise<number> {
  const { id } = await transaction('account').where({ username }).first<{ id: number }>('id');
  return id;
}
