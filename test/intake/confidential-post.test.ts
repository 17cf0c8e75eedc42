import { expect } from 'chai';
import { testInstallation, type TestInstallation } from '../support/installation.ts';
import { aReadFile } from '../support/read-file.ts';

const UNIT = '办公室';
const SECRET_RISK = { text: '擅自扩大密件知悉范围。', measure: '密件由专人登记。' };
const SECRET = { unit: UNIT, name: '赵某', post: '机要岗', duties: '收发密件。', risks: [SECRET_RISK] };
const OPEN_RISK = { text: '违规提供档案查阅。', measure: '查阅须经批准。' };
const OPEN = { unit: UNIT, name: '李某', post: '档案岗', duties: '管理档案。', risks: [OPEN_RISK] };

describe('an import with the form of a confidential post', () => {
  let bureau: TestInstallation;
  beforeEach(async () => {
    bureau = await testInstallation();
    await bureau.importing([aReadFile([{ ...OPEN, post: '综合岗' }])]);
    await setConfidential(1);
  });
  afterEach(() => bureau.end());

  async function setConfidential(value: 0 | 1): Promise<void> {
    await bureau.database.transaction(async (transaction) => {
      const unit = await transaction('org_unit').where({ name: UNIT }).first<{ id: number }>('id');
      await transaction('post')
        .insert({ unit_id: unit.id, name: '机要岗', is_confidential: value })
        .onConflict(['unit_id', 'name'])
        .merge();
    });
  }

  async function textsOnFile(): Promise<readonly unknown[]> {
    return (await bureau.database.read('risk_point_revision').distinct().pluck('text')) as unknown[];
  }

  it('is refused whole, and says where and what to do', async () => {
    const result = await bureau.importing([aReadFile([OPEN, SECRET], '自查表.docx')]);
    expect(result.written).to.equal(false);
    const [found, ...more] = result.files.flatMap(({ findings }) => findings);
    expect(more).to.deep.equal([]);
    expect(found).to.deep.include({ severity: 'error', code: 'confidential-post', field: 'post' });
    expect(found?.parameters).to.deep.equal({ post: '机要岗' });
    expect(found?.position).to.not.deep.equal({});
    const people = await bureau.database.read('person').where({ name: '赵某' });
    expect([await textsOnFile(), people]).to.deep.equal([[OPEN_RISK.text], []]);
  });

  it('is refused when the post is one of two on a form, and when a summary names it', async () => {
    const both = await bureau.importing([aReadFile([{ ...SECRET, post: '档案岗、机要岗' }])]);
    const summary = await bureau.importing([aReadFile([{ ...SECRET, kind: 'annex2' }])]);
    expect([both.written, summary.written]).to.deep.equal([false, false]);
    expect(await textsOnFile()).to.deep.equal([OPEN_RISK.text]);
  });

  it('is taken without that form, and with it once the post is confidential no more', async () => {
    expect(await bureau.importing([aReadFile([OPEN])])).to.include({ written: true, created: 1 });
    await setConfidential(0);
    expect(await bureau.importing([aReadFile([SECRET])])).to.include({ written: true, created: 1 });
    expect(await textsOnFile()).to.include(SECRET_RISK.text);
  });
});
