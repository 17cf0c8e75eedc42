import { expect } from 'chai';
import { COMMAND_LINE } from '../../src/audit/audit-service.ts';
import { EVERYWHERE } from '../../src/organisation/reach.ts';
import { queriesOf } from '../support/query-plan.ts';
import { testInstallation, type TestInstallation } from '../support/installation.ts';
import { aReadFile } from '../support/read-file.ts';

const UNITS = 10;
const POINTS_OF_A_UNIT = 100;

describe('a thousand points decided at once', () => {
  let running: TestInstallation;
  before(async () => {
    running = await testInstallation();
    const forms = Array.from({ length: UNITS }, (_, unit) => ({
      unit: `第 ${String(unit)} 处`,
      name: `某人${String(unit)}`,
      risks: Array.from({ length: POINTS_OF_A_UNIT }, (_, point) => ({
        text: `化整为零规避公开招标，情形 ${String(point)}。`,
        probability: 'small',
        harm: 'limited',
      })),
    }));
    await running.importing([aReadFile(forms)]);
  });
  after(() => running.end());

  it('take far fewer statements than points, count each unit anew once, and add up afterwards', async () => {
    const { domainDecisions, database } = running;
    const decision = { kind: 'accept-suggested' } as const;
    const plan = await domainDecisions.plan({ filter: { page: 1 } }, decision, EVERYWHERE);
    const seen = plan.points.map(({ subject }) => subject);
    const written = await queriesOf(database, async () => {
      const outcome = await domainDecisions.decide(seen, decision, EVERYWHERE, COMMAND_LINE);
      expect(outcome.kind).to.equal('done');
    });
    const read = database.read;
    const counted = await read('rollup_case').pluck<number[]>('points');
    const inCases = await read('risk_point_state').distinct('case_id').pluck<number[]>('case_id');
    const standing = counted.reduce((sum, points) => sum + points, 0);
    expect([seen.length, standing, inCases.length]).to.deep.equal([1000, 1000, 1]);
    expect(await read('risk_point_domain').where({ state: 'suggested' })).to.deep.equal([]);
    expect(await read('risk_point_domain_change')).to.have.lengthOf(1000);
    expect(written.length).to.be.below(seen.length / 4);
  });
});
