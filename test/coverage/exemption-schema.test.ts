import { expect } from 'chai';
import { insertExemption, moveExemption } from '../../src/coverage/exemption-store.ts';
import type { ExemptionState } from '../../src/coverage/exemption.ts';
import { inspectBureau } from '../support/inspected-bureau.ts';
import { testApp, type TestApp } from '../support/http.ts';
import { IS_THERE } from '../support/database-words.ts';

const REASON = '本处室职责与这一领域无关。';
const AT = '2021-04-22T01:00:00.000Z';
const HEAD = 2;
const ASSESSOR = 6;

describe('the database, of exemptions', () => {
  let running: TestApp;
  let unitId = 0;
  before(async () => {
    running = await testApp();
    await inspectBureau(running);
    const unit = await running.database
      .read('org_unit')
      .where({ name: '对外贸易处' })
      .first<{ id: number }>('id');
    unitId = unit.id;
  });
  after(() => running.end());

  function requested(domain: 'assets' | 'finance' | 'approvals' | 'personnel'): Promise<number> {
    const key = { campaignId: 1, unitId, domain };
    const step = { reason: REASON, accountId: HEAD, actor: '张三', at: AT };
    return running.database.transaction((transaction) => insertExemption(transaction, key, step));
  }

  /** What the database says to a change; `accepted` when it takes it. */
  function tried(sql: string, ...values: readonly (string | number | null)[]): Promise<string> {
    return running.database
      .transaction((transaction) => transaction.raw(sql, values as (string | number)[]))
      .then(
        () => 'accepted',
        (error: unknown) => String(error),
      );
  }

  function moved(id: number, state: ExemptionState, accountId: number | null): Promise<string> {
    const step = { state, reason: REASON, accountId, actor: '张三', at: AT };
    return running.database
      .transaction((transaction) => moveExemption(transaction, id, step))
      .then(
        () => 'accepted',
        (error: unknown) => String(error),
      );
  }

  it('knows one open or approved at a time, and another after a refusal', async () => {
    const id = await requested('assets');
    const second = await requested('assets').then(
      () => 'accepted',
      (error: unknown) => String(error),
    );
    expect(second).to.match(IS_THERE);
    expect(await moved(id, 'refused', ASSESSOR)).to.equal('accepted');
    expect(await requested('assets')).to.be.greaterThan(id);
  });

  it('lets nobody approve or refuse their own application, nor anybody without an account', async () => {
    const id = await requested('finance');
    for (const [state, accountId] of [
      ['approved', HEAD],
      ['refused', HEAD],
      ['approved', null],
    ] as const) {
      expect(await moved(id, state, accountId)).to.contain('nobody decides their own application');
    }
  });

  it('lets only the applicant withdraw, and nobody revoke what was not approved', async () => {
    const id = await requested('approvals');
    expect(await moved(id, 'withdrawn', ASSESSOR)).to.contain('only the applicant withdraws');
    expect(await moved(id, 'revoked', ASSESSOR)).to.contain('an exemption goes its way');
    expect(await moved(id, 'withdrawn', HEAD)).to.equal('accepted');
    expect(await moved(id, 'approved', ASSESSOR)).to.contain('an exemption goes its way');
  });

  it('refuses a state without its step, a short reason, and every change of the past', async () => {
    const id = await requested('personnel');
    const refusals = [
      await tried(`update coverage_exemption set state = 'approved' where id = ?`, id),
      await tried(`update coverage_exemption set domain = 'assets' where id = ?`, id),
      await tried('delete from coverage_exemption where id = ?', id),
      await tried(
        `update coverage_exemption_step set reason = '别的理由，写得足够长' where exemption_id = ?`,
        id,
      ),
      await tried('delete from coverage_exemption_step where exemption_id = ?', id),
      await tried(
        `insert into coverage_exemption_step (exemption_id, state, reason, account_id, actor, at)
         values (?, 'refused', '太短', ?, '李四', ?)`,
        id,
        ASSESSOR,
        AT,
      ),
      await tried(
        `insert into coverage_exemption (campaign_id, unit_id, domain, state) values (1, ?, 'enforcement', 'approved')`,
        unitId,
      ),
    ];
    expect(refusals.filter((refusal) => refusal === 'accepted')).to.deep.equal([]);
  });
});
