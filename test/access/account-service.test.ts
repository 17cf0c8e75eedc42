import { expect } from 'chai';
import type { NewAccount } from '../../src/access/account-service.ts';
import { OperationalError } from '../../src/platform/errors.ts';
import { testApp, type TestApp } from '../support/http.ts';

const OFFICE = { accountId: null, name: 'command-line' };

describe('an account', () => {
  let running: TestApp;
  let unitId: number;
  before(async () => {
    running = await testApp();
    const unit = await running.database
      .read('org_unit')
      .where({ name: '对外贸易处' })
      .first<{ id: number }>('id');
    unitId = unit.id;
  });
  after(() => running.end());

  const account = (changes: Partial<NewAccount>): NewAccount => ({
    username: 'li.si',
    displayName: '李四',
    password: 'a good long password',
    assignments: [],
    ...changes,
  });
  const create = (changes: Partial<NewAccount>): Promise<number> =>
    running.database.transaction((transaction) =>
      running.accounts.create(account(changes), OFFICE, transaction),
    );

  async function refusalOf(changes: Partial<NewAccount>): Promise<OperationalError> {
    const thrown: unknown = await create(changes).then(
      () => new Error('it was made'),
      (reason: unknown) => reason,
    );
    if (thrown instanceof OperationalError) return thrown;
    throw thrown;
  }

  it('is its holder with the roles and units given to it', async () => {
    const assignments = [{ role: 'division-head', unitId } as const];
    const id = await create({ username: 'Wang.Wu', displayName: '王五', assignments });
    expect(await running.accounts.viewer(id)).to.deep.equal({
      accountId: id,
      username: 'wang.wu',
      displayName: '王五',
      assignments: [{ role: 'division-head', unitId, unitPath: `/1/${unitId}/`, unitName: '对外贸易处' }],
      mustChangePassword: false,
    });
  });

  it('is written into the audit trail of its unit, without name or password', async () => {
    await create({
      username: 'zhao.liu',
      displayName: '赵六',
      assignments: [{ role: 'post-holder', unitId }],
    });
    const [entry] = await running.audit.latest(1, ['/']);
    expect([entry?.action, entry?.unitPath]).to.deep.equal(['account.created', `/1/${unitId}/`]);
    expect(JSON.stringify(entry)).not.to.match(/赵六|password/u);
  });

  for (const [what, changes, kind, says] of [
    ['a short password', { password: 'short1' }, 'invalid', '密码至少 10 个字符'],
    ['its name as password', { password: 'i am li.si myself' }, 'invalid', '密码里不能有账号名'],
    ['a name with a blank', { username: 'li si' }, 'invalid', '账号名用 2 到 40 个字母'],
    ['a name that is taken', { username: 'OFFICE' }, 'conflict', '账号“office”已经有了'],
  ] as const) {
    it(`is not made with ${what}`, async () => {
      const refusal = await refusalOf(changes);
      expect([refusal.kind, refusal.message]).to.satisfy(
        ([kindGiven, said]: [string, string]) => kindGiven === kind && said.includes(says),
      );
    });
  }

  it('that does not exist is nobody', async () => {
    expect(await running.accounts.viewer(999_999)).to.equal(null);
  });
});
