import { expect } from 'chai';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { openDatabase } from '../../src/platform/database.ts';
import { migrate, pendingMigrations } from '../../src/platform/migrate.ts';

describe('several processes that migrate one database at once', () => {
  it('all find it up to date, and one of them did it', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'qinglian-test-'));
    const opened = Array.from({ length: 4 }, () => openDatabase(join(folder, 'test.sqlite')));
    const ran = await Promise.all(opened.map(migrate));
    const pending = await Promise.all(opened.map(pendingMigrations));
    await Promise.all(opened.map((database) => database.close()));
    rmSync(folder, { recursive: true });
    expect(ran.filter((names) => names.length > 0)).to.have.length(1);
    expect(pending.flat()).to.deep.equal([]);
  });
});
