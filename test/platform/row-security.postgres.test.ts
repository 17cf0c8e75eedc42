import { expect } from 'chai';
import pg from 'pg';
import type { Queryable } from '../../src/platform/database.ts';
import { everywhere, onlyWithin } from '../../src/platform/row-reach.ts';
import { seeEverything, seesGuardedRows } from '../../src/platform/row-security.ts';
import { tablesOf } from '../support/database-words.ts';
import { fillGuardedTables, guardedTables, OPEN_TABLES, TABLES_OF_JOBS } from '../support/guarded-tables.ts';
import { testApp, type TestApp } from '../support/http.ts';
import { inspectBureau } from '../support/inspected-bureau.ts';

const NOWHERE = '/999/';
/** A unit beside the bureau, of which there is nothing. */
const BESIDE = '/998/';

describe('rows that PostgreSQL hides', () => {
  let app: TestApp;
  let tables: readonly string[];
  let bureau: string;
  before(async () => {
    app = await testApp();
    await inspectBureau(app);
    tables = await guardedTables(app.database);
    await fillGuardedTables(app.database, tables);
    await app.database.schema('org_unit').insert({ kind: 'bureau', name: '旁边的局', path: BESIDE });
    const found = await app.database
      .read('org_unit')
      .where({ kind: 'bureau' })
      .whereNot({ path: BESIDE })
      .first<{ path: string }>('path');
    bureau = found.path;
  });
  after(() => app.end());

  const rowsIn = async (table: string, from: Queryable = app.database.read): Promise<number> =>
    ((await from(table).count({ count: '*' }).first()) as { count: number }).count;

  it('are of every table but those that are listed as open with their reason', async () => {
    const open = Object.values(OPEN_TABLES).flat();
    expect([...tables, ...open].sort()).to.deep.equal([...(await tablesOf(app.database))].sort());
  });

  it('are shown to whom nobody gave a reach: the command line', async () => {
    for (const table of tables) expect(await rowsIn(table), table).to.be.above(0);
  });

  it('are all shown within their bureau, and none within another', async () => {
    for (const table of tables) {
      const all = TABLES_OF_JOBS.includes(table) ? 0 : await rowsIn(table);
      expect(await onlyWithin([NOWHERE, bureau], () => rowsIn(table)), table).to.equal(all);
      expect(await onlyWithin([NOWHERE], () => rowsIn(table)), table).to.equal(0);
      expect(await onlyWithin([], () => rowsIn(table)), table).to.equal(0);
    }
  });

  it('are all shown to whom all units are within reach, but for what waits for jobs', async () => {
    for (const table of tables) {
      const all = TABLES_OF_JOBS.includes(table) ? 0 : await rowsIn(table);
      expect(await onlyWithin([bureau, BESIDE], () => rowsIn(table)), table).to.equal(all);
    }
  });

  it('are shown below a division: its own, and what is of its bureau as a whole', async () => {
    const division = await app.database
      .read('org_unit')
      .where({ name: '市场秩序处' })
      .first<{ id: number; path: string }>('id', 'path');
    await onlyWithin([division.path], async () => {
      for (const table of ['form', 'risk_point_state', 'rollup_grade'])
        expect(await app.database.read(table).distinct().pluck('unit_id'), table).to.deep.equal([
          division.id,
        ]);
      for (const table of ['import_file', 'import_draft', 'rollup_case'])
        expect(await rowsIn(table), table).to.be.above(0);
      expect(await rowsIn('risk_point')).to.equal(60);
    });
  });

  it('are neither changed, deleted nor added outside of the reach', async () => {
    for (const reach of [[], [NOWHERE]]) {
      for (const table of tables) {
        const [row] = (await app.database.read(table).limit(1)) as object[];
        if (row === undefined) throw new Error(`${table} is empty`);
        const [column = ''] = Object.keys(row);
        await onlyWithin(reach, async () => {
          const changing = app.database.transaction(async (transaction) => {
            expect(await transaction(table).update(column, transaction.ref(column)), table).to.equal(0);
            expect(await transaction(table).delete(), table).to.equal(0);
            await transaction(table).insert(row);
          });
          const said = await changing.then(() => 'added', String);
          expect(said, table).to.include('row-level security');
        });
      }
    }
  });

  it('are hidden from whoever says nothing, as a console of PostgreSQL does', async () => {
    const client = new pg.Client(app.location);
    await client.connect();
    try {
      for (const table of tables) {
        const { rows } = await client.query(`select count(*)::int as count from ${table}`);
        expect(rows, table).to.deep.equal([{ count: 0 }]);
      }
    } finally {
      await client.end();
    }
  });

  it('follow the asker, not the connection, when many ask in turns by one', async () => {
    const ask = (paths: readonly string[]): Promise<readonly number[]> =>
      onlyWithin(paths, async () => {
        const seen: number[] = [];
        for (let turn = 0; turn < 20; turn += 1) {
          seen.push(await rowsIn('form', app.database.schema));
          seen.push(await app.database.transaction((transaction) => rowsIn('form', transaction)));
        }
        return seen;
      });
    const all = await rowsIn('form');
    const answers = await Promise.all([ask([bureau]), ask([NOWHERE]), ask([]), ask(['/']), ask([NOWHERE])]);
    expect(answers.map((seen) => [...new Set(seen)])).to.deep.equal([[all], [0], [0], [all], [0]]);
  });

  it('are shown to the end of a transaction that is to see everything, and not after it', async () => {
    const all = await rowsIn('form');
    await onlyWithin([NOWHERE], async () => {
      await app.database.transaction(async (transaction) => {
        expect(await rowsIn('form', transaction)).to.equal(0);
        await seeEverything(transaction);
        expect(await rowsIn('form', transaction)).to.equal(all);
      });
      expect(await rowsIn('form', app.database.schema)).to.equal(0);
      expect(await everywhere(() => rowsIn('form'))).to.equal(all);
    });
  });

  it('are hidden from the role of the tests, which is no superuser', async () => {
    expect(await seesGuardedRows(app.database.read)).to.equal(false);
  });

  it('are not asked for by what is no path', () => {
    expect(() => onlyWithin(['/1/ /'], () => undefined)).to.throw('not a path');
  });
});
