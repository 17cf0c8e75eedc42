import { expect } from 'chai';
import type { FiledPoint } from '../support/filed-points.ts';
import { filePoints } from '../support/filed-points.ts';
import { takeStock } from '../support/filled-province.ts';
import { testApp, type TestApp } from '../support/http.ts';

const FORMS = 80;
/** What new rows refer to, and nothing reads for each form. */
const GROWING = ['form', 'form_version', 'risk_point', 'risk_point_revision'];

describe('an import into a PostgreSQL that knows its tables to be empty', function () {
  this.timeout(120_000);
  let app: TestApp;
  before(async () => {
    app = await testApp();
    await takeStock(app.database);
  });
  after(() => app.end());

  const readFromEndToEnd = async (): Promise<Readonly<Record<string, number>>> => {
    await app.database.schema.raw('select pg_stat_force_next_flush()');
    const rows = await app.database
      .schema('pg_stat_user_tables')
      .whereIn('relname', GROWING)
      .select<{ name: string; times: number }[]>({ name: 'relname', times: 'seq_scan' });
    return Object.fromEntries(rows.map(({ name, times }) => [name, times]));
  };

  it('looks up by an index what a new row belongs to, for the tables grow meanwhile', async () => {
    const points = Array.from({ length: FORMS }, (_, index): FiledPoint => ({
      unit: `第${String(index)}处`,
      text: '采购不公开。',
    }));
    const before = await readFromEndToEnd();
    await filePoints(app, '甲局', points);
    for (const [table, times] of Object.entries(await readFromEndToEnd())) {
      expect(times - (before[table] ?? 0), table).to.be.below(FORMS);
    }
  });
});
