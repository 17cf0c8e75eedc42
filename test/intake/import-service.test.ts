import { expect } from 'chai';
import { EVERYWHERE } from '../../src/organisation/reach.ts';
import { testInstallation, type TestInstallation } from '../support/installation.ts';
import { aReadFile } from '../support/read-file.ts';
import { tablesOf } from '../support/database-words.ts';

const SPLITTING = { text: '化整为零规避公开招标，将应集中采购项目拆分。', measure: '年度采购计划统一编制。' };
const LEAKING = { text: '与供应商串通，泄露标底或评审信息。', measure: '评审前采购文件密封保管。' };

describe('importing read files', () => {
  let bureau: TestInstallation;

  beforeEach(async () => {
    bureau = await testInstallation();
  });
  afterEach(() => bureau.end());

  async function rowsOf(table: string): Promise<number> {
    const row = (await bureau.database.read(table).count({ rows: '*' }).first()) as { rows: number };
    return row.rows;
  }

  /** Every row of everything, to see that nothing at all changed. */
  async function everything(): Promise<string> {
    const tables = [...(await tablesOf(bureau.database))].sort();
    const contents = await Promise.all(tables.map((table) => bureau.database.read(table).select()));
    return JSON.stringify(contents);
  }

  it('creates the bureau, the campaign, units, posts and forms, and lists them', async () => {
    const result = await bureau.importing([aReadFile([{ risks: [SPLITTING, LEAKING] }])]);
    expect(result).to.deep.include({ written: true, created: 1, createdUnits: ['本单位', '办公室'] });
    expect(result.createdPosts).to.deep.equal([{ unit: '办公室', post: '政府采购岗' }]);
    expect(await rowsOf('risk_point')).to.equal(2);
  });

  it('changes nothing, not even the audit trail, for the same file again', async () => {
    const file = aReadFile([
      { risks: [{ ...SPLITTING, probability: 'high', domains: ['procurement'] }, LEAKING] },
    ]);
    await bureau.importing([file]);
    const before = await everything();
    expect(await bureau.importing([file])).to.include({ created: 0, unchanged: 1, replaced: 0, assessed: 0 });
    expect(await everything()).to.equal(before);
  });

  it('writes nothing in a dry run and says what it would do', async () => {
    const before = await everything();
    const result = await bureau.importing([aReadFile([{ risks: [SPLITTING] }])], { dryRun: true });
    expect(result).to.deep.include({ written: false, created: 1, createdUnits: ['本单位', '办公室'] });
    expect(await everything()).to.equal(before);
  });

  it('says beforehand how many points a new version of a form would withdraw', async () => {
    await bureau.importing([aReadFile([{ risks: [SPLITTING, LEAKING] }])]);
    const result = await bureau.importing([aReadFile([{ risks: [SPLITTING] }])], { dryRun: true });
    expect(result).to.include({ written: false, replaced: 1, withdrawn: 1 });
  });

  it('refuses to make what is missing when it may not', async () => {
    const before = await everything();
    const result = await bureau.importing([aReadFile([{ risks: [SPLITTING] }])], { mayCreate: false });
    expect(result.written).to.equal(false);
    expect(result.files[0]?.findings.map(({ code }) => code)).to.deep.equal([
      'would-create',
      'would-create',
      'would-create',
    ]);
    expect(await everything()).to.equal(before);
  });

  it('writes nothing of a good file beside one that has an error', async () => {
    const good = aReadFile([{ risks: [SPLITTING] }]);
    const finding = {
      severity: 'error',
      position: {},
      field: null,
      code: 'missing-risk',
      parameters: {},
    } as const;
    const before = await everything();
    const result = await bureau.importing([good, { ...aReadFile([]), findings: [finding] }]);
    expect(result.written).to.equal(false);
    expect(await everything()).to.equal(before);
  });

  it('makes a new version of a changed form and keeps the assessment of the edited point', async () => {
    await bureau.importing([
      aReadFile([{ risks: [{ ...SPLITTING, probability: 'high', harm: 'serious' }, LEAKING] }]),
    ]);
    const edited = { ...SPLITTING, text: '化整为零规避公开招标，将应集中采购的项目拆分后自行采购。' };
    expect(await bureau.importing([aReadFile([{ risks: [edited, LEAKING] }])])).to.include({
      replaced: 1,
      created: 0,
    });
    const { points } = await bureau.points.list({ page: 1 }, EVERYWHERE);
    expect(points.find(({ text }) => text === edited.text)?.grade).to.equal(1);
    expect(await rowsOf('risk_point')).to.equal(2);
    expect(await rowsOf('form_version')).to.equal(2);
  });

  it('hands a register’s assessments to the points of the form, without a new version', async () => {
    await bureau.importing([aReadFile([{ risks: [SPLITTING, LEAKING] }])]);
    const register = aReadFile([
      { kind: 'register', risks: [{ ...LEAKING, probability: 'fairly-high', harm: 'limited' }] },
    ]);
    expect(await bureau.importing([register])).to.include({
      created: 0,
      unchanged: 1,
      replaced: 0,
      assessed: 1,
    });
    const { points } = await bureau.points.list({ page: 1, grade: 2 }, EVERYWHERE);
    expect(points.map(({ text }) => text)).to.deep.equal([LEAKING.text]);
    expect(await rowsOf('form_version')).to.equal(1);
  });

  it('takes forms before the tables that sum them up, whatever the order of the files', async () => {
    const summary = aReadFile([{ kind: 'annex2', risks: [{ ...SPLITTING, grade: 3 }] }], 'annex2.xlsx');
    const form = aReadFile([{ risks: [SPLITTING] }]);
    expect(await bureau.importing([summary, form])).to.include({ created: 1, unchanged: 1 });
    const { points } = await bureau.points.list({ page: 1 }, EVERYWHERE);
    expect(points.map(({ declaredGrade }) => declaredGrade)).to.deep.equal([3]);
  });

  it('leaves a point without probability or harm unassessed, never graded by default', async () => {
    await bureau.importing([aReadFile([{ risks: [{ ...SPLITTING, probability: 'small' }, LEAKING] }])]);
    const { total } = await bureau.points.list({ page: 1, grade: 'unassessed' }, EVERYWHERE);
    expect(total).to.equal(2);
  });

  it('refuses two different forms of the same person and post in one import', async () => {
    const result = await bureau.importing([
      aReadFile([{ risks: [SPLITTING] }], 'a.docx'),
      aReadFile([{ risks: [LEAKING] }], 'b.docx'),
    ]);
    expect(result.written).to.equal(false);
    expect(result.files[1]?.findings.map(({ code }) => code)).to.deep.equal(['form-twice']);
  });

  it('writes an audit entry for each change, and the chain is whole', async () => {
    await bureau.importing([
      aReadFile([{ risks: [{ ...SPLITTING, probability: 'high', harm: 'limited' }] }]),
    ]);
    const actions = (await bureau.audit.latest(20, ['/'])).map(({ action }) => action);
    expect(actions).to.include.members([
      'unit.created',
      'post.created',
      'campaign.created',
      'form.filed',
      'form.assessed',
      'import.committed',
    ]);
    expect(await bureau.audit.verify()).to.include({ ok: true });
  });

  it('keeps the rollups equal to the points, counted one by one', async () => {
    await bureau.importing([
      aReadFile([
        { risks: [{ ...SPLITTING, probability: 'high', harm: 'serious' }, LEAKING] },
        {
          unit: '市场秩序处',
          name: '周某',
          risks: [{ ...SPLITTING, probability: 'small', harm: 'limited' }],
        },
      ]),
    ]);
    await bureau.importing([aReadFile([{ risks: [SPLITTING] }])]);
    const { counts } = await bureau.board.board({}, EVERYWHERE);
    const listed = await Promise.all(
      ([1, 2, 3, 'unassessed'] as const).map(
        async (grade) => (await bureau.points.list({ page: 1, grade }, EVERYWHERE)).total,
      ),
    );
    expect([counts[1], counts[2], counts[3], counts.unassessed]).to.deep.equal(listed);
    expect(listed).to.deep.equal([1, 0, 1, 0]);
  });
});
