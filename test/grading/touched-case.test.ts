import { expect } from 'chai';
import fc from 'fast-check';
import { caseOf } from '../../src/grading/case.ts';
import { cutsOf } from '../../src/grading/case-scheme.ts';
import { gradingJudge } from '../../src/grading/grading-judge.ts';
import { touchedCases } from '../../src/grading/touched-case.ts';
import type { GradingRulebook } from '../../src/rulebooks/rulebook.ts';
import { arbitraryPoint, arbitraryRulebook } from '../support/arbitrary-rulebook.ts';
import { matrixOf, noticeRulebook } from '../support/shipped-rulebooks.ts';

const NEXT_GRADE = { 1: 2, 2: 3, 3: 1 } as const;

/** A rulebook, the same with another grade in some of its cells, and points. */
const arbitraryChange = arbitraryRulebook
  .filter(({ base }) => 'cells' in base)
  .chain((before) =>
    fc
      .array(fc.boolean(), { minLength: 4, maxLength: 4 })
      .map((isChanged) => withCells(before, isChanged))
      .chain((after) =>
        fc
          .record({ points: fc.array(arbitraryPoint(before), { minLength: 20 }) })
          .map(({ points }) => ({ before, after, points })),
      ),
  );

function withCells(rulebook: GradingRulebook, isChanged: readonly boolean[]): GradingRulebook {
  const matrix = matrixOf(rulebook);
  const cells = matrix.cells.map((cell, index) =>
    isChanged[index % isChanged.length] === true ? { ...cell, grade: NEXT_GRADE[cell.grade] } : cell,
  );
  return { ...rulebook, name: 'another', base: { ...matrix, cells } };
}

describe('cases that changed cells of a matrix cannot touch', function () {
  this.timeout(30_000);

  it('get the verdict that they have, whatever the rulebook and the point', async () => {
    let [touched, untouched] = [0, 0];
    await fc.assert(
      fc.asyncProperty(arbitraryChange, async ({ before, after, points }) => {
        const isTouched = touchedCases(before, after);
        if (isTouched === null) throw new Error('nothing but cells was changed');
        const judges = [gradingJudge(before), gradingJudge(after)];
        for (const point of points) {
          const facts = caseOf(point, cutsOf(after));
          if (isTouched(facts)) {
            touched += 1;
            continue;
          }
          untouched += 1;
          const [was, is] = await Promise.all(judges.map((judge) => judge.judge(facts)));
          expect(is).to.deep.equal(was);
        }
      }),
      { numRuns: 60, endOnFailure: true },
    );
    expect(touched, 'touched').to.be.greaterThan(0);
    expect(untouched, 'untouched').to.be.greaterThan(0);
  });

  it('are not told where more than cells and words differs', () => {
    const notice = noticeRulebook();
    const matrix = matrixOf(notice);
    const isUntold = (after: GradingRulebook): boolean => touchedCases(notice, after) === null;
    expect(isUntold({ ...notice, title: { zh: '别的', en: 'another' } })).to.equal(false);
    expect(isUntold({ ...notice, requires: [] })).to.equal(true);
    expect(isUntold({ ...notice, base: { ...matrix, rules: matrix.rules.slice(1) } })).to.equal(true);
    expect(isUntold({ ...notice, base: { ...matrix, cells: matrix.cells.slice(1) } })).to.equal(true);
    expect(isUntold({ ...notice, base: { ...matrix, rows: matrix.columns, columns: matrix.rows } })).to.equal(
      true,
    );
    expect(isUntold({ ...notice, base: { hitPolicy: 'first', decisions: [] } })).to.equal(true);
  });
});
