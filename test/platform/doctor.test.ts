import { expect } from 'chai';
import { commandLine as en } from '../../src/language/en/command-line.ts';
import { commandLine as zh } from '../../src/language/zh/command-line.ts';
import type { Finding } from '../../src/platform/doctor.ts';
import { detailOf } from '../../src/platform/finding-detail.ts';
import { runCommand } from '../support/command.ts';
import { dropTriggers } from '../support/database-words.ts';
import { testApp, type TestApp } from '../support/http.ts';

interface Check {
  readonly name: string;
  readonly ok: boolean;
  readonly detail: string;
  readonly fix: string | null;
}

const FIGURES = { waiting: 1, running: 0, failed: 0, oldestSeconds: 3 };

/** One of every kind, well and ill where it may be either. */
const FINDINGS: readonly Finding[] = [
  { name: 'location', ok: true, place: 'database/qinglian' },
  ...[true, false].flatMap((ok): Finding[] => [
    { name: 'version', ok, versions: { program: '1', node: '20', database: 'PostgreSQL 14' } },
    { name: 'migrations', ok, pending: ok ? [] : ['0001.ts'] },
    { name: 'file', ok },
    { name: 'references', ok, broken: ok ? 0 : 2 },
    { name: 'encoding', ok, encoding: ok ? 'UTF8' : 'LATIN1' },
    { name: 'row-security', ok },
    { name: 'older-versions', ok, until: ok ? null : '2021-04-23T01:00:00Z' },
    { name: 'audit', ok, entries: 7, firstBad: ok ? null : 3 },
    { name: 'jobs', ok, jobs: { ...FIGURES, failed: ok ? 0 : 2 } },
    { name: 'disk', ok, megabytes: ok ? 4096 : 12 },
  ]),
  { name: 'unknown', ok: false, what: 'audit', failure: 'SQLITE_ERROR' },
];

describe('doctor', function () {
  this.timeout(60_000);
  let app: TestApp;
  beforeEach(async () => {
    app = await testApp();
  });
  afterEach(() => app.end());

  const examined = async (): Promise<{
    readonly status: number | null;
    readonly checks: readonly Check[];
  }> => {
    const { status, output, errors } = await runCommand('doctor', '--database', app.location, '--json');
    expect(errors).to.equal('');
    return { status, ...(JSON.parse(output) as { checks: readonly Check[] }) };
  };

  it('finds all well with a new installation, and says what it looked at', async () => {
    const { status, checks } = await examined();
    expect(checks.filter(({ ok, fix }) => !ok || fix !== null)).to.deep.equal([]);
    expect(status).to.equal(0);
    const ofKind =
      app.database.kind === 'postgres' ? ['row-security', 'older-versions'] : ['file', 'references'];
    expect(checks.map(({ name }) => name)).to.have.members([
      ...['location', 'version', 'migrations', 'encoding', 'audit', 'jobs', 'disk'],
      ...ofKind,
    ]);
  });

  it('says what is wrong and how to put it right, and ends with 1', async () => {
    const { database } = app;
    const at = '2021-01-01T00:00:00.000Z';
    await database.transaction(async (transaction) => {
      const job = { lane: 'x', kind: 'x', payload: '{}', created_by: 'x', created_at: at };
      await transaction('job').insert({ ...job, state: 'failed', ended_at: at, error: 'Error' });
    });
    await dropTriggers(database, 'audit_entry', ['audit_entry_no_update']);
    await database.transaction((transaction) => transaction('audit_entry').update({ actor: 'nobody' }));
    await database.transaction((transaction) =>
      transaction('schema_migration').where('name', 'like', '0034%').delete(),
    );
    const { status, checks } = await examined();
    const ill = checks.filter(({ ok }) => !ok);
    expect(ill.map(({ name }) => name)).to.deep.equal(['migrations', 'audit', 'jobs']);
    for (const { detail, fix } of ill)
      expect([typeof detail, typeof fix]).to.deep.equal(['string', 'string']);
    expect(status).to.equal(1);
  });

  it('says each finding in Chinese and in English', () => {
    for (const finding of FINDINGS) {
      for (const { doctor } of [zh, en]) {
        expect(detailOf(finding, doctor)).to.be.a('string').and.not.equal('');
        if (!finding.ok) expect(doctor.fixes[finding.name]).to.match(/[。.;]$/u);
      }
    }
  });
});
