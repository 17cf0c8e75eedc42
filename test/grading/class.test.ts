import { expect } from 'chai';
import { caseOf } from '../../src/grading/case.ts';
import { isAsFineAs, mergeSchemes } from '../../src/grading/case-scheme.ts';
import { caseClasses } from '../../src/grading/class.ts';
import { KEY_DOMAINS } from '../../src/organisation/key-domain.ts';
import { aPoint, anAdjustment } from '../support/grading-builder.ts';
import { noticeRulebook } from '../support/shipped-rulebooks.ts';

const SCHEME = { measureCount: [1, 2, 3, 4], own: {} };

describe('the classes of cases', () => {
  const namesTwo = {
    ...noticeRulebook(),
    adjustments: [
      anAdjustment(
        'two',
        { fact: 'domain', operator: 'in', value: ['finance', 'procurement'] },
        { lowerBy: 1 },
      ),
      anAdjustment('few', { fact: 'measureCount', operator: 'lessThan', value: 2 }, { noMilderThan: 2 }),
    ],
  };

  function classesAmong(rulebook: typeof namesTwo, points: readonly Parameters<typeof aPoint>[0][]): number {
    const classOf = caseClasses(rulebook);
    return new Set(points.map((point) => classOf(caseOf(aPoint(point), SCHEME)).key)).size;
  }

  it('are three for eleven domains of which the rules name two', () => {
    const points = KEY_DOMAINS.map((domain) => ({ domain }));
    expect(classesAmong(namesTwo, points)).to.equal(3);
  });

  it('keep an unknown domain apart from all known ones', () => {
    const points = [null, ...KEY_DOMAINS].map((domain) => ({ domain }));
    expect(classesAmong(namesTwo, points)).to.equal(4);
  });

  it('are two for a number with one threshold, however finely others cut it', () => {
    const points = [0, 1, 2, 3, 4, 5].map((measureCount) => ({ measureCount }));
    expect(classesAmong(namesTwo, points)).to.equal(2);
  });

  it('are one for facts that a rulebook does not mention', () => {
    const points = [null, ...KEY_DOMAINS].flatMap((domain) =>
      [0, 3].map((measureCount) => ({ domain, measureCount })),
    );
    expect(classesAmong({ ...noticeRulebook(), adjustments: [] }, points)).to.equal(1);
  });

  it('are nine for the notice’s known values, and sixteen with unknown ones', () => {
    const values = [null, 'small', 'fairly-high', 'high'].flatMap((probability) =>
      [null, 'limited', 'fairly-serious', 'serious'].map((harm) => ({ probability, harm })),
    );
    const known = values.filter(({ probability, harm }) => probability !== null && harm !== null);
    const notice = { ...noticeRulebook(), adjustments: [] };
    expect([classesAmong(notice, known), classesAmong(notice, values)]).to.deep.equal([9, 16]);
  });
});

describe('merged schemes', () => {
  it('cut wherever one of them cuts, once and ascending', () => {
    const merged = mergeSchemes([
      { measureCount: [3, 10], own: { amount: [5] } },
      { measureCount: [1, 3], own: { kind: 'whole' } },
      { measureCount: [], own: { amount: [2, 5] } },
    ]);
    expect(merged).to.deep.equal({ measureCount: [1, 3, 10], own: { amount: [2, 5], kind: 'whole' } });
  });

  it('are as fine as each of their parts, and a part only where it cuts as often', () => {
    const coarse = { measureCount: [3], own: { amount: [5] } };
    const fine = { measureCount: [3], own: { kind: 'whole', amount: [2, 5] } } as const;
    expect([isAsFineAs(fine, coarse), isAsFineAs(coarse, fine), isAsFineAs(fine, fine)]).to.deep.equal([
      true,
      false,
      true,
    ]);
  });
});
