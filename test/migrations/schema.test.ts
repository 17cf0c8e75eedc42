import { expect } from 'chai';
import { ROLES } from '../../src/access/role.ts';
import { CAMPAIGN_STATES } from '../../src/campaigns/campaign.ts';
import { FORM_STATES } from '../../src/forms/form.ts';
import { KEY_DOMAINS } from '../../src/organisation/key-domain.ts';
import { UNIT_KINDS } from '../../src/organisation/org-unit.ts';
import { migrate, pendingMigrations } from '../../src/platform/migrate.ts';
import { POINT_STATES } from '../../src/risk-points/risk-point.ts';
import { testInstallation, type TestInstallation } from '../support/installation.ts';
import { aReadFile } from '../support/read-file.ts';
import { IS_NOT_ALLOWED, acceptedWords, IS_THERE, REFERS_TO_NOTHING } from '../support/database-words.ts';

/** Which of the code's words the database must accept in which column, and nothing else. */
const ENUMERATED = [
  { table: 'org_unit', column: 'kind', words: UNIT_KINDS },
  { table: 'role_assignment', column: 'role', words: ROLES },
  { table: 'campaign', column: 'state', words: CAMPAIGN_STATES },
  { table: 'form', column: 'state', words: FORM_STATES },
  { table: 'risk_point_state', column: 'state', words: POINT_STATES },
  { table: 'post_domain', column: 'domain', words: KEY_DOMAINS },
  { table: 'risk_point_domain', column: 'domain', words: KEY_DOMAINS },
  { table: 'risk_point_domain_change', column: 'domain', words: KEY_DOMAINS },
] as const;

/** Tables whose rows say what happened. */
const KEPT = [
  'audit_entry',
  'form_version',
  'risk_point_revision',
  'risk_point_assessment',
  'risk_point_answer',
  'risk_point_domain_change',
  'measure',
];

const ANSWERED = {
  risk_point_id: 1,
  question: 'alone',
  answer: 'joint',
  set_by: '处室负责人',
  set_at: '2021-04-22T01:00:00.000Z',
};

describe('the schema', () => {
  let bureau: TestInstallation;
  before(async () => {
    bureau = await testInstallation();
    await bureau.importing([
      aReadFile([
        {
          risks: [
            { text: '采购需求设置倾向性条款。', probability: 'high', harm: 'limited', domains: ['assets'] },
          ],
        },
      ]),
    ]);
    await bureau.database.transaction((transaction) => transaction('risk_point_answer').insert(ANSWERED));
  });
  after(() => bureau.end());

  function refused(sql: string, ...values: readonly (string | number)[]): Promise<string> {
    return bureau.database
      .transaction((transaction) => transaction.raw(sql, [...values]))
      .then(
        () => 'accepted',
        (error: unknown) => String(error),
      );
  }

  it('is complete after migrating, and migrating again does nothing', async () => {
    expect(await pendingMigrations(bureau.database)).to.deep.equal([]);
    expect(await migrate(bureau.database)).to.deep.equal([]);
  });

  for (const { table, column, words } of ENUMERATED) {
    it(`knows exactly the code's words in ${table}.${column}`, async () => {
      expect(await acceptedWords(bureau.database, table, column)).to.deep.equal([...words]);
    });
  }

  for (const table of KEPT) {
    it(`refuses to change or delete rows of ${table}`, async () => {
      const row = await bureau.database.read(table).first<object | undefined>();
      const [column = ''] = Object.keys(row ?? {});
      expect(column).not.to.equal('');
      expect(await refused(`update ${table} set ${column} = ${column}`)).to.include('keeps what happened');
      expect(await refused(`delete from ${table}`)).to.include('keeps what happened');
    });
  }

  it('refuses a second active rulebook of a kind at the same place', async () => {
    const insert = `insert into rulebook_activation (kind, unit_id, version_id, active_from)
      select kind, unit_id, version_id, active_from from rulebook_activation where kind = 'grading'`;
    expect(await refused(insert)).to.match(IS_THERE);
  });

  it('refuses a second version of the same number, and a second main domain', async () => {
    const version = `insert into form_version (form_id, version, source_kind, digest, created_at)
      select form_id, version, source_kind, digest, created_at from form_version`;
    expect(await refused(version)).to.match(IS_THERE);
    const domain = `insert into risk_point_domain (risk_point_id, domain, state, is_main, set_at)
      select risk_point_id, 'assets', 'accepted', 1, set_at from risk_point_domain where is_main = 1`;
    expect(await refused(domain)).to.match(IS_THERE);
  });

  it('refuses a question that nobody asks, and an answer to another question', async () => {
    const insert = `insert into risk_point_answer (risk_point_id, question, answer, set_by, set_at) values (1, ?, ?, 'a', 'b')`;
    expect(await refused(insert, 'mood', 'good')).to.match(IS_NOT_ALLOWED);
    expect(await refused(insert, 'alone', 'weekly')).to.match(IS_NOT_ALLOWED);
  });

  it('refuses a step that is on no scale', async () => {
    const update = `update risk_point_state set probability_scale = 'notice-2021-probability', probability_step = 'huge'`;
    expect(await refused(update)).to.match(REFERS_TO_NOTHING);
  });

  it('refuses a bureau named twice', async () => {
    const insert = `insert into org_unit (kind, name, path) select kind, name, '/99/' from org_unit where kind = 'bureau'`;
    expect(await refused(insert)).to.match(IS_THERE);
  });
});
