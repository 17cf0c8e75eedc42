import { expect } from 'chai';
import { COMMAND_LINE } from '../../src/audit/audit-service.ts';
import { readFileBytes } from '../../src/intake/file-reader.ts';
import type { ImportResult } from '../../src/intake/import-report.ts';
import type { UndoPreview } from '../../src/intake/obstacle.ts';
import { readScalesAt } from '../../src/intake/read-scales-service.ts';
import { EVERYWHERE } from '../../src/organisation/reach.ts';
import { adoptDeclaredFacts } from '../../src/risk-points/fact-adoption-service.ts';
import { testInstallation, type TestInstallation } from '../support/installation.ts';
import { putInForce } from '../support/rulebook-in-force.ts';
import { shippedGrading } from '../support/shipped-rulebooks.ts';
import { MINUTE } from '../support/test-clock.ts';

const CRITERIA = [
  '单位,姓名,岗位,潜在风险,直接经手资金、物资或项目,自由裁量空间大,可由一人决定或办结,经常直接面对服务或管理对象,近三年有信访、审计或巡察问题',
  '市场处,张三,展会岗,风险甲,是,√,有,符合,否',
  '市场处,张三,展会岗,风险乙,是,×,无,否,1',
  '市场处,李四,综合岗,风险丙,,,,,',
];
const ROTATION = [
  '单位,姓名,岗位,潜在风险,应轮岗未轮岗',
  '市场处,张三,展会岗,风险甲,是',
  '市场处,张三,展会岗,风险乙,',
];

interface Verdict {
  readonly text: string;
  readonly grade: number | null;
}

