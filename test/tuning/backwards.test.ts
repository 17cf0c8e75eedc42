import { expect } from 'chai';
import fc from 'fast-check';
import { caseOf, type PointFacts } from '../../src/grading/case.ts';
import { cutsOf } from '../../src/grading/case-scheme.ts';
import { gradingJudge } from '../../src/grading/grading-judge.ts';
import { comparisonsOf } from '../../src/rulebooks/condition.ts';
import type { Grade, GradingRulebook } from '../../src/rulebooks/rulebook.ts';
import { backwards, type Backwards } from '../../src/tuning/backwards.ts';
import { rememberingJudge } from '../../src/tuning/judge-cases-service.ts';
import { changeCode, readChange, singleChanges } from '../../src/tuning/single-change.ts';
import { arbitraryPoint, arbitraryRulebook } from '../support/arbitrary-rulebook.ts';
import { anAdjustment, aPoint } from '../support/grading-builder.ts';
import { noticeRulebook } from '../support/shipped-rulebooks.ts';

const BOUNDS = { judged: 10_000, weighed: 10_000 };

describe('backwards, from a wanted grade to the change that gives it', () => {
  const few = aPoint({ probability: 'small', harm: 'limited', measureCount: 2 });
  const many = aPoint({ probability: 'small', harm: 'limited', measureCount: 6 });
  const rulebook: GradingRulebook = {
    ...noticeRulebook(),
    adjustments: [
      anAdjustment(
        'few-measures',
        { fact: 'measureCount', operator: 'lessThan', value: 2 },
        { noMilderThan: 1 },
      ),
    ],
  };

  it('finds the threshold that just takes the point in', async () => {
    const { ways } = await asked(rulebook, [few], 1, [few, many, many]);
    expect(ways[0]).to.deep.include({ wanted: 1, others: 0 });
    expect(ways[0]?.change).to.include({ kind: 'threshold', rule: 'few-measures', value: 3 });
  });

  it('names the cell as well, with what else it moves', async () => {
    const { ways } = await asked(rulebook, [few], 1, [few, many, many]);
    const cell = ways.find(({ change }) => change.kind === 'cell');
    expect(cell).to.deep.include({
      change: { kind: 'cell', row: 'small', column: 'limited', grade: 1 },
      others: 2,
    });
  });

  it('puts what gives all of them the grade before what gives it to some', async () => {
    const { ways } = await asked(rulebook, [few, many], 1, [few, many]);
    expect(ways.map(({ wanted }) => wanted)).to.deep.equal(
      ways.map(({ wanted }) => wanted).sort((left, right) => right - left),
    );
  });

  it('finds nothing where nothing helps, or where nothing is left to do', async () => {
    expect((await asked(rulebook, [], 1, [few])).ways).to.deep.equal([]);
    expect((await asked(rulebook, [few], 3, [few])).ways).to.deep.equal([]);
  });

  it('says that it is cut where there is more to try than it may', async () => {
    const bounds = { judged: 2, weighed: 10 };
    expect(await asked(rulebook, [few], 1, [few], bounds)).to.include({ isCut: true });
  });

  it('posts every change as it reads it again', () => {
    for (const change of singleChanges(rulebook, [few, many])) {
      expect(readChange(changeCode(change))).to.deep.equal(change);
    }
  });

  for (const code of [
    '',
    'cell',
    'cell/a/b/4',
    'lower/x/3',
    'threshold/base/x/0/1',
    'threshold/decisions/x/-1/2',
  ]) {
    it(`reads no change in “${code}”`, () => {
      expect(readChange(code)).to.equal(null);
    });
  }

  it('leaves no single change that does as much with less, on any small rulebook', async () => {
    const cut = fc.record({ value: fc.integer({ min: 0, max: 6 }), floor: fc.constantFrom<Grade>(1, 2) });
    const withThreshold = fc.tuple(arbitraryRulebook, cut).map(([book, { value, floor }]) => {
      const when = { fact: 'measureCount', operator: 'lessThan', value } as const;
      const fewMeasures = anAdjustment('few-measures', when, { noMilderThan: floor });
      return {
        ...book,
        clauses: [...book.clauses, ...noticeRulebook().clauses],
        adjustments: [...book.adjustments, fewMeasures],
      };
    });
    const some = withThreshold.chain((book) =>
      fc.tuple(
        fc.constant(book),
        fc.array(arbitraryPoint(book), { minLength: 3, maxLength: 8 }),
        fc.constantFrom<Grade>(1, 2, 3),
      ),
    );
    await fc.assert(
      fc.asyncProperty(some, async ([book, campaign, grade]) => {
        const wanted = campaign.slice(0, 2);
        const [best] = (await asked(book, wanted, grade, campaign)).ways;
        const before = await gradesBy(book, campaign);
        const had = countOf(before.slice(0, wanted.length), grade);
        for (const changed of everyChange(book)) {
          const after = await gradesBy(changed, campaign);
          const gained = countOf(after.slice(0, wanted.length), grade);
          const others = after.filter((one, at) => at >= wanted.length && one !== before[at]).length;
          if (gained <= had) continue;
          expect([gained, -others], JSON.stringify(book)).to.satisfy(
            ([more, fewer]: [number, number]) =>
              best !== undefined && (more < best.wanted || (more === best.wanted && fewer <= -best.others)),
          );
        }
      }),
      { numRuns: 20 },
    );
  }).timeout(120_000);
});

