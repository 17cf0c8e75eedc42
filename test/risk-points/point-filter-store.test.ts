import { expect } from 'chai';
import { EVERYWHERE } from '../../src/organisation/reach.ts';
import type { PointFilter } from '../../src/risk-points/risk-point.ts';
import { testApp, type TestApp } from '../support/http.ts';
import { inspectBureau } from '../support/inspected-bureau.ts';

describe('the points that a condition leaves', () => {
  let running: TestApp;
  beforeEach(async () => {
    running = await testApp();
    await inspectBureau(running);
  });
  afterEach(() => running.end());

  async function total(filter: Partial<PointFilter>): Promise<number> {
    return (await running.points.list({ page: 1, ...filter }, EVERYWHERE)).total;
  }

  async function idOf(table: 'form' | 'post', unit: string): Promise<number> {
    const [id] = await running.database
      .read(table)
      .join('org_unit', 'org_unit.id', `${table}.unit_id`)
      .where('org_unit.name', unit)
      .pluck<number[]>(`${table}.id`);
    if (id === undefined) throw new Error(`no ${table} of ${unit}`);
    return id;
  }

  for (const fact of ['probability', 'harm'] as const) {
    it(`stand on the scale in force: a ${fact} of the same name on another scale is another one`, async () => {
      const filter = { probability: 'small', harm: 'limited' };
      const before = await total(filter);
      await running.database.transaction(async (transaction) => {
        const step = { scale: 'another-scale', step: filter[fact] };
        await transaction('scale_step').insert({ ...step, fact, position: 1 });
        await transaction('risk_point_state')
          .where({ probability_step: 'small', harm_step: 'limited' })
          .update({ [`${fact}_scale`]: step.scale });
      });
      // Two other points have this step together with another one of the other scale.
      const asked = { [fact]: filter[fact] };
      expect([before, await total(filter), await total(asked)]).to.deep.equal([61, 0, 2]);
    });
  }

  it('are of one post, or of one form', async () => {
    const postId = await idOf('post', '对外贸易处');
    const formId = await idOf('form', '办公室');
    expect([await total({ postId }), await total({ formId })]).to.deep.equal([2, 4]);
  });

  it('have measures or have none', async () => {
    const formId = await idOf('form', '办公室');
    const [some, none] = [
      await total({ formId, measures: 'some' }),
      await total({ formId, measures: 'none' }),
    ];
    expect([some, none]).to.deep.equal([3, 1]);
  });

  it('name a domain that waits for a person, one that a person accepted, or none', async () => {
    const unitId = await idOf('form', '办公室').then((formId) => unitOfForm(formId));
    const counted = async (filter: Partial<PointFilter>): Promise<number> => total({ unitId, ...filter });
    await running.database.transaction(async (transaction) => {
      await transaction('risk_point_domain').delete();
      const [first, second, third] = await transaction('risk_point_state')
        .where({ unit_id: unitId })
        .orderBy('ordinal')
        .pluck<number[]>('risk_point_id');
      const at = '2021-04-22T00:00:00.000Z';
      await transaction('risk_point_domain').insert([
        { risk_point_id: first, domain: 'procurement', state: 'accepted', is_main: 1, set_at: at },
        { risk_point_id: first, domain: 'finance', state: 'suggested', is_main: 0, set_at: at },
        { risk_point_id: second, domain: 'procurement', state: 'suggested', is_main: 1, set_at: at },
        { risk_point_id: third, domain: 'assets', state: 'rejected', is_main: 0, set_at: at },
      ]);
    });
    const counts = [
      await counted({ domainState: 'suggested' }),
      await counted({ domainState: 'accepted' }),
      await counted({ domainState: 'none' }),
      await counted({ domain: 'procurement', domainState: 'suggested' }),
      await counted({ domain: 'finance', domainState: 'accepted' }),
      await counted({ domain: 'finance', domainState: 'none' }),
    ];
    expect(counts).to.deep.equal([2, 1, 2, 1, 0, 0]);
  });

  async function unitOfForm(formId: number): Promise<number> {
    const [unitId] = await running.database.read('form').where({ id: formId }).pluck<number[]>('unit_id');
    if (unitId === undefined) throw new Error('no such form');
    return unitId;
  }

  it('leave the form unnamed for whoever does not reach it', async () => {
    const formId = await idOf('form', '办公室');
    const reached = await running.points.form({ formId }, EVERYWHERE);
    const units = await running.organisation.units(EVERYWHERE);
    const trade = units.filter(({ name }) => name === '对外贸易处').map(({ path }) => path);
    expect([reached?.unitName, await running.points.form({ formId }, { unitPaths: trade })]).to.deep.equal([
      '办公室',
      null,
    ]);
  });
});
