import { expect } from 'chai';
import { AuditService } from '../../src/audit/audit-service.ts';
import { temporaryDatabase, type TemporaryDatabase } from '../support/temporary-database.ts';
import { testClock } from '../support/test-clock.ts';
import { dropTriggers } from '../support/database-words.ts';

const OFFICE = { accountId: null, name: 'bangongshi' };

describe('the audit trail in the database', () => {
  let temporary: TemporaryDatabase;
  let audit: AuditService;
  beforeEach(async () => {
    temporary = await temporaryDatabase();
    audit = new AuditService(temporary.database, testClock());
    for (const unitPath of ['/1/2/', '/1/3/', '/', '/9/']) {
      await temporary.database.transaction((transaction) =>
        audit.record(transaction, OFFICE, {
          action: 'form.filed',
          objectType: 'form',
          objectId: unitPath,
          unitPath,
          details: {},
        }),
      );
    }
  });
  afterEach(() => temporary.end());

  /** As an administrator could who has the file, the triggers taken away. */
  async function tamper(sql: string): Promise<void> {
    const { schema } = temporary.database;
    await dropTriggers(temporary.database, 'audit_entry', ['audit_entry_no_update', 'audit_entry_no_delete']);
    await schema.raw(sql);
  }

  it('is whole as it was written', async () => {
    expect(await audit.verify()).to.include({ entries: 4, ok: true, firstBad: null });
  });

  it('shows each auditor the own bureau and what concerns everybody', async () => {
    const shown = await audit.latest(10, ['/1/']);
    expect(shown.map(({ unitPath }) => unitPath)).to.deep.equal(['/', '/1/3/', '/1/2/']);
  });

  const tamperings: readonly (readonly [string, string, number])[] = [
    ['an actor changed', `update audit_entry set actor = 'somebody' where sequence = 2`, 2],
    ['details that are no JSON any more', `update audit_entry set details = '{' where sequence = 3`, 3],
    ['an entry deleted', 'delete from audit_entry where sequence = 1', 2],
    [
      'an entry put in at the end',
      `insert into audit_entry (sequence, at, actor, action, object_type, object_id, unit_path, details, previous_hash, hash)
        select 5, at, actor, action, object_type, object_id, unit_path, details, hash, 'f' from audit_entry where sequence = 4`,
      5,
    ],
  ];
  for (const [what, sql, firstBad] of tamperings) {
    it(`shows ${what}`, async () => {
      await tamper(sql);
      expect(await audit.verify()).to.include({ ok: false, firstBad });
    });
  }

  it('shows by an earlier verification that the latest entries were deleted', async () => {
    const { head } = await audit.verify();
    await tamper('delete from audit_entry where sequence > 2');
    expect(await audit.verify()).to.include({ ok: true });
    expect(await audit.verify(head)).to.include({ ok: false, firstBad: 3 });
  });
});
