import { expect } from 'chai';
import { openDatabase, type Database } from '../../src/platform/database.ts';
import { moveRows, type Moved, type MoveListener } from '../../src/platform/move.ts';
import { runCommand } from '../support/command.ts';
import { fillWithPeople } from '../support/http.ts';
import { addAttempts, ATTEMPTS, failureOf } from '../support/moving.ts';
import { emptyDatabase, temporaryCopy, type TemporaryDatabase } from '../support/temporary-database.ts';

const SILENT: MoveListener = { copied: () => undefined, compared: () => undefined };

describe('a move', function () {
  this.timeout(120_000);
  let source: TemporaryDatabase;
  let target: TemporaryDatabase;
  beforeEach(async () => {
    source = await temporaryCopy('to-move', fillWithPeople, 'sqlite');
    target = await emptyDatabase();
  });
  afterEach(async () => {
    await source.end();
    await target.end();
  });
  const move = (from: Database, listener = SILENT): Promise<Moved> =>
    moveRows(from, target.database, { place: 'there', now: '2021-04-22T01:00:00.000Z', listener });

  it('notices what does not say the same on both sides', async () => {
    const other = openDatabase(target.location);
    let damaged: Promise<unknown> = Promise.resolve();
    const damage = (table: string): void => {
      if (table !== 'account') return;
      damaged = other.schema('org_unit').where({ id: 1 }).update({ name: '别的局' }).then(Number);
    };
    const { differing } = await move(source.database, { ...SILENT, copied: damage });
    await damaged;
    await other.close();
    expect(differing).to.deep.equal(['org_unit']);
  });

  it('never gives an id again, not even that of a row that is gone', async () => {
    await addAttempts(source.database);
    await source.database.schema('sign_in_attempt').delete();
    await move(source.database);
    const [{ id }] = (await target.database
      .schema('sign_in_attempt')
      .insert({ key: 'a', at: 'b' })
      .returning('id')) as [{ id: number }];
    expect(id).to.equal(ATTEMPTS + 1);
  });

  it('waits for nobody who works on a job, and takes over one that was left behind', async () => {
    const job = { lane: 'a', kind: 'b', payload: '{}', created_by: 'c', created_at: 'd', state: 'running' };
    const lease = { lease_owner: 'e', lease_until: '2021-04-22T01:00:01.000Z' };
    await source.database.schema('job').insert({ ...job, ...lease });
    expect(await failureOf(move(source.database))).to.equal('move-job-running');
    await source.database.schema('job').update({ lease_until: '2021-04-22T00:59:00.000Z' });
    expect(await move(source.database)).to.deep.include({ differing: [] });
  });

  it('takes up only what was begun from the same file', async () => {
    await move(source.database);
    const other = await temporaryCopy('other-to-move', fillWithPeople, 'sqlite');
    expect(await failureOf(move(other.database))).to.equal('move-other-source');
    await other.end();
  });

  it('goes in no other direction', async () => {
    const wrong = [
      ['--database', source.location, '--to', 'data/local/other.sqlite'],
      ['--database', source.location, '--to', 'mysql://localhost/x'],
    ];
    for (const words of wrong) expect((await runCommand('move', ...words)).status).to.equal(2);
    expect((await runCommand('move', '--database', source.location)).status).to.equal(2);
  });
});
