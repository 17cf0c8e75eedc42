import { expect } from 'chai';
import { COMMAND_LINE } from '../../src/audit/audit-service.ts';
import { EVERYWHERE } from '../../src/organisation/reach.ts';
import type { PointFilter, PointList } from '../../src/risk-points/risk-point.ts';
import { testApp, type TestApp } from '../support/http.ts';
import { inspectBureau } from '../support/inspected-bureau.ts';
import { aReadFile } from '../support/read-file.ts';

describe('a long list of points', () => {
  let running: TestApp;
  before(async () => {
    running = await testApp();
    await inspectBureau(running);
    const risks = [{ text: '后来补报的一条。' }];
    const read = aReadFile(
      [{ unit: '信息处', name: '周某', post: '综合岗', duties: '负责。', risks }],
      'later.docx',
    );
    running.clock.pass(60_000);
    const files = [{ read, digest: 'two' }];
    await running.imports.import(
      { files, year: 2021, bureau: '市商务局', dryRun: false, mayCreate: true },
      COMMAND_LINE,
    );
  });
  after(() => running.end());

  function list(filter: Partial<PointFilter>): Promise<PointList> {
    return running.points.list({ page: 1, ...filter }, EVERYWHERE);
  }

  for (const order of ['grade', 'grade-reversed', 'post', 'state-reversed', 'declared', 'changed'] as const) {
    it(`has each point once over its pages, ordered by ${order}`, async () => {
      const { total, pages } = await list({ order, size: 20 });
      const ids: number[] = [];
      for (let page = 1; page <= pages; page += 1) {
        ids.push(...(await list({ order, size: 20, page })).points.map(({ id }) => id));
      }
      expect([ids.length, new Set(ids).size]).to.deep.equal([total, total]);
    });
  }

  it('begins with the severest, or with the mildest', async () => {
    const first = async (filter: Partial<PointFilter>): Promise<unknown> =>
      (await list(filter)).points[0]?.grade;
    const seen = [await first({}), await first({ order: 'grade-reversed' }), await first({ order: 'grade' })];
    expect(seen).to.deep.equal([1, null, 1]);
  });

  it('begins with the latest change, or with the earliest', async () => {
    const first = async (order: PointFilter['order']): Promise<string | undefined> =>
      (await list({ ...(order === undefined ? {} : { order }), size: 100 })).points[0]?.text;
    expect([await first('changed'), await first('changed-reversed')]).not.to.include(undefined);
    expect(await first('changed')).to.equal('后来补报的一条。');
    expect(await first('changed-reversed')).not.to.equal('后来补报的一条。');
  });

  it('puts what was declared before what was not', async () => {
    const { points } = await list({ order: 'declared' });
    expect(points.map(({ declaredGrade }) => declaredGrade).slice(0, 2)).to.deep.equal([2, null]);
  });

  it('has as many lines as were asked for', async () => {
    const lengths = [await list({ size: 20 }), await list({}), await list({ size: 100 })];
    expect(lengths.map(({ points }) => points.length)).to.deep.equal([20, 50, lengths[2]?.total ?? -1]);
  });

  it('is narrowed by holder, declared grade and assessment', async () => {
    const person = await running.database
      .read('person')
      .where({ name: '吴启航' })
      .first<{ id: number }>('id');
    const totals = await Promise.all(
      [
        { holderId: person.id },
        { declaredGrade: 2 as const },
        { assessed: 'none' as const },
        { assessed: 'none' as const, words: '后来补报' },
        { assessed: 'some' as const, words: '后来补报' },
      ].map(list),
    );
    expect(totals.map(({ total }) => total)).to.deep.equal([2, 1, 2, 1, 0]);
  });

  it('is narrowed by the days on which somebody assessed, in the time of China', async () => {
    const [row] = await running.database.read('risk_point_assessment').pluck<string[]>('set_at');
    const today = running.clock.today();
    const all = (await list({ assessed: 'some' })).total;
    const totals = [
      await list({ assessedFrom: today, assessedTo: today }),
      await list({ assessedTo: '2000-01-01' }),
      await list({ assessedFrom: '2099-01-01' }),
    ];
    expect([totals.map(({ total }) => total), row?.endsWith('Z')]).to.deep.equal([[all, 0, 0], true]);
  });

  it('is narrowed by an import and by its file', async () => {
    const { batches } = await running.points.imports({}, EVERYWHERE);
    const [latest, first] = batches;
    if (latest === undefined || first === undefined) throw new Error('there were two imports');
    const { files } = await running.points.imports({ batchId: latest.id }, EVERYWHERE);
    const [file] = files;
    const totals = [await list({ batchId: latest.id }), await list({ fileId: file?.id ?? 0 })];
    expect([totals.map(({ total }) => total), file?.name]).to.deep.equal([[1, 1], 'later.docx']);
    expect((await list({ batchId: first.id })).total).to.equal((await list({})).total - 1);
  });

  it('names no import out of reach', async () => {
    const units = await running.organisation.units(EVERYWHERE);
    const trade = { unitPaths: units.filter(({ name }) => name === '对外贸易处').map(({ path }) => path) };
    const { batches } = await running.points.imports({}, trade);
    expect(batches).to.have.lengthOf(1);
    const [latest] = (await running.points.imports({}, EVERYWHERE)).batches;
    expect((await running.points.imports({ batchId: latest?.id ?? 0 }, trade)).files).to.deep.equal([]);
  });
});
