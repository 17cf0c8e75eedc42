import { expect } from 'chai';
import { COMMAND_LINE } from '../../src/audit/audit-service.ts';
import { EVERYWHERE } from '../../src/organisation/reach.ts';
import { testInstallation, type TestInstallation } from '../support/installation.ts';
import { aReadFile } from '../support/read-file.ts';
import { MINUTE } from '../support/test-clock.ts';

const LEAKING = { text: '与供应商串通，泄露标底或评审信息。', measure: '评审前采购文件密封保管。' };
const FORM = aReadFile([{ risks: [{ ...LEAKING, probability: 'small', harm: 'limited' }] }]);

/** What somebody may build on an import, as it then stands in the database. */
const BUILT: readonly { readonly what: string; readonly sql: string; readonly obstacle: string }[] = [
  {
    what: 'a point was given another harm',
    sql: "update risk_point_state set harm_step = 'serious'",
    obstacle: 'point',
  },
  {
    what: 'a grade was overridden',
    sql: 'update risk_point_state set override_grade = 1',
    obstacle: 'point',
  },
  {
    what: 'a grade was approved',
    sql: "update risk_point_state set approved_grade = 2, state = 'approved'",
    obstacle: 'point',
  },
  {
    what: 'an override was withdrawn again',
    sql: `insert into grade_override
        (risk_point_id, revision_id, case_id, rulebook_version_id, reason, set_by, set_at)
      select risk_point_id, revision_id, case_id, (select min(rulebook_version_id) from case_verdict),
        '不再需要', '李四', '2021-05-01' from risk_point_state`,
    obstacle: 'point',
  },
  {
    what: 'a domain was accepted',
    sql: "update risk_point_domain set state = 'accepted', set_by = '李四'",
    obstacle: 'point',
  },
  {
    what: 'a domain was added',
    sql: `insert into risk_point_domain (risk_point_id, domain, state, is_main, set_at)
      select risk_point_id, 'enforcement', 'accepted', 0, '2021-05-01' from risk_point_state`,
    obstacle: 'point',
  },
  {
    what: 'the same assessment was set again',
    sql: `insert into risk_point_assessment (risk_point_id, fact, scale, step, set_by, set_at)
      select risk_point_id, 'harm', 'notice-2021-harm', 'limited', '李四', '2021-05-01' from risk_point_state`,
    obstacle: 'point',
  },
  {
    what: 'a post’s domain was confirmed',
    sql: "update post_domain set state = 'confirmed'",
    obstacle: 'post',
  },
  {
    what: 'a domain was added to a post',
    sql: "insert into post_domain (post_id, domain, state) select id, 'enforcement', 'confirmed' from post",
    obstacle: 'post',
  },
  { what: 'a form went another way', sql: "update form set state = 'accepted'", obstacle: 'form' },
];

describe('an import that something was built on', () => {
  let bureau: TestInstallation;
  beforeEach(async () => {
    bureau = await testInstallation();
    await bureau.importing([FORM]);
    bureau.clock.pass(MINUTE);
  });
  afterEach(() => bureau.end());

  async function undo(id: number): Promise<readonly string[]> {
    const { obstacles } = await bureau.batches.undo(id, '选错了文件', EVERYWHERE, COMMAND_LINE);
    return obstacles.map(({ kind }) => kind);
  }

  for (const { what, sql, obstacle } of BUILT) {
    it(`is not undone when ${what}, and nothing changes`, async () => {
      await bureau.database.transaction((transaction) => transaction.raw(sql));
      expect(await undo(1)).to.deep.equal([obstacle]);
      const { total } = await bureau.points.list({ page: 1 }, EVERYWHERE);
      expect(total).to.equal(1);
      expect((await bureau.batches.find(1, EVERYWHERE)).batch.undone).to.equal(null);
    });
  }

  it('is not undone while a later import stands on it', async () => {
    const register = { kind: 'register' as const, risks: [{ ...LEAKING, probability: 'high' }] };
    await bureau.importing([aReadFile([register])]);
    expect(await undo(1)).to.deep.equal(['form']);
    expect(await undo(2)).to.deep.equal([]);
    expect(await undo(1)).to.deep.equal([]);
  });

  it('is undone although a rulebook graded its points anew', async () => {
    await bureau.regrade.regrade(2021, EVERYWHERE, COMMAND_LINE);
    expect(await undo(1)).to.deep.equal([]);
  });

  it('is undone although the office gave its unit another kind; the unit then stays', async () => {
    await bureau.database.transaction((transaction) =>
      transaction('org_unit').where({ name: '办公室' }).update({ kind: 'affiliate' }),
    );
    expect(await undo(1)).to.deep.equal([]);
    expect((await bureau.organisation.units(EVERYWHERE)).map(({ name }) => name)).to.include('办公室');
  });
});
