import { expect } from 'chai';
import type { CellFacts } from '../../../src/coverage/coverage-facts.ts';
import type { KeyDomain } from '../../../src/organisation/key-domain.ts';
import type { CoverageStatus } from '../../../src/rulebooks/rulebook.ts';
import { coverageEffect, type JudgedCell } from '../../../src/tuning/effect/coverage-effect.ts';
import { filteredCells } from '../../../src/tuning/effect/effect-filter.ts';

const OFFICE = { id: 2, parentId: 1, kind: 'division', name: '办公室', path: '/1/2/' } as const;
const FINANCE = { id: 3, parentId: 1, kind: 'division', name: '财务处', path: '/1/3/' } as const;

function aCell(
  unit: CellFacts['unit'],
  domain: KeyDomain,
  before: CoverageStatus | null,
  after: CoverageStatus | null,
): JudgedCell {
  const facts: CellFacts = {
    ...{ unit, domain, expected: 'confirmed', exempt: false, posts: 1, postsWithPoints: 1 },
    ...{ points: 1, pointsSuggested: 0, withMeasure: 1 },
  };
  const verdict = (status: CoverageStatus | null) =>
    status === null ? null : { status, rule: `${status}-rule`, clause: '1' };
  return { facts, before: verdict(before), after: verdict(after) };
}

describe('what a change of coverage rules would do', () => {
  const effect = coverageEffect(
    [
      aCell(OFFICE, 'procurement', 'covered', 'weak'),
      aCell(OFFICE, 'finance', 'weak', 'weak'),
      aCell(FINANCE, 'finance', 'covered', 'weak'),
      aCell(FINANCE, 'assets', 'gap', null),
    ],
    0.012,
  );

  it('counts the cells whose state changes, from what to what', () => {
    expect(effect).to.deep.include({ cells: 4, changed: 3 });
    expect(effect.moves).to.deep.equal([
      { from: 'gap', to: 'unjudged', count: 1 },
      { from: 'covered', to: 'weak', count: 2 },
    ]);
  });

  it('counts them per division and per domain, with what they were and would be', () => {
    const [office, finance] = effect.divisions;
    expect([office?.changed, finance?.changed]).to.deep.equal([1, 2]);
    expect(finance?.before).to.deep.include({ covered: 1, gap: 1, weak: 0 });
    expect(finance?.after).to.deep.include({ covered: 0, gap: 0, weak: 1, unjudged: 1 });
    const changed = effect.domains.filter((domain) => domain.changed > 0);
    expect(changed.map(({ domain, changed: cells }) => [domain, cells])).to.deep.equal([
      ['finance', 1],
      ['assets', 1],
      ['procurement', 1],
    ]);
  });

  it('says how many cells each rule decides', () => {
    expect([...effect.decides]).to.deep.equal([['weak-rule', 3]]);
  });

  for (const [conditions, units] of [
    [{ from: 'covered' }, ['办公室', '财务处']],
    [{ to: 'unjudged' }, ['财务处']],
    [{ unitId: 2 }, ['办公室']],
    [{ domain: 'finance', from: 'covered' }, ['财务处']],
    [{ from: 'weak' }, []],
  ] as const) {
    it(`lists what moves where ${JSON.stringify(conditions)} is asked for`, () => {
      const found = filteredCells(effect.moved, conditions);
      expect(found.map(({ facts }) => facts.unit.name)).to.deep.equal(units);
    });
  }
});
