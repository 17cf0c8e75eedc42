import { expect } from 'chai';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import pg from 'pg';
import { insertRow } from '../../src/platform/dialect.ts';
import { migrate, migrationsOf } from '../../src/platform/migrate.ts';
import { onlyWithin } from '../../src/platform/row-reach.ts';
import { olderVersionsWorkUntil } from '../../src/platform/older-versions.ts';
import { runCommand } from '../support/command.ts';
import { emptyDatabase, type TemporaryDatabase } from '../support/temporary-database.ts';
import { THIS_VERSION } from '../support/two-versions.ts';

const MIGRATIONS = {
  directory: join(THIS_VERSION, 'src/migrations'),
  loadExtensions: ['.ts'],
  tableName: 'schema_migration',
};
const OF_OLDER_VERSION = readdirSync(MIGRATIONS.directory).filter((name) => name < '0034').length;

describe('a process that tells PostgreSQL no reach, as versions before 0034 do', function () {
  this.timeout(120_000);
  let temporary: TemporaryDatabase;
  let older: pg.Client;
  beforeEach(async () => {
    temporary = await emptyDatabase();
    older = new pg.Client(temporary.location);
    await older.connect();
  });
  afterEach(async () => {
    await older.end();
    await temporary.end();
  });

  /** What it has at work before anybody upgrades: a form in a campaign. */
  const startedByOlderVersion = async (): Promise<void> => {
    const { database } = temporary;
    for (let step = 0; step < OF_OLDER_VERSION; step += 1) await database.schema.migrate.up(MIGRATIONS);
    expect((await migrationsOf(database.schema)).at(-1)).to.include('0033');
    await database.transaction(async (transaction) => {
      const unit = { kind: 'bureau', name: '甲局', path: '/1/' };
      const bureau_id = await insertRow(transaction, 'org_unit', unit);
      const campaign_id = await insertRow(transaction, 'campaign', { bureau_id, year: 2021, state: 'open' });
      await transaction('form').insert({
        campaign_id,
        unit_id: bureau_id,
        state: 'draft',
        current_version: 1,
      });
    });
  };

  const seen = async (): Promise<number> =>
    (await older.query<{ count: number }>('select count(*)::int as count from form')).rows[0]?.count ?? -1;
  const change = async (): Promise<number | null> =>
    (await older.query(`update form set state = 'submitted'`)).rowCount;
  const seenByThisVersion = (reach: readonly string[]): Promise<number> =>
    onlyWithin(reach, async () => {
      const { count } = (await temporary.database.read('form').count({ count: '*' }).first()) as {
        count: number;
      };
      return count;
    });

  it('works on by the connections that it has while the installation is upgraded, beside one that tells', async () => {
    await startedByOlderVersion();
    expect(await seen()).to.equal(1);
    await migrate(temporary.database);
    expect([await seen(), await change()]).to.deep.equal([1, 1]);
    expect(await seenByThisVersion([])).to.equal(0);
    expect(await seenByThisVersion(['/9/'])).to.equal(0);
    expect(await seenByThisVersion(['/1/'])).to.equal(1);
  });

  it('sees nothing once somebody says that the upgrade is over', async () => {
    await startedByOlderVersion();
    await migrate(temporary.database);
    const before = await runCommand('doctor', '--database', temporary.location);
    expect(before.output).to.include('migrate --finish');
    const { status, errors } = await runCommand('migrate', '--finish', '--database', temporary.location);
    expect([status, errors]).to.deep.equal([0, '']);
    expect([await seen(), await change()]).to.deep.equal([0, 0]);
    const after = await runCommand('doctor', '--database', temporary.location);
    expect(after.output).not.to.include('migrate --finish');
  });

  it('sees nothing after a day, when nobody said anything', async () => {
    await startedByOlderVersion();
    await migrate(temporary.database);
    const until = Date.parse((await olderVersionsWorkUntil(temporary.database.read)) ?? '');
    expect(until - Date.now()).to.be.within(23 * 3_600_000, 25 * 3_600_000);
    const past = new Date(Date.now() - 60_000).toISOString();
    await temporary.database.transaction((transaction) =>
      transaction('older_version').update({ works_until: past }),
    );
    expect([await seen(), await change()]).to.deep.equal([0, 0]);
  });

  it('never sees anything in a new installation, nor is let in when one that has the wall is upgraded again', async () => {
    await migrate(temporary.database);
    expect(await olderVersionsWorkUntil(temporary.database.read)).to.equal(null);
    await migrate(temporary.database);
    expect(await olderVersionsWorkUntil(temporary.database.read)).to.equal(null);
    expect(await seen()).to.equal(0);
  });
});
