import { expect } from 'chai';
import { EVERYWHERE } from '../../src/organisation/reach.ts';
import { COMMAND_LINE } from '../../src/audit/audit-service.ts';
import type { Database } from '../../src/platform/database.ts';
import { pointIdOf, submit } from '../support/assessing.ts';
import { tablesOf } from '../support/database-words.ts';
import { draftDesk } from '../support/draft-desk.ts';
import { signedInAgent, testApp, type TestApp } from '../support/http.ts';
import { approve } from '../support/proposing.ts';
import { afterTheChange } from '../support/rule-change.ts';
import { stricterNotice } from '../support/stricter-rulebook.ts';
import { proposed } from '../support/proposing.ts';

/** What is random, or the database's own. */
const NOT_COMPARED = ['password_hash', 'sid', 'sess', 'previous_hash', 'hash', 'lease_owner'];
const NOT_OURS = /^(?:schema_migration|schema_migration_lock|sqlite_|kept_secret$|(?:point|form)_search)/u;

/** The pages of numbers and lists that everybody's work comes to. */
const PAGES = ['/', '/points', '/forms', '/coverage', '/rulebooks', '/points?sort=changed'];

describe('the same year on SQLite and on PostgreSQL', function () {
  this.timeout(240_000);
  const apps: TestApp[] = [];
  after(async () => {
    for (const app of apps) await app.end();
  });

  it('ends in the same JSON, page by page and row by row', async () => {
    const [onFile, onServer] = [await yearOn('sqlite'), await yearOn('postgres')];
    expect(Object.keys(onFile.rows)).to.include('case_verdict');
    for (const [what, found] of Object.entries(onServer)) expect(found, what).to.deep.equal(onFile[what]);
  });

  /** Imports, assesses, grades, drafts, brings into force, and looks at everything. */
  async function yearOn(
    kind: Database['kind'],
  ): Promise<Readonly<Record<string, unknown>> & { rows: object }> {
    const app = await testApp({}, kind);
    apps.push(app);
    expect(app.database.kind).to.equal(kind);
    const desk = await draftDesk(app);
    const group = await signedInAgent(app.app, 'assessment-group');
    const pointId = await pointIdOf(app, '收受礼品礼金。');
    const assessed = await submit(group, `/points/${String(pointId)}/assess`, { probability: 'high' });
    const regraded = await app.regrade.regrade(2021, EVERYWHERE, COMMAND_LINE);
    const workbench = await desk.agent.get(`${desk.address}?live`);
    const versionId = await proposed(app, stricterNotice());
    await approve(app, versionId);
    await app.jobRunner.runWaiting();
    const campaign = await app.campaigns.inView(EVERYWHERE, 2021);
    return {
      assessed: assessed.status,
      regraded,
      workbench: bare(workbench.text),
      activated: await afterTheChange(app.database),
      coverage: await app.coverage.ofCampaign(campaign),
      pages: await Promise.all(PAGES.map(async (page) => [page, bare((await group.get(page)).text)])),
      rows: await rowsOf(app.database),
    };
  }
});

/** A page without the token of its session. */
function bare(page: string): string {
  return page.replaceAll(/name="_csrf" value="[^"]*"/gu, '').replaceAll(/data-csrf="[^"]*"/gu, '');
}

/** Every row of every table, in an order that is not the database's. */
async function rowsOf(database: Database): Promise<Readonly<Record<string, readonly unknown[]>>> {
  const found: Record<string, readonly unknown[]> = {};
  for (const table of [...(await tablesOf(database))].sort()) {
    if (NOT_OURS.test(table)) continue;
    const rows = await database.read<Record<string, unknown>>(table).select<Record<string, unknown>[]>();
    found[table] = rows.map(comparable).sort();
  }
  return found;
}

function comparable(row: Readonly<Record<string, unknown>>): string {
  const fields = Object.entries(row).filter(([column]) => !NOT_COMPARED.includes(column));
  return JSON.stringify(fields.sort(([one], [other]) => (one < other ? -1 : 1)));
}
