import { expect } from 'chai';
import { readFileSync } from 'node:fs';
import { DEMO_ACCOUNTS } from '../../src/demo/demo-accounts.ts';
import { DEMO_APPROVED, DEMO_OVERRIDES } from '../../src/demo/demo-grades.ts';
import { DemoService } from '../../src/demo/demo-service.ts';
import { EVERYWHERE } from '../../src/organisation/reach.ts';
import type { PointFilter } from '../../src/risk-points/risk-point.ts';
import { testInstallation, type TestInstallation } from '../support/installation.ts';

interface PlantedPlace {
  readonly unit: string;
  readonly text: string;
}

interface Planted {
  readonly counts: {
    readonly entries: number;
    readonly points: number;
    readonly byGrade: Readonly<Record<string, number>>;
  };
  readonly unassessed: readonly PlantedPlace[];
  readonly withoutMeasure: readonly PlantedPlace[];
  readonly gaps: readonly { readonly unit: string; readonly domain: string }[];
  readonly contradictedGrades: readonly PlantedPlace[];
}

const PLANTED = JSON.parse(
  readFileSync(new URL('../../data/demo/planted.json', import.meta.url), 'utf8'),
) as Planted;

describe('the demo bureau, made by the import itself', function () {
  this.timeout(120_000);
  let bureau: TestInstallation;

  before(async () => {
    bureau = await testInstallation();
    await new DemoService(bureau).make(() => undefined);
  });
  after(() => bureau.end());

  async function placesOf(filter: Omit<PointFilter, 'page'>): Promise<readonly string[]> {
    const first = await bureau.points.list({ ...filter, page: 1 }, EVERYWHERE);
    const lists = [first];
    for (let page = 2; page <= first.pages; page += 1) {
      lists.push(await bureau.points.list({ ...filter, page }, EVERYWHERE));
    }
    return lists.flatMap(({ points }) => points.map(({ unitName, text }) => `${unitName} ${text}`)).sort();
  }

  function planted(places: readonly PlantedPlace[]): readonly string[] {
    return places.map(({ unit, text }) => `${unit} ${text}`).sort();
  }

  it('has every point of its files, graded as planned but where the assessment group decided otherwise', async () => {
    const { counts } = await bureau.board.board({}, EVERYWHERE);
    const { byGrade, points } = PLANTED.counts;
    const overridden = (grade: number): number =>
      DEMO_OVERRIDES.filter((override) => override.grade === grade).length;
    // The rules put all of them in grade 2.
    expect(counts).to.deep.equal({
      1: (byGrade['一级'] ?? 0) + overridden(1),
      2: (byGrade['二级'] ?? 0) - DEMO_OVERRIDES.length,
      3: (byGrade['三级'] ?? 0) + overridden(3),
      unassessed: byGrade['待评定'],
      total: points,
    });
  });

  it('shows the grades that the assessment group changed, and those that the party group approved', async () => {
    expect(await placesOf({ decided: 'overridden' })).to.deep.equal(planted(DEMO_OVERRIDES));
    const approved = await placesOf({ decided: 'approved' });
    expect(approved.filter((place) => place.startsWith(DEMO_APPROVED.unit))).to.deep.equal(approved);
    expect(approved.length)
      .to.equal((await placesOf({ state: 'approved' })).length)
      .and.greaterThan(0);
  });

  it('shows exactly the planted unassessed points', async () => {
    expect(await placesOf({ grade: 'unassessed' })).to.deep.equal(planted(PLANTED.unassessed));
  });

  it('shows exactly the planted points without a measure', async () => {
    expect(await placesOf({ measures: 'none' })).to.deep.equal(planted(PLANTED.withoutMeasure));
  });

  it('shows exactly the declared grades that the rules contradict', async () => {
    expect(await placesOf({ declared: 'differs' })).to.deep.equal(planted(PLANTED.contradictedGrades));
  });

  it('shows exactly the planted coverage gaps', async () => {
    const { coverage } = await bureau.board.board({}, EVERYWHERE);
    const gaps = coverage
      .filter(({ status }) => status === 'gap')
      .map(({ unit, domain }) => `${unit} ${domain}`);
    expect(gaps.sort()).to.deep.equal(PLANTED.gaps.map(({ unit, domain }) => `${unit} ${domain}`).sort());
  });

  it('has a working account for everybody it names', async () => {
    for (const { username, password } of DEMO_ACCOUNTS) {
      const result = await bureau.signIn.signIn({ username, password, address: '127.0.0.1' });
      expect(result.kind, username).to.equal('signed-in');
    }
  });

  it('keeps an audit trail that is whole', async () => {
    expect(await bureau.audit.verify()).to.include({ ok: true });
  });

  it('counts on the board what the lists behind it hold', async () => {
    const { divisions, heat, domains } = await bureau.board.board({}, EVERYWHERE);
    for (const { unit, counts } of divisions) {
      for (const grade of [1, 2, 3, 'unassessed'] as const) {
        const list = await bureau.points.list({ unitId: unit.id, grade, page: 1 }, EVERYWHERE);
        expect(list.total, `${unit.name} ${String(grade)}`).to.equal(counts[grade]);
      }
    }
    for (const { row, column, points } of heat?.cells ?? []) {
      const list = await bureau.points.list({ probability: row, harm: column, page: 1 }, EVERYWHERE);
      expect(list.total, `${row} × ${column}`).to.equal(points);
    }
    for (const { domain, counts } of domains) {
      const list = await bureau.points.list({ domain, page: 1 }, EVERYWHERE);
      expect(list.total, domain).to.equal(counts.total);
    }
  });
});
