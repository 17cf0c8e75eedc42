import { expect } from 'chai';
import fc from 'fast-check';
import { KEY_DOMAINS } from '../../src/organisation/key-domain.ts';
import { pointsPath, readPointId, readPointQuery } from '../../src/risk-points/paths.ts';
import { DOMAIN_CONDITIONS, POINT_STATES, type PointFilter } from '../../src/risk-points/risk-point.ts';

const stepCode = fc.stringMatching(/^[a-z0-9][a-z0-9-]{0,10}$/u);

const anyFilter: fc.Arbitrary<Partial<PointFilter>> = fc.record(
  {
    year: fc.integer({ min: 2000, max: 2100 }),
    unitId: fc.integer({ min: 1 }),
    postId: fc.integer({ min: 1 }),
    formId: fc.integer({ min: 1 }),
    domain: fc.constantFrom(...KEY_DOMAINS),
    domainState: fc.constantFrom(...DOMAIN_CONDITIONS),
    grade: fc.constantFrom(1 as const, 2 as const, 3 as const, 'unassessed' as const),
    state: fc.constantFrom(...POINT_STATES),
    probability: stepCode,
    harm: stepCode,
    measures: fc.constantFrom('none' as const, 'some' as const),
    declared: fc.constant('differs' as const),
    declaredGrade: fc.constantFrom(1 as const, 3 as const, 'none' as const),
    words: fc.constantFrom('采购', '化 整', '100% "or" *'),
    holderId: fc.integer({ min: 1 }),
    assessed: fc.constantFrom('none' as const, 'some' as const),
    assessedFrom: fc.constant('2024-02-29'),
    assessedTo: fc.constant('2021-12-31'),
    batchId: fc.integer({ min: 1 }),
    fileId: fc.integer({ min: 1 }),
    order: fc.constantFrom('unit' as const, 'grade-reversed' as const, 'changed' as const),
    size: fc.constantFrom(20 as const, 100 as const),
    page: fc.integer({ min: 2, max: 1_000_000 }),
  },
  { requiredKeys: [] },
);

function queryOf(path: string): Readonly<Record<string, string>> {
  return Object.fromEntries(new URL(path, 'http://here.invalid').searchParams);
}

describe('the address of a list of points', () => {
  it('says everything that narrows the list', () => {
    const filter = { unitId: 3, grade: 'unassessed', domain: 'procurement', page: 2 } as const;
    expect(pointsPath(filter)).to.equal('/points?unit=3&domain=procurement&grade=unassessed&page=2');
  });

  it('does not mention the first page', () => {
    expect(pointsPath({ page: 1 })).to.equal('/points');
  });

  it('reads back as what was written', () => {
    fc.assert(
      fc.property(anyFilter, (filter) => {
        expect(readPointQuery(queryOf(pointsPath(filter)))).to.deep.equal({ filter, ignored: [] });
      }),
    );
  });

  it('reads any address without failing', () => {
    const names = fc.constantFrom('year', 'unit', 'domain', 'grade', 'state', 'harm', 'measures', 'page');
    fc.assert(
      fc.property(fc.dictionary(names, fc.string()), (query) => {
        const { filter, ignored } = readPointQuery(query);
        const said = Object.values(query).filter((value) => value.trim() !== '');
        expect(Object.keys(filter).length + ignored.length).to.equal(said.length);
      }),
    );
  });

  for (const [name, value] of [
    ['domain', 'gardening'],
    ['domain-state', 'rejected'],
    ['declared-grade', '0'],
    ['assessed', 'perhaps'],
    ['assessed-from', '2021-02-29'],
    ['assessed-to', 'today'],
    ['sort', 'text'],
    ['size', '51'],
    ['q', '\u200b'],
    ['holder', '-1'],
    ['grade', '4'],
    ['grade', '0'],
    ['state', 'lost'],
    ['page', 'abc'],
    ['page', '0'],
    ['unit', '-3'],
    ['year', '1999'],
    ['form', '0'],
    ['measures', 'few'],
    ['declared', 'yes'],
    ['probability', '<script>'],
  ] as const) {
    it(`ignores ${name}=${value} and says so`, () => {
      expect(readPointQuery({ [name]: value })).to.deep.equal({ filter: {}, ignored: [{ name, value }] });
    });
  }

  for (const id of ['abc', '0', '-1', '1.5', '99999999999999999999', '']) {
    it(`finds no point in /points/${id}`, () => {
      expect(readPointId(id)).to.equal(null);
    });
  }
});
