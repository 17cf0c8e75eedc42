import { expect } from 'chai';
import { EVERYWHERE } from '../../src/organisation/reach.ts';
import { testInstallation, type TestInstallation } from '../support/installation.ts';
import { aReadFile } from '../support/read-file.ts';

const SPLITTING = { text: '化整为零规避公开招标，将应集中采购项目拆分。', measure: '年度采购计划统一编制。' };
const LEAKING = { text: '与供应商串通，泄露标底或评审信息。', measure: '评审前采购文件密封保管。' };

describe('whose form an imported form is', () => {
  let bureau: TestInstallation;
  beforeEach(async () => {
    bureau = await testInstallation();
  });
  afterEach(() => bureau.end());

  async function rowsOf(table: string): Promise<number> {
    const row = await bureau.database.read(table).count({ rows: '*' }).first<{ rows: number } | undefined>();
    return row?.rows ?? 0;
  }

  it('puts a unit’s own points on a form that belongs to nobody', async () => {
    const own = aReadFile([{ kind: 'annex2', name: null, risks: [SPLITTING] }]);
    expect(await bureau.importing([own])).to.include({ created: 1 });
    expect(await bureau.importing([own])).to.include({ created: 0, unchanged: 1 });
    const { points } = await bureau.points.list({ page: 1 }, EVERYWHERE);
    expect(points[0]).to.include({ personName: null, postName: null, unitName: '办公室' });
  });

  it('gives one form of a person with two posts both holdings', async () => {
    const result = await bureau.importing([
      aReadFile([{ post: '机要保密岗、档案管理岗', risks: [SPLITTING] }]),
    ]);
    expect(result.createdPosts.map(({ post }) => post)).to.deep.equal(['机要保密岗', '档案管理岗']);
    const { forms } = await bureau.forms.list({ page: 1 }, EVERYWHERE);
    expect(forms.map(({ postNames }) => postNames)).to.deep.equal([['机要保密岗', '档案管理岗']]);
  });

  it('does not take a gap in a stretched name for another person', async () => {
    await bureau.importing([aReadFile([{ name: '陈　某', risks: [SPLITTING] }])]);
    expect(await bureau.importing([aReadFile([{ name: '陈某', risks: [SPLITTING] }])])).to.include({
      unchanged: 1,
    });
  });

  it('takes one person for one, however the dot in the name is typed', async () => {
    await bureau.importing([aReadFile([{ name: '阿依古丽·买买提', risks: [SPLITTING] }])]);
    for (const dot of ['•', '・', '．', '‧']) {
      const again = aReadFile([{ name: `阿依古丽${dot}买买提`, risks: [SPLITTING] }]);
      expect(await bureau.importing([again])).to.include({ created: 0, unchanged: 1 });
    }
  });

  it('hands the assessments of a register without persons to the unit’s points of the same text', async () => {
    await bureau.importing([aReadFile([{ risks: [SPLITTING, LEAKING] }])]);
    const register = aReadFile([
      { kind: 'register', name: null, risks: [{ ...LEAKING, probability: 'small', harm: 'limited' }] },
    ]);
    expect(await bureau.importing([register])).to.include({ created: 0, unchanged: 1, assessed: 1 });
    expect(await bureau.importing([register])).to.include({ created: 0, unchanged: 1, assessed: 0 });
    const { points, total } = await bureau.points.list({ page: 1, grade: 3 }, EVERYWHERE);
    expect(points.map(({ text }) => text)).to.deep.equal([LEAKING.text]);
    expect(total).to.equal(1);
    expect(await rowsOf('risk_point')).to.equal(2);
  });
});
