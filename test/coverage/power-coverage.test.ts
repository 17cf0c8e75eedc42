import { expect } from 'chai';
import { powerChange } from '../../src/coverage/power-change.ts';
import { powerFacts, type PowerPoint, type PowerScene } from '../../src/coverage/power-coverage.ts';
import type { ListedPower, PlacedPower } from '../../src/coverage/power.ts';

function power(named: Partial<ListedPower> = {}): ListedPower {
  return {
    id: 1,
    unitId: 2,
    unit: '办公室',
    unitPath: '/1/2/',
    postId: null,
    post: null,
    number: '1',
    name: '政府采购计划审核',
    kind: null,
    basis: null,
    domain: 'procurement',
    domainEvidence: null,
    ...named,
  };
}

function point(named: Partial<PowerPoint> = {}): PowerPoint {
  const domains = [{ domain: 'procurement', isAccepted: true }] as const;
  return { pointId: 1, postIds: [7], text: '化整为零规避招标。', hasMeasure: true, domains, ...named };
}

const TOUCHING = [
  { postId: 7, domain: 'procurement' },
  { postId: 8, domain: 'procurement' },
] as const;

function facts(of: ListedPower, named: Partial<PowerScene>): readonly unknown[] {
  const found = powerFacts(of, { points: [], touching: TOUCHING, exemptDomains: [], ...named });
  return [found['points'], found['pointsAccepted'], found['postShare'], found['exempt']];
}

describe('what is known of a listed power', () => {
  for (const [what, of, scene, known] of [
    ['nothing where there is no point', power(), {}, [0, 0, 0, false]],
    ['a point of a post concerned in its domain', power(), { points: [point()] }, [1, 1, 50, false]],
    [
      'that a suggested domain is not accepted',
      power(),
      { points: [point({ domains: [{ domain: 'procurement', isAccepted: false }] })] },
      [1, 0, 50, false],
    ],
    ['no point of another post', power({ postId: 8 }), { points: [point()] }, [0, 0, 0, false]],
    ['no point of another domain', power({ domain: 'assets' }), { points: [point()] }, [0, 0, null, false]],
    [
      'a point that names it, whatever its domain and post',
      power({ postId: 8 }),
      { points: [point({ text: '在政府采购计划审核中优亲厚友。', domains: [] })] },
      [1, 1, 0, false],
    ],
    [
      'any point of the division where no post is concerned',
      power(),
      { points: [point()], touching: [] },
      [1, 1, null, false],
    ],
    ['that its domain was exempted', power(), { exemptDomains: ['procurement'] }, [0, 0, 0, true]],
    [
      'nothing by a name too short to mean it',
      power({ name: '采购', domain: null }),
      { points: [point({ text: '采购时收受礼金。', domains: [] })] },
      [0, 0, null, false],
    ],
  ] as const) {
    it(`is ${what}`, () => {
      expect(facts(of, scene)).to.deep.equal(known);
    });
  }
});

describe('a new list of powers', () => {
  const placed = (named: Partial<ListedPower> = {}): PlacedPower => ({
    ...power(named),
    position: 1,
    sheet: null,
    row: 2,
  });

  for (const [what, incoming, change] of [
    ['changes nothing when it says the same', [placed()], [0, 0, 1]],
    ['opens what is new', [placed(), placed({ name: '资产处置审批' })], [1, 0, 1]],
    ['closes what it leaves out', [placed({ name: '资产处置审批' })], [1, 1, 0]],
    ['closes and opens again what it says differently', [placed({ basis: '政府采购法' })], [1, 1, 0]],
    ['tells the same power of another unit apart', [placed(), placed({ unitId: 3 })], [1, 0, 1]],
  ] as const) {
    it(what, () => {
      const { opened, closed, unchanged } = powerChange([power()], incoming);
      expect([opened.length, closed.length, unchanged]).to.deep.equal(change);
    });
  }
});
