import { expect } from 'chai';
import fc from 'fast-check';
import { zh } from '../../src/language/zh.ts';
import { coverageCheck } from '../../src/rulebooks/coverage-check.ts';
import type { Comparison, CoverageRulebook, CoverageStatus } from '../../src/rulebooks/rulebook.ts';
import { Budget } from '../../src/rulebooks/verification/budget.ts';
import { coverageProblems } from '../../src/rulebooks/verification/coverage-confirmation.ts';
import { coverageSuspicions, MOST_INVERSIONS } from '../../src/rulebooks/verification/coverage-suspicions.ts';
import { arbitraryCondition, orderedComparison, ruleWords } from '../support/arbitrary-rulebook.ts';
import { bruteCoverage, everyCoverageCase } from '../support/brute-ordered.ts';
import { keyDomainsRulebook } from '../support/shipped-rulebooks.ts';

const STEPS = 10_000_000;
const STATUSES: readonly CoverageStatus[] = ['covered', 'weak', 'gap', 'exempt', 'not-expected'];
const COUNTS = ['points', 'pointsAccepted', 'pointsWithMeasure', 'postsWithPoints'] as const;

const expected = fc.record({
  fact: fc.constant('expected'),
  operator: fc.constantFrom('equal' as const, 'notEqual' as const),
  value: fc.constantFrom('confirmed', 'suggested', 'no'),
});
const exempt = fc.record({
  fact: fc.constant('exempt'),
  operator: fc.constant('equal' as const),
  value: fc.boolean(),
});
const share: fc.Arbitrary<Comparison> = fc.oneof(
  orderedComparison('postShare', fc.constantFrom(20, 50)),
  fc.constantFrom({ fact: 'postShare', operator: 'isUnknown' as const }),
);

/** Coverage rulebooks of few facts, gaps, hidden rules and inversions included. */
const arbitraryCoverage: fc.Arbitrary<CoverageRulebook> = fc
  .tuple(fc.constantFrom(...COUNTS), fc.constantFrom(...COUNTS), fc.constantFrom(expected, exempt, share))
  .chain(([one, other, third]) => {
    const count = fc.nat({ max: 2 });
    const comparison = fc.oneof(orderedComparison(one, count), orderedComparison(other, count), third);
    const rule = fc.tuple(arbitraryCondition(comparison), fc.constantFrom(...STATUSES));
    return fc.array(rule, { minLength: 1, maxLength: 6 });
  })
  .map((rules) => ({
    ...keyDomainsRulebook(),
    rules: rules.map(([when, status], index) => ({ ...ruleWords(`rule-${String(index)}`), when, status })),
  }));

describe('the verification of a coverage rulebook', () => {
  it('finds what looking at every case finds, and the rule engine confirms it', async () => {
    const isFound = async (rulebook: CoverageRulebook): Promise<void> => {
      const cases = await everyCoverageCase(rulebook);
      const brute = bruteCoverage(rulebook, cases);
      const found = coverageSuspicions(rulebook, new Budget(STEPS));
      expect(found.cases).to.equal(cases.length);
      expect(found.gap).to.deep.equal(brute.gap);
      expect(found.hidden.map(({ name, hiders }) => ({ name, hiders }))).to.deep.equal(brute.hidden);
      expect(found.redundant.map(({ rule }) => rule)).to.deep.equal(brute.redundant);
      expect(found.inversions.length + found.inversionsLeft).to.equal(brute.inversions.size);
      const deciding = (facts: object) =>
        cases.find((one) => JSON.stringify(one.facts) === JSON.stringify(facts))?.applying[0];
      const told = found.inversions.map(({ fact, better, worse }) =>
        [fact, deciding(worse), deciding(better)].join(' '),
      );
      expect(new Set(told).size).to.equal(told.length);
      expect(told.filter((inversion) => !brute.inversions.has(inversion))).to.deep.equal([]);
      await coverageProblems(rulebook, found);
    };
    await fc.assert(fc.asyncProperty(arbitraryCoverage, isFound), { numRuns: 200 });
  }).timeout(120_000);

  it('tells fifty inversions, and how many more there are', async () => {
    // Every second number of points is worse than the one below it, exempt or not.
    const rules = Array.from({ length: 50 }, (_, points) => ({
      ...ruleWords(`rule-${String(points)}`),
      when: { fact: 'points', operator: 'equal' as const, value: points },
      status: STATUSES[points % 3] ?? 'gap',
    }));
    const measured = rules.slice(0, 50).map((rule, points) => ({
      ...rule,
      name: `measured-${String(points)}`,
      when: { all: [rule.when, { fact: 'exempt', operator: 'equal' as const, value: true }] },
    }));
    const rulebook = { ...keyDomainsRulebook(), rules: [...measured, ...rules] };
    const brute = bruteCoverage(rulebook, await everyCoverageCase(rulebook));
    expect(brute.inversions.size).to.be.greaterThan(0);
    const { inversions, inversionsLeft } = coverageSuspicions(rulebook, new Budget(STEPS));
    expect(inversionsLeft).to.equal(Math.max(0, brute.inversions.size - MOST_INVERSIONS));
    expect([inversions.length, inversionsLeft > 0]).to.deep.equal([
      Math.min(MOST_INVERSIONS, brute.inversions.size),
      true,
    ]);
    const { warnings } = await coverageCheck({ ...rulebook, examples: [] });
    const left = zh.rulebooks.check['inversions-left'](MOST_INVERSIONS, inversionsLeft);
    expect(warnings.map((words) => words(zh))).to.deep.equal([left]);
  });

  it('says when it was only sampled', async () => {
    const check = await coverageCheck(keyDomainsRulebook(), { mostSteps: 5 });
    expect([check.sampled, check.warnings.length]).to.deep.equal([true, 1]);
  });
});
