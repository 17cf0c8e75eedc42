import { expect } from 'chai';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { openDatabase, type Database } from '../../src/platform/database.ts';
import { schemaOf, takenAway } from '../support/taken-away.ts';

const DIRECTORY = fileURLToPath(new URL('../../src/migrations', import.meta.url));

/** The last migration before the rule: no version older than this one ever worked beside another. */
const LAST_FREE = '0028';

/**
 * What a migration took away, and the release that was the first to do without. A release takes away only what the one
 * before it did without.
 */
const CONTRACTED: Readonly<
  Record<string, { readonly takes: readonly string[]; readonly unusedSince: string }>
> = {};

describe('migrations', () => {
  let folder: string;
  let database: Database;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'qinglian-test-'));
    database = openDatabase(join(folder, 'test.sqlite'));
  });
  afterEach(async () => {
    await database.close();
    rmSync(folder, { recursive: true });
  });

  it('leave an old version all that it works with, but for what is listed', async () => {
    const taken: Record<string, readonly string[]> = {};
    for (const name of readdirSync(DIRECTORY).sort()) {
      const isRuled = name.slice(0, LAST_FREE.length) > LAST_FREE;
      const before = isRuled ? await schemaOf(database) : new Map<string, never>();
      await database.schema.migrate.up({
        directory: DIRECTORY,
        loadExtensions: ['.ts'],
        tableName: 'schema_migration',
      });
      const missing = takenAway(before, await schemaOf(database));
      if (missing.length > 0) taken[name] = missing;
    }
    const listed = Object.entries(CONTRACTED).map(([name, { takes }]) => [name, takes]);
    expect(taken).to.deep.equal(Object.fromEntries(listed));
    expect((await schemaOf(database)).size).to.be.above(40);
  });

  it('are found out when they take something away or demand something', async () => {
    const { schema } = database;
    await schema.raw('create table kept (id integer primary key, gone text, open text)');
    await schema.raw('create table dropped (id integer primary key)');
    const before = await schemaOf(database);
    await schema.raw('alter table kept add column more text');
    await schema.raw(`alter table kept add column filled text not null default ''`);
    expect(takenAway(before, await schemaOf(database))).to.deep.equal([]);
    await schema.raw('drop table dropped');
    await schema.raw('drop table kept');
    await schema.raw('create table kept (id integer primary key, open text not null, new text not null)');
    expect(takenAway(before, await schemaOf(database))).to.have.members([
      'dropped',
      'kept.gone',
      'kept.open',
      'kept.new',
    ]);
  });
});