async function asked(
  rulebook: GradingRulebook,
  points: readonly PointFacts[],
  grade: Grade,
  campaign: readonly PointFacts[],
  bounds = BOUNDS,
): Promise<Backwards<{ readonly changed: number }>> {
  const before = await gradesBy(rulebook, campaign);
  const weigh = async (changed: GradingRulebook): Promise<{ readonly changed: number }> => {
    const after = await gradesBy(changed, campaign);
    return { changed: after.filter((one, at) => one !== before[at]).length };
  };
  return backwards({ rulebook, points, grade }, { judge: rememberingJudge(), weigh, bounds });
}

async function gradesBy(
  rulebook: GradingRulebook,
  points: readonly PointFacts[],
): Promise<readonly (Grade | null)[]> {
  const [judge, scheme] = [gradingJudge(rulebook), cutsOf(rulebook)];
  const verdicts = await Promise.all(points.map((facts) => judge.judge(caseOf(facts, scheme))));
  return verdicts.map(({ grade }) => grade);
}

function countOf(grades: readonly (Grade | null)[], grade: Grade): number {
  return grades.filter((one) => one === grade).length;
}

/** Every rulebook that differs in one cell, grade, effect or threshold, made without the code under test. */
function everyChange(rulebook: GradingRulebook): readonly GradingRulebook[] {
  const text = JSON.stringify(rulebook);
  const changed: GradingRulebook[] = [];
  const vary = (set: (copy: Written) => void): void => {
    const copy = JSON.parse(text) as Written;
    set(copy);
    changed.push(copy as unknown as GradingRulebook);
  };
  const { base, adjustments } = rulebook;
  for (const grade of [1, 2, 3]) {
    for (const list of ['cells', 'decisions'] as const) {
      const length = list in base ? (base as unknown as Written['base'])[list].length : 0;
      for (let at = 0; at < length; at += 1)
        vary((copy) => void Object.assign(copy.base[list][at] ?? {}, { grade }));
    }
  }
  adjustments.forEach(({ when }, at) => {
    for (const effect of [
      { lowerBy: 1 },
      { lowerBy: 2 },
      { noMilderThan: 1 },
      { noMilderThan: 2 },
      { noMilderThan: 3 },
    ]) {
      vary((copy) => void Object.assign(copy.adjustments[at] ?? {}, { effect }));
    }
    comparisonsOf(when).forEach(({ operator, value }, place) => {
      if (typeof value !== 'number' || ['equal', 'notEqual'].includes(operator)) return;
      for (let threshold = 0; threshold <= 12; threshold += 1) {
        vary((copy) => {
          const written = comparisonsIn(copy.adjustments[at]?.['when'])[place];
          if (written !== undefined) written['value'] = threshold;
        });
      }
    });
  });
  return changed;
}

/** A rulebook as JSON, to be written into. */
interface Written {
  readonly base: Readonly<Record<'cells' | 'decisions', Record<string, unknown>[]>>;
  readonly adjustments: Record<string, unknown>[];
}

function comparisonsIn(condition: unknown): Record<string, unknown>[] {
  if (typeof condition !== 'object' || condition === null) return [];
  if ('fact' in condition) return [condition];
  return Object.values(condition).flat().flatMap(comparisonsIn);
}
