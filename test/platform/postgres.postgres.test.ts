import { expect } from 'chai';
import { readConfig } from '../../src/config.ts';
import { inspectInstallation, openExisting, openInstallation } from '../../src/installation.ts';
import { openDatabase } from '../../src/platform/database.ts';
import { OperationalError } from '../../src/platform/errors.ts';
import { secretInDatabase } from '../../src/platform/kept-secret-store.ts';
import { migrate } from '../../src/platform/migrate.ts';
import { runCommand } from '../support/command.ts';
import { emptyDatabase, temporaryDatabase, type TemporaryDatabase } from '../support/temporary-database.ts';

const CONFIG = readConfig({ QINGLIAN_LOG_LEVEL: 'silent' });

describe('a PostgreSQL', () => {
  let temporary: TemporaryDatabase;
  before(async () => {
    temporary = await temporaryDatabase();
  });
  after(() => temporary.end());

  it('sorts texts as SQLite does, though its server sorts them by Chinese rules', async () => {
    const { database } = temporary;
    const sorted = (sql: string): Promise<readonly { word: string }[]> =>
      database.read.raw<{ word: string }[]>(
        `select word from (values ('b'), ('B'), ('赵'), ('安'), ('a')) as words (word) order by ${sql}`,
      );
    const byServer = (await sorted('word')).map(({ word }) => word);
    const asSqlite = (await sorted('word collate "C"')).map(({ word }) => word);
    expect(asSqlite).to.deep.equal(['B', 'a', 'b', '安', '赵']);
    expect(byServer).not.to.deep.equal(asSqlite);
    const others = await database.read.raw<{ column: string }[]>(
      `select table_name || '.' || column_name as "column" from information_schema.columns
       where table_schema = 'public' and table_name not like 'schema_migration%'
         and (data_type not in ('bigint', 'text', 'ARRAY') or (data_type = 'text' and collation_name is distinct from 'C'))`,
    );
    expect(others).to.deep.equal([]);
  });

  it('gives numbers and truths as SQLite does', async () => {
    const [row] = await temporary.database.read.raw<object[]>(
      `select count(*) as counted, sum(9007199254740991::bigint) as summed, 1 = 1 as truth, null as nothing`,
    );
    expect(row).to.deep.equal({ counted: 1, summed: Number.MAX_SAFE_INTEGER, truth: 1, nothing: null });
  });

  it('compiles no query, neither of those who write nor of those who read', async () => {
    for (const from of [temporary.database.schema, temporary.database.read]) {
      expect(await from.raw('show jit')).to.deep.equal([{ jit: 'off' }]);
    }
  });

  it('is read by connections that write nothing', async () => {
    const written = temporary.database.read('write_turn').insert({ id: 1 });
    expect(await written.then(() => 'written', String)).to.include('read-only transaction');
  });

  it('is asked one thing after the other by those who read at once in one transaction', async () => {
    const warned: string[] = [];
    const listen = (warning: Error): number => warned.push(warning.message);
    process.on('warning', listen);
    const answers = await temporary.database.snapshot((from) =>
      Promise.all([
        // Asked at once, as the others are, not when somebody waits for it.
        from.raw<unknown[]>('select 1 as one').then((rows: unknown) => rows),
        from
          .raw<unknown[]>('select 1 / 0')
          .catch((error: unknown) => String(error).includes('division by zero')),
        from.raw<unknown[]>('select 3 as three').catch((error: unknown) => String(error).includes('aborted')),
      ]),
    );
    await new Promise(setImmediate);
    process.off('warning', listen);
    expect(answers).to.deep.equal([[{ one: 1 }], true, true]);
    expect(warned).to.deep.equal([]);
  });

  it('keeps one secret for all that ask at once', async () => {
    const { database, openAgain } = temporary;
    const secrets = await Promise.all([database, openAgain(), openAgain()].map(secretInDatabase));
    expect(secrets[0]).to.match(/^[0-9a-f]{64}$/u);
    expect(new Set(secrets).size).to.equal(1);
  });

  it('is brought up to date once by several that begin together', async () => {
    const empty = await emptyDatabase();
    const ran = await Promise.all([empty.database, empty.openAgain(), empty.openAgain()].map(migrate));
    expect(ran.map(({ length }) => length > 0).sort()).to.deep.equal([false, false, true]);
    await empty.end();
  });
});

describe('the address of a PostgreSQL', () => {
  let empty: TemporaryDatabase;
  before(async () => {
    empty = await emptyDatabase();
  });
  after(() => empty.end());

  const changed = (change: (url: URL) => void): string => {
    const url = new URL(empty.location);
    change(url);
    return url.href;
  };

  it('that is wrong is told in words, without the password', async () => {
    const wrong = {
      'database-refused': changed((url) => (url.password = 'geheim')),
      'database-missing': changed((url) => (url.pathname = '/nowhere')),
      'database-away': changed((url) => (url.port = '1')),
      'not-an-address': 'mysql://root:geheim@127.0.0.1/x',
    };
    for (const [code, url] of Object.entries(wrong)) {
      const failure: unknown = await openInstallation(url, CONFIG).catch((error: unknown) => error);
      if (!(failure instanceof OperationalError)) throw new Error(`${code}: ${String(failure)}`);
      expect(failure.code).to.equal(code);
      expect(failure.message + failure.fix).not.to.include('geheim');
    }
  });

  it('of an empty database is no installation that is looked at', async () => {
    for (const open of [openExisting, inspectInstallation]) {
      const failure: unknown = await open(empty.location, CONFIG).catch((error: unknown) => error);
      expect(failure).to.have.property('code', 'database-empty');
    }
  });

  it('is taken by the commands where a file is taken', async () => {
    const first = await runCommand('migrate', '--database', empty.location, '--json');
    expect([first.status, first.errors]).to.deep.equal([0, '']);
    expect((JSON.parse(first.output) as { migrated: string[] }).migrated).to.include('0025-kept-secret.ts');
    const verified = await runCommand('audit', 'verify', '--database', empty.location, '--json');
    expect(JSON.parse(verified.output)).to.include({ ok: true });
    const fresh = await runCommand('demo', '--fresh', '--database', empty.location);
    expect([fresh.status, fresh.errors]).to.satisfy(
      ([status, said]: [number, string]) => status === 2 && said !== '',
    );
  });

  it('is tried when it is first asked something, not before', async () => {
    const database = openDatabase(changed((url) => (url.port = '1')));
    const asked = await database.read.raw('select 1').then(() => 'answered', String);
    await database.close();
    expect(asked).to.include('ECONNREFUSED');
  });
});
