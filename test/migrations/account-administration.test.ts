import { expect } from 'chai';
import * as first from '../../src/migrations/0001-organisation-and-access.ts';
import * as second from '../../src/migrations/0002-audit.ts';
import * as twelfth from '../../src/migrations/0012-account-administration.ts';
import type { Database } from '../../src/platform/database.ts';
import { emptyDatabase, type TemporaryDatabase } from '../support/temporary-database.ts';

const AT = '2021-04-22T01:00:00.000Z';

describe('an installation from before accounts were administered', () => {
  let temporary: TemporaryDatabase;
  let database: Database;
  before(async () => {
    temporary = await emptyDatabase();
    database = temporary.database;
    const { schema } = database;
    for (const { up } of [first, second]) await up(schema);
    await schema('org_unit').insert({ kind: 'bureau', name: '市商务局', path: '/1/' });
    for (const username of ['office', 'nobody']) {
      await schema('account').insert({ username, display_name: '某人', password_hash: 'x', created_at: AT });
    }
    await schema('role_assignment').insert({ account_id: 1, role: 'office', unit_id: 1 });
    await schema('session').insert({ sid: 'digest', sess: '{}', expired: AT });
    await schema('audit_entry').insert({
      sequence: 1,
      at: AT,
      actor: 'office',
      action: 'account.signed-in',
      object_type: 'account',
      object_id: '1',
      unit_path: '/1/',
      details: '{}',
      previous_hash: 'a',
      hash: 'b',
    });
    await database.schema.transaction((transaction) => twelfth.up(transaction));
  });
  after(() => temporary.end());

  it('keeps its accounts with their roles, and knows where they are kept and when they signed in', async () => {
    const accounts = await database
      .read('account')
      .select('username', 'unit_id', 'guard', 'last_signed_in_at');
    expect(accounts).to.deep.equal([
      { username: 'office', unit_id: 1, guard: 1, last_signed_in_at: AT },
      { username: 'nobody', unit_id: null, guard: 1, last_signed_in_at: null },
    ]);
    expect(await database.read('role_assignment').select()).to.deep.equal([
      { id: 1, account_id: 1, role: 'office', unit_id: 1 },
    ]);
  });

  it('ends the sessions that name no account', async () => {
    expect(await database.read('session').select()).to.deep.equal([]);
  });
});
