import { expect } from 'chai';
import fc from 'fast-check';
import { caseOf, type PointFacts } from '../../src/grading/case.ts';
import { cutsOf } from '../../src/grading/case-scheme.ts';
import { completions } from '../../src/grading/completion.ts';
import { withChanges } from '../../src/grading/fact-change.ts';
import { gradingJudge } from '../../src/grading/grading-judge.ts';
import { nearestChanges, type Neighbour } from '../../src/grading/nearest-change.ts';
import { KEY_DOMAINS } from '../../src/organisation/key-domain.ts';
import type { GradingRulebook } from '../../src/rulebooks/rulebook.ts';
import { arbitraryPoint, arbitraryRulebook } from '../support/arbitrary-rulebook.ts';
import { aPoint } from '../support/grading-builder.ts';
import { oracleFacts, oracleGrade } from '../support/grading-oracle.ts';
import { fiveByFiveRulebook, noticeRulebook } from '../support/shipped-rulebooks.ts';

/** `harm=limited, probability=small: 3`, by the changes and the grade that they give. */
function written(neighbours: readonly Neighbour[]): readonly string[] {
  return neighbours.map(
    ({ changes, grade }) =>
      `${changes.map(({ fact, to }) => `${fact}=${String(to)}`).join(', ')}: ${String(grade)}`,
  );
}

// Probability and harm, then what makes it milder and what makes it severer.
const BY_THE_NOTICE = [
  ['high', 'limited', ['probability=fairly-high: 2'], []],
  ['high', 'serious', ['probability=fairly-high, harm=fairly-serious: 2'], []],
  ['small', 'serious', ['harm=fairly-serious: 2'], []],
  ['fairly-high', 'limited', ['probability=small: 3'], ['probability=high: 1']],
  [
    'fairly-high',
    'fairly-serious',
    ['probability=small, harm=limited: 3'],
    ['probability=high: 1', 'harm=serious: 1'],
  ],
  ['small', 'limited', [], ['probability=fairly-high: 2', 'harm=fairly-serious: 2']],
] as const;

function fivePoint(
  probability: string,
  harm: string,
  domain: PointFacts['domain'],
  measureCount: number,
): PointFacts {
  return {
    probability: { scale: 'five-by-five-probability', step: probability },
    harm: { scale: 'five-by-five-harm', step: harm },
    ...{ domain, measureCount, own: {} },
  };
}

const BY_FIVE = [
  [
    'a procurement point without a measure is one measure or another domain from being milder',
    fivePoint('low', 'minor', 'procurement', 0),
    ['domain=null: 3', 'domain=decision-making: 3', 'measureCount=1: 3'],
  ],
  [
    'a point of another domain is not held by the rule about procurement',
    fivePoint('low', 'minor', 'assets', 0),
    [],
  ],
  [
    'a measure counts like a step: two more are as near as two steps',
    fivePoint('medium', 'moderate', 'assets', 1),
    ['probability=very-low: 3', 'harm=negligible: 3', 'measureCount=3: 3'],
  ],
  [
    'one more measure is nearer than two steps',
    fivePoint('medium', 'moderate', 'assets', 2),
    ['measureCount=3: 3'],
  ],
] as const;

interface Other {
  readonly facts: PointFacts;
  readonly distances: readonly number[];
}

/** All facts a point could have instead of up to two of its own, with how far each is: brute force. */
function others(rulebook: GradingRulebook, point: PointFacts): readonly Other[] {
  const steps = (fact: 'probability' | 'harm') => {
    const { code, steps: all } = rulebook.scales[fact];
    const at = all.findIndex((step) => step.code === oracleFacts(rulebook, point)[fact]);
    if (at === -1) return [{ value: point[fact], distance: 0 }];
    return all.map((step, index) => ({
      value: { scale: code, step: step.code },
      distance: Math.abs(index - at),
    }));
  };
  const domains = [null, ...KEY_DOMAINS];
  const counts = Array.from({ length: 11 }, (_, count) => count);
  const all = steps('probability').flatMap((probability) =>
    steps('harm').flatMap((harm) =>
      domains.flatMap((domain) =>
        counts.map((measureCount) => ({
          facts: { probability: probability.value, harm: harm.value, domain, measureCount, own: {} },
          distances: [
            probability.distance,
            harm.distance,
            domain === point.domain ? 0 : 1,
            Math.abs(measureCount - point.measureCount),
          ].filter((distance) => distance > 0),
        })),
      ),
    ),
  );
  return all.filter(({ distances }) => distances.length <= 2);
}

