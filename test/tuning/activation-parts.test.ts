import { expect } from 'chai';
import fc from 'fast-check';
import type { CaseFacts } from '../../src/grading/case.ts';
import { sharedOut } from '../../src/tuning/activation-parts.ts';

const anyCases = fc
  .array(
    fc.record({
      probability: fc.constantFrom('small', 'medium', null),
      domain: fc.constantFrom('finance', 'assets', null),
      from: fc.constantFrom(null, 1, 3),
      work: fc.integer({ min: 1, max: 100 }),
    }),
    { maxLength: 40 },
  )
  .map((drawn) => drawn.map((one, index) => ({ ...one, id: index + 1, facts: factsOf(one) })));

interface Drawn {
  readonly probability: string | null;
  readonly domain: 'finance' | 'assets' | null;
  readonly from: number | null;
}

function factsOf({ probability, domain, from }: Drawn): CaseFacts {
  return {
    subject: 'risk-point',
    probability: probability === null ? null : { scale: 'probability', step: probability },
    harm: null,
    domain,
    measureCount: { from, below: null },
    own: { amount: { from, below: null } },
  };
}

describe('the parts of an activation', () => {
  it('hold every case once, and cases that may be cut into each other together', () => {
    fc.assert(
      fc.property(anyCases, fc.integer({ min: 1, max: 300 }), (cases, enough) => {
        const parts = sharedOut(cases, enough);
        expect(parts.flat().sort((one, other) => one - other)).to.deep.equal(cases.map(({ id }) => id));
        for (const one of cases) {
          for (const other of cases) {
            if (one.probability !== other.probability || one.domain !== other.domain) continue;
            const partOf = (id: number) => parts.findIndex((part) => part.includes(id));
            expect(partOf(one.id)).to.equal(partOf(other.id));
          }
        }
      }),
    );
  });

  it('are as many as there is enough to do for, and none of them is empty', () => {
    fc.assert(
      fc.property(anyCases, fc.integer({ min: 1, max: 300 }), (cases, enough) => {
        const parts = sharedOut(cases, enough);
        const workIn = (ids: readonly number[]) =>
          ids.reduce((sum, id) => sum + (cases[id - 1]?.work ?? 0), 0);
        const all = workIn(cases.map(({ id }) => id));
        expect(parts.length).to.be.at.most(Math.min(16, Math.ceil(all / enough)));
        expect(parts.every((ids) => ids.length > 0)).to.equal(true);
      }),
    );
  });

  it('give each of four the work of the largest families first', () => {
    const cases = [70, 40, 30, 30, 20, 10].map((work, index) => ({
      ...{ id: index + 1, work },
      facts: factsOf({ probability: String(index), domain: null, from: null }),
    }));
    expect(sharedOut(cases, 70)).to.deep.equal([[1], [2, 5, 6], [3, 4]]);
  });
});
