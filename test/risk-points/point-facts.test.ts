import { expect } from 'chai';
import type { Assessment } from '../../src/risk-points/point-detail-store.ts';
import { pointFacts } from '../../src/risk-points/point-facts-service.ts';
import type { StoredFacts } from '../../src/risk-points/point-store.ts';

const AT = '2021-04-22T01:20:00.000Z';
const HARM = { scale: 'notice-harm', step: 'serious' } as const;

const KNOWN: StoredFacts = {
  unitId: 2,
  probability: null,
  harm: HARM,
  domain: null,
  measureCount: 0,
  own: {},
  state: 'entered',
  declaredGrade: null,
};

const PLACE = { sheet: null, table: null, line: null, row: 34, column: 8 };
const SOURCES = [{ field: 'harm', file: '登记表.csv', place: PLACE, at: AT }];

function harmSource(file: string | null): string | null {
  const set: Assessment = { fact: 'harm', ...HARM, setBy: '评估组', setAt: AT, file, note: null };
  const facts = pointFacts(KNOWN, [], SOURCES, [set], { declared: [], known: [] });
  const fact = facts.find((known) => known.fact === 'harm');
  return fact?.source?.file ?? null;
}

describe('the source of a step', () => {
  it('is the file that it was read from', () => {
    expect(harmSource('登记表.csv')).to.equal('登记表.csv');
  });

  it('is no file once somebody has set it here, though a file once named it', () => {
    expect(harmSource(null)).to.equal(null);
  });
});