/** Orders changes: one fact before two, then by steps. */
function rank(distances: readonly number[]): number {
  return distances.length * 1000 + distances.reduce((sum, distance) => sum + distance, 0);
}

describe('the nearest change that would alter a grade', () => {
  for (const [probability, harm, milder, severer] of BY_THE_NOTICE) {
    it(`is found by the notice for probability ${probability} and harm ${harm}`, async () => {
      const rulebook = noticeRulebook();
      const found = await nearestChanges(rulebook, gradingJudge(rulebook), aPoint({ probability, harm }));
      expect([written(found.milder), written(found.severer)]).to.deep.equal([milder, severer]);
    });
  }

  for (const [title, point, milder] of BY_FIVE) {
    it(`is found by five steps: ${title}`, async () => {
      const rulebook = fiveByFiveRulebook();
      const found = await nearestChanges(rulebook, gradingJudge(rulebook), point);
      expect(written(found.milder)).to.deep.equal(milder);
    });
  }

  it('is none for a point without a grade', async () => {
    const rulebook = noticeRulebook();
    const found = await nearestChanges(rulebook, gradingJudge(rulebook), aPoint({ harm: 'serious' }));
    expect(found).to.deep.equal({ milder: [], severer: [] });
  });

  it('really gets its grade, and nothing nearer alters the grade, whatever the rules', async () => {
    const cases = arbitraryRulebook.chain((rulebook) =>
      fc.tuple(fc.constant(rulebook), arbitraryPoint(rulebook)),
    );
    await fc.assert(
      fc.asyncProperty(cases, async ([rulebook, point]) => {
        const grade = oracleGrade(rulebook, point);
        fc.pre(grade !== null);
        const found = await nearestChanges(rulebook, gradingJudge(rulebook), point);
        const ranked = others(rulebook, point).map(({ facts, distances }) => ({
          grade: oracleGrade(rulebook, facts) ?? grade,
          rank: rank(distances),
        }));
        const nearest = (alters: (reached: number) => boolean): number =>
          Math.min(...ranked.filter((other) => alters(other.grade)).map((other) => other.rank));
        for (const [neighbours, least] of [
          [found.milder, nearest((reached) => reached > grade)],
          [found.severer, nearest((reached) => reached < grade)],
        ] as const) {
          const ranks = neighbours.map(({ changes }) => rank(changes.map(({ distance }) => distance)));
          expect([...new Set(ranks)]).to.deep.equal(least === Infinity ? [] : [least]);
          const reached = neighbours.map(({ changes }) =>
            oracleGrade(rulebook, withChanges(rulebook, point, changes)),
          );
          expect(reached).to.deep.equal(neighbours.map((neighbour) => neighbour.grade));
        }
      }),
      { numRuns: 60 },
    );
  });
});

describe('what each possible step would give a point without a grade', () => {
  const rulebook = noticeRulebook();

  it('is a grade for each step of the one that is missing, severest first', async () => {
    const found = await completions(rulebook, gradingJudge(rulebook), aPoint({ harm: 'fairly-serious' }));
    expect(found.map(({ steps, grade }) => [steps.map(({ to }) => to).join(), grade])).to.deep.equal([
      ['high', 1],
      ['fairly-high', 2],
      ['small', 2],
    ]);
  });

  it('is a grade for each pair of steps where both are missing, every one the judge’s', async () => {
    const found = await completions(rulebook, gradingJudge(rulebook), aPoint({}));
    const judge = gradingJudge(rulebook);
    const judged = await Promise.all(
      found.map(({ steps }) =>
        judge.judge(caseOf(withChanges(rulebook, aPoint({}), steps), cutsOf(rulebook))),
      ),
    );
    expect(found).to.have.lengthOf(9);
    expect(found.map(({ grade }) => grade)).to.deep.equal(judged.map(({ grade }) => grade));
  });

  it('is nothing for a point that has a grade', async () => {
    const point = aPoint({ probability: 'small', harm: 'limited' });
    expect(await completions(rulebook, gradingJudge(rulebook), point)).to.deep.equal([]);
  });
});
