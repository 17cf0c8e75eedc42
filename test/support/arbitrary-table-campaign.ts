import fc from 'fast-check';
import type { DeclaredFact } from '../../src/rulebooks/declared-fact.ts';
import { withDerived } from '../../src/rulebooks/derived-value.ts';
import { declaredFacts } from '../../src/rulebooks/rulebook-facts.ts';
import type { AdjustmentRule, GradingRulebook } from '../../src/rulebooks/rulebook.ts';
import type { ArbitraryCampaign } from './arbitrary-campaign.ts';
import { arbitraryPoint, orderedComparison, ruleWords } from './arbitrary-rulebook.ts';
import { arbitraryTable } from './arbitrary-table.ts';
import { POINTS_OF_POST, WANTED_POINTS, type WantedPoint } from './graded-campaign.ts';

const WORDS = { zh: '说明', en: 'words' };

const POINTS: DeclaredFact = {
  name: 'pointsOfPost',
  title: WORDS,
  type: 'number',
  worse: 'up',
  source: WORDS,
  of: 'post',
  derived: { countPoints: 'of-post' },
};

/** Decision tables over own facts, of which two are computed: how many are true, and how many points a post has. */
const arbitraryCountingTable: fc.Arbitrary<GradingRulebook> = fc
  .tuple(
    arbitraryTable,
    fc.option(orderedComparison(POINTS.name, fc.integer({ min: 1, max: POINTS_OF_POST }))),
  )
  .map(([rulebook, when]) => {
    const counted: readonly AdjustmentRule[] =
      when === null ? [] : [{ ...ruleWords('counted'), when, effect: { noMilderThan: 1 } }];
    const facts = [...declaredFacts(rulebook), POINTS];
    return { ...rulebook, facts, adjustments: [...rulebook.adjustments, ...counted] };
  });

/** Three such rulebooks, one of them in force, and points whose computed facts are what they follow from. */
export const arbitraryTableCampaign: fc.Arbitrary<ArbitraryCampaign> = fc
  .tuple(arbitraryCountingTable, arbitraryCountingTable, arbitraryCountingTable)
  .chain(([inForce, draft, other]) =>
    fc.record({
      inForce: fc.constant(inForce),
      draft: fc.constant(draft),
      other: fc.constant(other),
      points: fc
        .array(arbitraryWanted(inForce), { minLength: WANTED_POINTS, maxLength: WANTED_POINTS })
        .map((points) => points.map((point, index) => counted(point, index, points, inForce))),
    }),
  );

function arbitraryWanted(rulebook: GradingRulebook): fc.Arbitrary<WantedPoint> {
  const truth = fc.option(fc.boolean(), { freq: 6 });
  const own = fc.record({
    rotationOverdue: truth,
    decidesAlone: truth,
    pastFinding: truth,
    amount: fc.option(fc.nat({ max: 6 })),
    power: fc.option(fc.constantFrom('money', 'people', 'things')),
  });
  return fc.record({
    facts: fc.tuple(arbitraryPoint(rulebook), own).map(([point, set]) => ({ ...point, own: set })),
    override: fc.constantFrom(null, null, null, null, 1 as const),
    approved: fc.constantFrom(null, null, null, null, 3 as const),
    isWithdrawn: fc.constantFrom(false, false, false, false, true),
    domains: fc.constant([]),
  });
}

function counted(
  point: WantedPoint,
  index: number,
  points: readonly WantedPoint[],
  rulebook: GradingRulebook,
): WantedPoint {
  const first = index - (index % POINTS_OF_POST);
  const ofPost = points.slice(first, first + POINTS_OF_POST).filter(({ isWithdrawn }) => !isWithdrawn);
  const own = withDerived(point.facts.own, declaredFacts(rulebook), { pointsOfPost: ofPost.length });
  return { ...point, facts: { ...point.facts, own } };
}