describe('importing a register with columns of facts that the bureau added', () => {
  let bureau: TestInstallation;
  beforeEach(async () => {
    bureau = await testInstallation();
  });
  afterEach(() => bureau.end());

  async function importing(rows: readonly string[]): Promise<ImportResult> {
    const scales = await readScalesAt(bureau.rulebooks, bureau.database.read, '/');
    bureau.clock.pass(MINUTE);
    return bureau.importing([await readFileBytes(Buffer.from(rows.join('\n')), 'register.csv', scales)]);
  }

  async function undo(batchId: number | null): Promise<UndoPreview> {
    bureau.clock.pass(MINUTE);
    return bureau.batches.undo(Number(batchId), '选错了文件', EVERYWHERE, COMMAND_LINE);
  }

  async function grades(): Promise<Record<string, number | null>> {
    const rows: readonly Verdict[] = await bureau.database
      .read('risk_point_state')
      .join('risk_point_revision', 'risk_point_revision.id', 'risk_point_state.revision_id')
      .join('case_verdict', 'case_verdict.case_id', 'risk_point_state.case_id')
      .where({ is_withdrawn: 0 })
      .whereIn('rulebook_version_id', (query) => {
        void query.from('rulebook_version').max('id');
      })
      .select<Verdict[]>('text', 'grade');
    return Object.fromEntries(rows.map(({ text, grade }) => [text, grade]));
  }

  const history = (): Promise<Record<string, unknown>[]> =>
    bureau.database.read('own_fact_change').orderBy('id').select() as Promise<Record<string, unknown>[]>;

  it('sets what is said of each point, with its file and history, and grades by it', async () => {
    await putInForce(bureau, 'five-criteria');
    const { batchId, assessed } = await importing(CRITERIA);
    expect(assessed).to.equal(2);
    expect(await grades()).to.deep.equal({ 风险甲: 1, 风险乙: 2, 风险丙: null });
    const kept = await history();
    expect(kept).to.have.lengthOf(10);
    expect(kept[0]).to.deep.include({ kind: 'truth', number: 1, set_by: COMMAND_LINE.name });
    expect(kept[0]?.['import_file_id']).to.be.a('number');
    const place = await bureau.database.read('value_source').where({ field: 'decidesAlone' }).first();
    expect(place).to.include({ raw: '有', row: 2, column: 7 });
    expect((await undo(batchId)).obstacles).to.deep.equal([]);
    expect(await grades()).to.deep.equal({});
    expect(await bureau.database.read('risk_point_fact').pluck('fact')).to.deep.equal([]);
  });

  it('changes nothing for the same register again, and takes a later one back to what stood before', async () => {
    await putInForce(bureau, 'five-criteria');
    const first = await importing(CRITERIA);
    expect(await importing(CRITERIA)).to.include({ batchId: null, assessed: 0 });
    const milder = CRITERIA.map((row) => row.replace('风险甲,是,√,有', '风险甲,否,否,否'));
    const { batchId } = await importing(milder);
    expect((await grades())['风险甲']).to.equal(3);
    expect((await undo(batchId)).obstacles).to.deep.equal([]);
    expect((await grades())['风险甲']).to.equal(1);
    expect((await history()).at(-1)).to.deep.include({ kind: 'truth', number: 1, import_file_id: null });
    expect((await undo(first.batchId)).obstacles).to.deep.equal([]);
  });

  it('sets a fact of the post for all of its points, and takes it back with the post that it made', async () => {
    await putInForce(bureau, 'post-by-count');
    const { batchId } = await importing(ROTATION);
    expect(await grades()).to.deep.equal({ 风险甲: 1, 风险乙: 1 });
    expect(await bureau.database.read('post_fact').pluck('fact')).to.deep.equal(['rotationOverdue']);
    expect((await undo(batchId)).obstacles).to.deep.equal([]);
    for (const table of ['post_fact', 'risk_point_fact', 'post']) {
      expect(await bureau.database.read(table).select(), table).to.deep.equal([]);
    }
  });

  it('is not taken back once somebody set one of its facts otherwise; the obstacle names the point or post', async () => {
    await putInForce(bureau, 'post-by-count');
    const { batchId } = await importing(ROTATION);
    const post = await bureau.database.read('post').first<{ id: number }>('id');
    const { ownFacts } = bureau;
    const actor = { ...COMMAND_LINE };
    const guard = 'rotationOverdue=true';
    const sheet = await ownFacts.find('post', post.id, EVERYWHERE);
    const names = sheet.declared.map(({ name }) => name);
    const seen = names.map((name) => (name === 'rotationOverdue' ? guard : `${name}=?`)).join(';');
    const values = { rotationOverdue: false };
    const set = await ownFacts.set('post', post.id, { values, guard: seen }, EVERYWHERE, actor);
    expect(set).to.deep.equal({ kind: 'saved', facts: 1 });
    expect((await undo(batchId)).obstacles.map(({ kind }) => kind)).to.deep.equal(['post']);
    expect(await grades()).to.deep.equal({ 风险甲: 3, 风险乙: 3 });
  });

  it('knows a column of a fact that only the catalogue has, for the rules to come', async () => {
    await importing(ROTATION.map((row) => row.split(',').slice(0, 4).join(',')));
    const bureaus = bureau.database.read('org_unit').where({ kind: 'bureau' });
    const unit = await bureaus.first<{ id: number; path: string }>('id', 'path');
    const by = { name: '党组', at: 'now' };
    await bureau.database.transaction((transaction) =>
      adoptDeclaredFacts(transaction, unit, shippedGrading('grading/power-held.json'), by),
    );
    const scales = await readScalesAt(bureau.rulebooks, bureau.database.read, unit.path);
    const rows = ['单位,姓名,岗位,潜在风险,年度经手金额（万元）', '市场处,张三,展会岗,风险甲,"1,200万元"'];
    await bureau.importing([await readFileBytes(Buffer.from(rows.join('\n')), 'amounts.csv', scales)]);
    const known = await bureau.database.read('risk_point_fact').where({ fact: 'annualAmount' }).first();
    expect(known).to.include({ kind: 'number', number: 1200 });
  });

  it('is refused with file, row and column where a value is none of the fact’s', async () => {
    await putInForce(bureau, 'five-criteria');
    const { written, files } = await importing(CRITERIA.map((row) => row.replace('×', '大概')));
    expect(written).to.equal(false);
    const [finding] = files[0]?.findings ?? [];
    expect(finding).to.deep.include({ code: 'unknown-fact-value', position: { line: 3, row: 3, column: 6 } });
    expect(await history()).to.deep.equal([]);
  });

  it('does not keep a fact of the post that is said of a risk of the unit itself, and says so at its place', async () => {
    await putInForce(bureau, 'post-by-count');
    const { written, files } = await importing([
      '单位,潜在风险,应轮岗未轮岗',
      '市场处,风险丁,是',
      '市场处,风险戊,',
    ]);
    expect(written).to.equal(true);
    const found = files[0]?.findings.filter(({ code }) => code === 'fact-without-post') ?? [];
    expect(found.map(({ severity, position }) => [severity, position.row, position.column])).to.deep.equal([
      ['warning', 2, 3],
    ]);
    expect(await history()).to.deep.equal([]);
  });
});
