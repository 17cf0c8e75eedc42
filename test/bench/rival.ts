import { factJudge } from '../../src/grading/fact-judge.ts';
import { factSpace } from '../../src/rulebooks/fact-space.ts';
import { conditionsOf } from '../../src/grading/engine-rules.ts';
import { unknownFacts, type RuleFacts } from '../../src/rulebooks/fact-type.ts';
import type { GradingRulebook } from '../../src/rulebooks/rulebook.ts';
import type { WantedPoint } from '../support/graded-campaign.ts';
import { timed, type Rival } from './measurement.ts';
import { seededRandom } from './random.ts';

/**
 * json-rules-engine run once for every point, as a program without cases would.
 * @param of how many points there are, of which so many are tried
 */
export function judgingEveryPoint(
  rulebook: GradingRulebook,
  points: readonly WantedPoint[],
  most: number,
  of = points.length,
): Promise<Rival> {
  const facts = points.slice(0, most).map((point) => ruleFactsOf(rulebook, point));
  return judging(rulebook, facts, of);
}

/** What a rule engine is told of a point. */
export function ruleFactsOf(
  rulebook: GradingRulebook,
  { facts: { probability, harm, domain, measureCount, own } }: WantedPoint,
): RuleFacts {
  return {
    ...unknownFacts(rulebook),
    ...own,
    ...{ probability: probability?.step ?? null, harm: harm?.step ?? null, domain, measureCount },
  };
}

/** json-rules-engine run once for every combination of facts that the rules tell apart. */
export function judgingEveryCase(rulebook: GradingRulebook, most: number): Promise<Rival> {
  const { axes, size } = factSpace(rulebook, conditionsOf(rulebook), { always: rulebook.requires });
  const random = seededRandom(1);
  const facts = Array.from({ length: Math.min(most, size) }, () => ({
    ...unknownFacts(rulebook),
    ...Object.fromEntries(
      axes.map(({ name, values }) => [name, values[random.below(values.length)] ?? null]),
    ),
  }));
  return judging(rulebook, facts, size);
}

async function judging(rulebook: GradingRulebook, facts: readonly RuleFacts[], of: number): Promise<Rival> {
  const judge = factJudge(rulebook);
  const milliseconds = await timed(async () => {
    for (const some of facts) await judge.judge(some);
  });
  return { sampled: facts.length, of, extrapolated: (milliseconds / facts.length) * of };
}
