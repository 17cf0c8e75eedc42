import { expect } from 'chai';
import fc from 'fast-check';
import { caseOf } from '../../src/grading/case.ts';
import { cutsOf, mergeSchemes } from '../../src/grading/case-scheme.ts';
import { factJudge } from '../../src/grading/fact-judge.ts';
import { gradingJudge } from '../../src/grading/grading-judge.ts';
import { arbitraryPoint, arbitraryRulebook } from '../support/arbitrary-rulebook.ts';
import { oracleFacts, oracleGrade, oracleRange } from '../support/grading-oracle.ts';
import { matrixOf } from '../support/shipped-rulebooks.ts';
import { soundRulebook } from '../support/shipped-rulebooks.ts';

const RUNS = { numRuns: 150 };

const rulebookAndPoints = arbitraryRulebook.chain((rulebook) =>
  fc.record({
    rulebook: fc.constant(rulebook),
    points: fc.array(arbitraryPoint(rulebook), { minLength: 1, maxLength: 12 }),
  }),
);

describe('grading by case', () => {
  it('is tried on rulebooks that are sound', () => {
    fc.assert(
      fc.property(arbitraryRulebook, (rulebook) => {
        expect(soundRulebook(JSON.stringify(rulebook))).to.deep.equal(rulebook);
      }),
      { numRuns: 100 },
    );
  });

  it('gives every point the grade that the meaning of the rules gives it, and no grade where that is unknown', async () => {
    await fc.assert(
      fc.asyncProperty(rulebookAndPoints, async ({ rulebook, points }) => {
        const judge = gradingJudge(rulebook);
        for (const point of points) {
          const verdict = await judge.judge(caseOf(point, cutsOf(rulebook)));
          expect(verdict.grade).to.equal(oracleGrade(rulebook, point));
        }
      }),
      RUNS,
    );
  });

  it('is the same, reasons included, as running the rule engine on each point by itself', async () => {
    await fc.assert(
      fc.asyncProperty(rulebookAndPoints, async ({ rulebook, points }) => {
        const [byCase, byPoint] = [gradingJudge(rulebook), factJudge(rulebook)];
        for (const point of points) {
          const verdict = await byCase.judge(caseOf(point, cutsOf(rulebook)));
          expect(verdict).to.deep.equal(await byPoint.judge(oracleFacts(rulebook, point)));
        }
      }),
      RUNS,
    );
  });

  it('is the same when other rulebooks cut the numbers more finely', async () => {
    const scheme = fc
      .uniqueArray(fc.integer({ min: 1, max: 9 }))
      .map((measureCount) => ({ measureCount, own: {} }));
    await fc.assert(
      fc.asyncProperty(rulebookAndPoints, scheme, async ({ rulebook, points }, others) => {
        const judge = gradingJudge(rulebook);
        const shared = mergeSchemes([cutsOf(rulebook), others]);
        for (const point of points) {
          const verdict = await judge.judge(caseOf(point, shared));
          expect(verdict).to.deep.equal(await judge.judge(caseOf(point, cutsOf(rulebook))));
        }
      }),
      RUNS,
    );
  });

  it('shows for an unassessed point the severest and mildest grade it could still get', async () => {
    await fc.assert(
      fc.asyncProperty(rulebookAndPoints, async ({ rulebook, points }) => {
        const judge = gradingJudge(rulebook);
        for (const point of points.filter((candidate) => oracleGrade(rulebook, candidate) === null)) {
          const verdict = await judge.judge(caseOf(point, cutsOf(rulebook)));
          expect('range' in verdict && verdict.range).to.deep.equal(oracleRange(rulebook, point));
        }
      }),
      RUNS,
    );
  });

  it('does not depend on the order in which points are judged, even all at once', async () => {
    await fc.assert(
      fc.asyncProperty(rulebookAndPoints, async ({ rulebook, points }) => {
        const cases = points.map((point) => caseOf(point, cutsOf(rulebook)));
        const [forward, backward] = [gradingJudge(rulebook), gradingJudge(rulebook)];
        const oneByOne = [];
        for (const place of cases.toReversed()) oneByOne.unshift(await backward.judge(place));
        const atOnce = await Promise.all(cases.map((place) => forward.judge(place)));
        expect(atOnce).to.deep.equal(oneByOne);
      }),
      RUNS,
    );
  });

  it('does not depend on the order in which cells, rules and required facts are declared', async () => {
    await fc.assert(
      fc.asyncProperty(rulebookAndPoints, async ({ rulebook, points }) => {
        const turned = {
          ...rulebook,
          requires: rulebook.requires.toReversed(),
          base: {
            ...matrixOf(rulebook),
            cells: matrixOf(rulebook).cells.toReversed(),
            rules: matrixOf(rulebook).rules.toReversed(),
          },
          adjustments: rulebook.adjustments.toReversed(),
        };
        const [judge, turnedJudge] = [gradingJudge(rulebook), gradingJudge(turned)];
        for (const point of points) {
          const place = caseOf(point, cutsOf(rulebook));
          expect((await turnedJudge.judge(place)).grade).to.equal((await judge.judge(place)).grade);
        }
      }),
      RUNS,
    );
  });

  it('does not depend on the order in which facts are given', async () => {
    await fc.assert(
      fc.asyncProperty(rulebookAndPoints, async ({ rulebook, points }) => {
        const judge = factJudge(rulebook);
        for (const point of points) {
          const facts = oracleFacts(rulebook, point);
          const turned = Object.fromEntries(Object.entries(facts).toReversed());
          expect(await judge.judge(turned)).to.deep.equal(await judge.judge(facts));
        }
      }),
      RUNS,
    );
  });
});
