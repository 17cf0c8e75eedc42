import { expect } from 'chai';
import { closePowers, insertPowerImport, insertPowers } from '../../src/coverage/power-store.ts';
import type { PlacedPower } from '../../src/coverage/power.ts';
import { testApp, type TestApp } from '../support/http.ts';

const POWER: PlacedPower = {
  unitId: 2,
  postId: null,
  number: '1',
  name: '进出口许可证核发',
  kind: '行政许可',
  basis: null,
  domain: 'approvals',
  domainEvidence: null,
  position: 1,
  sheet: null,
  row: 2,
};

describe('the database, of listed powers', () => {
  let running: TestApp;
  let importId = 0;
  before(async () => {
    running = await testApp();
    const made = {
      bureauId: 1,
      file: '权责清单.xlsx',
      digest: 'one',
      accountId: null,
      actor: '张三',
      at: '2021-04-22',
    };
    await running.database.transaction(async (transaction) => {
      importId = await insertPowerImport(transaction, made);
      await insertPowers(transaction, [POWER], importId);
    });
  });
  after(() => running.end());

  function tried(sql: string): Promise<string> {
    return running.database
      .transaction((transaction) => transaction.raw(sql))
      .then(
        () => 'accepted',
        (error: unknown) => String(error),
      );
  }

  for (const [what, sql] of [
    ['a power that is rewritten', `update listed_power set name = '别的'`],
    ['a power whose domain changes', `update listed_power set domain = 'assets'`],
    ['a power that is deleted', 'delete from listed_power'],
    ['an import that is forgotten', 'delete from power_import'],
    [
      'a domain that is none',
      `insert into listed_power (unit_id, position, name, name_key, domain, row, opened_by)
      values (2, 2, '展会', '展会', 'weather', 3, 1)`,
    ],
    [
      'a second one of that name while it stands',
      `insert into listed_power (unit_id, position, name, name_key, row, opened_by)
      values (2, 2, '进出口许可证核发', '进出口许可证核发', 3, 1)`,
    ],
  ] as const) {
    it(`refuses ${what}`, async () => {
      expect(await tried(sql)).not.to.equal('accepted');
    });
  }

  it('lets a power be closed once, and one of that name follow it', async () => {
    await running.database.transaction(async (transaction) => {
      await closePowers(transaction, [1], importId);
      await insertPowers(transaction, [POWER], importId);
    });
    expect(await tried('update listed_power set closed_by = null where id = 1')).not.to.equal('accepted');
  });
});
