import { expect } from 'chai';
import fc from 'fast-check';
import type { PointFacts } from '../../src/grading/case.ts';
import { factJudge } from '../../src/grading/fact-judge.ts';
import { gradingCheck } from '../../src/grading/grading-check.ts';
import { KEY_DOMAINS } from '../../src/organisation/key-domain.ts';
import { unknownFacts } from '../../src/rulebooks/fact-type.ts';
import type { GradingRulebook, Scale } from '../../src/rulebooks/rulebook.ts';
import { arbitraryRulebook } from '../support/arbitrary-rulebook.ts';
import { oracleGrade } from '../support/grading-oracle.ts';

const RUNS = { numRuns: 40 };
/** More than any number that arbitrary rulebooks name. */
const MOST_MEASURES = 8;

async function inversionsOf(rulebook: GradingRulebook) {
  const { problems } = await gradingCheck(rulebook);
  return problems.filter(({ kind }) => kind === 'non-monotone');
}

/** Every point that differs from this one by one step for the worse: of probability, of harm, or one measure less. */
function nextWorse(rulebook: GradingRulebook, point: PointFacts): readonly PointFacts[] {
  const worse: PointFacts[] = [];
  for (const fact of ['probability', 'harm'] as const) {
    const { code, steps } = rulebook.scales[fact];
    const step = steps[steps.findIndex((known) => known.code === point[fact]?.step) + 1];
    if (step !== undefined) worse.push({ ...point, [fact]: { scale: code, step: step.code } });
  }
  if (point.measureCount > 0) worse.push({ ...point, measureCount: point.measureCount - 1 });
  return worse;
}

function pointsOf({ scales, requires }: GradingRulebook): readonly PointFacts[] {
  const values = ({ code, steps }: Scale) => steps.map((step) => ({ scale: code, step: step.code }));
  const domains = requires.includes('domain') ? KEY_DOMAINS : [null, ...KEY_DOMAINS];
  const counts = Array.from({ length: MOST_MEASURES + 1 }, (_, count) => count);
  return values(scales.probability).flatMap((probability) =>
    values(scales.harm).flatMap((harm) =>
      domains.flatMap((domain) =>
        counts.map((measureCount) => ({ probability, harm, domain, measureCount, own: {} })),
      ),
    ),
  );
}

function isMilder(rulebook: GradingRulebook, worse: PointFacts, better: PointFacts): boolean {
  return (oracleGrade(rulebook, worse) ?? 0) > (oracleGrade(rulebook, better) ?? 0);
}

describe('the search for inversions', () => {
  it('finds one exactly where a single point could be made worse and get a milder grade', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryRulebook, async (rulebook) => {
        const isInverted = pointsOf(rulebook).some((point) =>
          nextWorse(rulebook, point).some((worse) => isMilder(rulebook, worse, point)),
        );
        expect((await inversionsOf(rulebook)).length > 0).to.equal(isInverted);
      }),
      RUNS,
    );
  });

  it('shows facts that the judge itself gives a milder grade than the better ones beside them', async () => {
    await fc.assert(
      fc.asyncProperty(arbitraryRulebook, async (rulebook) => {
        const judge = factJudge(rulebook);
        for (const { facts, against } of await inversionsOf(rulebook)) {
          const worse = await judge.judge({ ...unknownFacts(rulebook), ...facts });
          const better = await judge.judge({ ...unknownFacts(rulebook), ...against });
          expect(worse.grade).to.be.greaterThan(better.grade ?? 3);
        }
      }),
      RUNS,
    );
  });
});
