import { expect } from 'chai';
import { COMMAND_LINE } from '../../src/audit/audit-service.ts';
import type { UndoPreview } from '../../src/intake/obstacle.ts';
import { EVERYWHERE } from '../../src/organisation/reach.ts';
import { shownFigures, without } from '../support/shown-figures.ts';
import { testInstallation, type TestInstallation } from '../support/installation.ts';
import { aReadFile } from '../support/read-file.ts';
import { MINUTE } from '../support/test-clock.ts';

const SPLITTING = { text: '化整为零规避公开招标，将应集中采购项目拆分。', measure: '年度采购计划统一编制。' };
const LEAKING = { text: '与供应商串通，泄露标底或评审信息。', measure: '评审前采购文件密封保管。' };
const FIRST = aReadFile([{ risks: [{ ...SPLITTING, probability: 'high', harm: 'limited' }, LEAKING] }]);
const SECOND = aReadFile([
  {
    duties: '负责政府采购和资产管理。',
    risks: [{ ...SPLITTING, measure: null, harm: 'serious', domains: ['assets'] }],
  },
  { unit: '财务处', name: '周某', post: '出纳岗', risks: [{ ...LEAKING, probability: 'small', grade: 2 }] },
]);

/** Made anew, things get new ids, and a form its next version. */
const GIVEN_ANEW = /^(?:id|path|.*Id|.*Path|version|formVersion|setAt|changedAt|at|sources)$/u;

describe('undoing an import', () => {
  let bureau: TestInstallation;
  beforeEach(async () => {
    bureau = await testInstallation();
  });
  afterEach(() => bureau.end());

  async function lastBatch(): Promise<number> {
    const row = (await bureau.database.read('import_batch').max({ id: 'id' }).first()) as { id: number };
    return row.id;
  }

  async function undo(id: number): Promise<UndoPreview> {
    bureau.clock.pass(MINUTE);
    return bureau.batches.undo(id, '选错了文件', EVERYWHERE, COMMAND_LINE);
  }

  function refused(id: number): Promise<string> {
    return undo(id).then(
      ({ obstacles }) => obstacles.map(({ kind }) => kind).join(' '),
      (error: unknown) => (error instanceof Error && 'code' in error ? String(error.code) : String(error)),
    );
  }

  it('shows everywhere what was shown before, of new forms and of replaced ones', async () => {
    await bureau.importing([FIRST]);
    const before = await shownFigures(bureau);
    await bureau.importing([SECOND]);
    expect(await shownFigures(bureau)).not.to.deep.equal(before);
    expect((await undo(await lastBatch())).obstacles).to.deep.equal([]);
    expect(await shownFigures(bureau)).to.deep.equal(before);
  });

  it('lets the same files be imported again, with the same result', async () => {
    await bureau.importing([FIRST]);
    await bureau.importing([SECOND]);
    const once = without(GIVEN_ANEW, await shownFigures(bureau));
    await undo(await lastBatch());
    expect(await bureau.importing([SECOND])).to.deep.include({
      created: 1,
      replaced: 1,
      createdUnits: ['财务处'],
    });

    expect(without(GIVEN_ANEW, await shownFigures(bureau))).to.deep.equal(once);
  });

  it('goes back further, batch by batch, the latest first', async () => {
    await bureau.importing([FIRST]);
    const first = await lastBatch();
    await bureau.importing([SECOND]);
    expect(await refused(first)).to.include('form');
    await undo(await lastBatch());
    expect((await undo(first)).obstacles).to.deep.equal([]);
    const { total } = await bureau.points.list({ page: 1 }, EVERYWHERE);
    expect(total).to.equal(0);
  });

  it('leaves no unit, post or person that only it brought, and the chain is whole', async () => {
    await bureau.importing([FIRST]);
    await undo(await lastBatch());
    for (const table of ['post', 'person', 'holding', 'risk_point_state', 'value_source']) {
      expect(await bureau.database.read(table).select(), table).to.deep.equal([]);
    }
    expect((await bureau.organisation.units(EVERYWHERE)).map(({ name }) => name)).to.deep.equal(['本单位']);
    expect(await bureau.audit.verify()).to.include({ ok: true });
  });

  it('keeps what happened: versions, revisions and assessments stay on record, reversed', async () => {
    await bureau.importing([FIRST]);
    await undo(await lastBatch());
    const rows = async (table: string): Promise<number> =>
      (await bureau.database.read(table).select()).length;
    expect(await rows('form_version')).to.equal(1);
    expect(await rows('risk_point_revision')).to.equal(2);
    expect(await rows('risk_point_assessment')).to.equal(2);
    expect(await rows('assessment_reversal')).to.equal(2);
  });

  it('keeps a unit and a post that a later import came to use', async () => {
    await bureau.importing([FIRST]);
    const first = await lastBatch();
    await bureau.importing([aReadFile([{ name: '周某', duties: '', risks: [LEAKING] }])]);
    const answer = await refused(first);
    expect(answer).not.to.include('form');
  });

  it('does not undo twice', async () => {
    await bureau.importing([FIRST]);
    const id = await lastBatch();
    await undo(id);
    expect(await refused(id)).to.equal('already-undone');
  });

  it('knows no batch out of reach', async () => {
    await bureau.importing([FIRST]);
    const id = await lastBatch();
    const error: unknown = await bureau.batches
      .find(id, { unitPaths: ['/9/'] })
      .catch((thrown: unknown) => thrown);
    expect(error).to.include({ code: 'no-batch' });
  });
});
