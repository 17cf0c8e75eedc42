import { expect } from 'chai';
import fc from 'fast-check';
import { gradingCheck } from '../../../src/grading/grading-check.ts';
import type { RuleFacts } from '../../../src/rulebooks/fact-type.ts';
import type { GradingRulebook } from '../../../src/rulebooks/rulebook.ts';
import type { Problem } from '../../../src/rulebooks/rulebook-finding.ts';
import { arbitraryRulebook } from '../../support/arbitrary-rulebook.ts';
import { arbitraryTable } from '../../support/arbitrary-table.ts';
import { bruteFindings } from '../../support/brute-findings.ts';
import { bruteInversions } from '../../support/brute-inversions.ts';
import { everyCase } from '../../support/every-case.ts';

const RUNS = { numRuns: Number(process.env['RUNS'] ?? 60) };

const BASES: readonly [string, fc.Arbitrary<GradingRulebook>][] = [
  ['matrix', arbitraryRulebook],
  ['decision table', arbitraryTable],
];

function byRules(findings: readonly object[]): readonly string[] {
  return findings.map((finding) => JSON.stringify(finding)).sort();
}

function shown({ kind, rules = [], facts = {} }: Pick<Problem, 'kind' | 'rules' | 'facts'>) {
  return { kind, rules, facts };
}

// What a base's rules are named for is no matter of its cases.
function isOfTheSpace({ kind = 'schema', path }: Problem): boolean {
  const isOfBaseRules = path[0] === 'base' && (path[1] === 'rules' || path[1] === 'cells');
  return ['gap', 'conflict', 'unreachable', 'redundant'].includes(kind) && !isOfBaseRules;
}

for (const [base, arbitrary] of BASES) {
  describe(`the verification of grading rulebooks on a ${base}`, () => {
    it('finds the gaps, conflicts and idle rules that judging every case finds, with the same proof', async () => {
      await fc.assert(
        fc.asyncProperty(arbitrary, async (rulebook) => {
          const { problems, cases } = await gradingCheck(rulebook);
          const every = await everyCase(rulebook);
          expect(cases).to.equal(every.length);
          const expected = bruteFindings(rulebook, every);
          expect(byRules(problems.filter(isOfTheSpace).map(shown))).to.deep.equal(byRules(expected));
        }),
        RUNS,
      );
    });

    it('finds the inversions that comparing every two cases finds', async () => {
      await fc.assert(
        fc.asyncProperty(arbitrary, async (rulebook) => {
          const { problems } = await gradingCheck(rulebook);
          const found = problems.filter(({ kind }) => kind === 'non-monotone');
          const expected = bruteInversions(rulebook, await everyCase(rulebook));
          expect(found.length).to.equal(Math.min(50, expected.length));
        }),
        RUNS,
      );
    });

    it('is silent about exactly one inversion for each that the rulebook explains', async () => {
      await fc.assert(
        fc.asyncProperty(arbitrary, async (rulebook) => {
          const pairs = inversionsIn((await gradingCheck(rulebook)).problems);
          fc.pre(pairs.length > 0 && pairs.length < 50);
          const [first] = pairs;
          const explained = [{ ...entryOf(first), reason: { zh: '说明', en: 'words' }, clause: '1' }];
          const { problems } = await gradingCheck({ ...rulebook, explained });
          expect(inversionsIn(problems)).to.deep.equal(pairs.slice(1));
          expect(problems.filter(({ path }) => path[0] === 'explained')).to.deep.equal([]);
        }),
        { numRuns: RUNS.numRuns / 2 },
      );
    });
  });
}

interface Pair {
  readonly better: RuleFacts;
  readonly worse: RuleFacts;
}

function inversionsIn(problems: readonly Problem[]): readonly Pair[] {
  const found = problems.filter(({ kind }) => kind === 'non-monotone');
  return found.map(({ facts = {}, against = {} }) => ({ better: against, worse: facts }));
}

function entryOf(pair: Pair | undefined) {
  const known = (facts: RuleFacts = {}) =>
    Object.fromEntries(
      Object.entries(facts).flatMap(([name, value]) => (value === null ? [] : [[name, value]])),
    );
  return { better: known(pair?.better), worse: known(pair?.worse) };
}
