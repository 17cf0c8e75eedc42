import { expect } from 'chai';
import fc from 'fast-check';
import { gradingCheck } from '../../src/grading/grading-check.ts';
import { coverageJudge } from '../../src/rulebooks/coverage-judge.ts';
import { checkRulebook } from '../../src/rulebooks/rulebook-check.ts';
import type { ComparisonOperator, Condition, CoverageRulebook } from '../../src/rulebooks/rulebook.ts';
import { keyDomainsRulebook } from '../support/shipped-rulebooks.ts';

const COVERED = {
  expected: 'confirmed',
  exempt: false,
  points: 4,
  pointsAccepted: 4,
  pointsWithMeasure: 4,
  posts: 2,
  postsWithPoints: 2,
  postShare: 100,
};
const NOTHING = { points: 0, pointsAccepted: 0, pointsWithMeasure: 0, postsWithPoints: 0, postShare: 0 };

// What differs from a covered cell, the status, the rule that decides and its clause.
const TABLE: readonly [Partial<Record<keyof typeof COVERED, unknown>>, string, string, string][] = [
  [{}, 'covered', 'points-found', '2-key-domains'],
  [{ expected: 'suggested' }, 'covered', 'points-found', '2-key-domains'],
  [{ pointsWithMeasure: 1, pointsAccepted: 1 }, 'covered', 'points-found', '2-key-domains'],
  [{ postsWithPoints: 1, postShare: 50 }, 'covered', 'points-found', '2-key-domains'],
  [{ posts: 3, postsWithPoints: 1, postShare: 33 }, 'weak', 'few-posts', '1-scope'],
  [{ pointsWithMeasure: 0 }, 'weak', 'no-measure', '3.2-measures'],
  [{ pointsAccepted: 0 }, 'weak', 'no-accepted-domain', '2-key-domains'],
  [NOTHING, 'gap', 'no-point', '2-key-domains'],
  [{ ...NOTHING, expected: 'suggested' }, 'gap', 'no-point', '2-key-domains'],
  [{ ...NOTHING, exempt: true }, 'exempt', 'exempt-after-review', 'exemption'],
  [{ ...NOTHING, expected: 'no', posts: 0, postShare: null }, 'not-expected', 'duties-elsewhere', '3-duties'],
  [{ expected: 'no' }, 'not-expected', 'duties-elsewhere', '3-duties'],
  [{ postShare: null }, 'covered', 'points-found', '2-key-domains'],
];

function changed(change: (rulebook: CoverageRulebook) => Partial<CoverageRulebook>): string {
  return JSON.stringify({ ...keyDomainsRulebook(), ...change(keyDomainsRulebook()) });
}

describe('the coverage of key domains', () => {
  const judge = coverageJudge(keyDomainsRulebook());

  for (const [difference, status, rule, clause] of TABLE) {
    it(`is ${status} by ${rule} with ${JSON.stringify(difference)}`, async () => {
      const facts = { ...COVERED, ...difference } as typeof COVERED;
      expect(await judge.judge(facts)).to.deep.equal({ status, rule, clause });
    });
  }

  it('is remembered by facts, and the same whenever it is asked', async () => {
    const counts = fc.record({
      expected: fc.constantFrom('confirmed', 'suggested', 'no'),
      exempt: fc.boolean(),
      points: fc.nat({ max: 2 }),
      pointsAccepted: fc.nat({ max: 2 }),
      pointsWithMeasure: fc.nat({ max: 2 }),
      postShare: fc.constantFrom(null, 0, 49, 50, 100),
    });
    await fc.assert(
      fc.asyncProperty(fc.array(counts, { maxLength: 8 }), async (cells) => {
        const atOnce = await Promise.all(cells.map((facts) => judge.judge(facts)));
        const anew = cells.map((facts) => coverageJudge(keyDomainsRulebook()).judge(facts));
        expect(atOnce).to.deep.equal(await Promise.all(anew));
      }),
      { numRuns: 60 },
    );
  });

  it('is refused by a judge that is not told a fact the rules ask for', async () => {
    const refusal = await judge.judge({ exempt: false }).catch((error: unknown) => error);
    expect(refusal).to.be.instanceOf(TypeError);
  });
});

describe('the check of a coverage rulebook', () => {
  it('judges every combination that can occur, and finds nothing wrong with the one that ships', async () => {
    const { ok, cases } = await checkRulebook(
      changed(() => ({})),
      gradingCheck,
    );
    expect({ ok, hasCases: cases > 50 }).to.deep.equal({ ok: true, hasCases: true });
  });

  it('finds a combination without an answer, and shows the smallest', async () => {
    const { findings } = await checkRulebook(
      changed(({ rules, examples }) => ({
        rules: rules.filter(({ name }) => name !== 'points-found'),
        examples: examples.filter(({ expect: { status } }) => status !== 'covered'),
      })),
      gradingCheck,
    );
    expect(findings.map(({ kind, facts }) => ({ kind, facts }))).to.deep.equal([
      {
        kind: 'gap',
        facts: {
          expected: 'confirmed',
          exempt: false,
          points: 1,
          pointsAccepted: 1,
          pointsWithMeasure: 1,
          postShare: null,
        },
      },
    ]);
  });

  it('takes no combination for a gap that cannot occur: more accepted points than points', async () => {
    const compare = (fact: string, operator: ComparisonOperator, value: number): Condition => ({
      fact,
      operator,
      value,
    });
    const few = { all: [compare('points', 'atMost', 1), compare('pointsAccepted', 'atMost', 1)] };
    const when = { any: [compare('points', 'atLeast', 2), few] };
    const { findings, cases } = await checkRulebook(
      changed(({ rules, examples }) => ({
        rules: rules.slice(0, 1).map((rule) => ({ ...rule, when })),
        examples: examples
          .slice(0, 1)
          .map((example) => ({ ...example, expect: { status: 'exempt' as const } })),
      })),
      gradingCheck,
    );
    expect({ findings, cases }).to.deep.equal({ findings: [], cases: 3 });
  });

  it('finds an example that does not hold', async () => {
    const text = changed(({ examples }) => ({
      examples: examples.map((example, index) =>
        index === 0 ? { ...example, expect: { status: 'gap' as const } } : example,
      ),
    }));
    const { findings } = await checkRulebook(text, gradingCheck);
    expect(findings.map(({ kind, path, rules }) => ({ kind, path, rules }))).to.deep.equal([
      { kind: 'example', path: '/examples/0', rules: ['points-found'] },
    ]);
  });
});
