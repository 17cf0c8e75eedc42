import { expect } from 'chai';
import fc from 'fast-check';
import { zh } from '../../src/language/zh.ts';
import { domainCheck } from '../../src/rulebooks/domain-check.ts';
import { domainJudge } from '../../src/rulebooks/domain-judge.ts';
import type { DomainRulebook } from '../../src/rulebooks/rulebook.ts';
import { Budget } from '../../src/rulebooks/verification/budget.ts';
import { domainProblems } from '../../src/rulebooks/verification/domain-confirmation.ts';
import { domainSuspicions } from '../../src/rulebooks/verification/domain-suspicions.ts';
import { arbitraryCondition, ruleWords } from '../support/arbitrary-rulebook.ts';
import { keywordsRulebook } from '../support/shipped-rulebooks.ts';

const STEPS = 10_000_000;
const WORDS = ['采购', '采购合同', '合同', '资金'];
const SUBJECTS = ['risk-point', 'post'] as const;
const DOMAINS = ['procurement', 'finance', 'assets'] as const;

/** Every choice of the words, longer ones with those within them, of a point and of a post. */
const TEXTS = SUBJECTS.flatMap((subject) =>
  Array.from({ length: 2 ** WORDS.length }, (_, choice) => {
    const text = WORDS.filter((__, index) => Math.floor(choice / 2 ** index) % 2 === 1).join('，');
    return { text, subject };
  }),
);

const comparison = fc.oneof(
  fc.record({
    fact: fc.constant('text'),
    operator: fc.constant('containsAny' as const),
    value: fc.subarray(WORDS, { minLength: 1, maxLength: 2 }),
  }),
  fc.record({
    fact: fc.constant('subject'),
    operator: fc.constantFrom('equal' as const, 'notEqual' as const),
    value: fc.constantFrom(...SUBJECTS),
  }),
);

const arbitraryDomain: fc.Arbitrary<DomainRulebook> = fc
  .array(fc.tuple(arbitraryCondition(comparison), fc.constantFrom(...DOMAINS)), {
    minLength: 1,
    maxLength: 6,
  })
  .map((rules) => ({
    ...keywordsRulebook(),
    rules: rules.map(([when, domain], index) => ({ ...ruleWords(`rule-${String(index)}`), when, domain })),
  }));

/** What is suggested for each of the texts: domain and rule, best first. */
async function suggested(rulebook: DomainRulebook): Promise<readonly (readonly [string, string])[][]> {
  const judge = domainJudge(rulebook);
  return Promise.all(
    TEXTS.map(async ({ text, subject }) =>
      (await judge.suggest(text, subject)).map(({ domain, rule }): [string, string] => [domain, rule]),
    ),
  );
}

function without(rulebook: DomainRulebook, ...names: readonly string[]): DomainRulebook {
  return { ...rulebook, rules: rulebook.rules.filter(({ name }) => !names.includes(name)) };
}

/** Rules that suggest nothing which others would not, as looking at every text finds them. */
async function bruteFindings(
  rulebook: DomainRulebook,
): Promise<{ readonly hidden: readonly string[]; readonly redundant: readonly string[] }> {
  const all = await suggested(rulebook);
  const names = rulebook.rules.map(({ name }) => name);
  const deciding = new Set(all.flatMap((one) => one.map(([, rule]) => rule)));
  const hidden = names.filter((name) => !deciding.has(name));
  const domains = (of: typeof all) => of.map((one) => one.map(([domain]) => domain).join(' '));
  const sets = (of: typeof all) =>
    of.map((one) =>
      one
        .map(([domain]) => domain)
        .sort()
        .join(' '),
    );
  const redundant: string[] = [];
  for (const name of names.filter((one) => deciding.has(one))) {
    const asIs = await suggested(without(rulebook, name));
    // Of two equal rules only the hidden one is one too many.
    const seen = await suggested(without(rulebook, name, ...hidden));
    const isSame = String(domains(asIs)) === String(domains(all)) && String(sets(seen)) === String(sets(all));
    if (isSame) redundant.push(name);
  }
  return { hidden, redundant };
}

describe('the verification of a domain rulebook', () => {
  it('finds what looking at every text finds, and the rule engine confirms it', async () => {
    const isFound = async (rulebook: DomainRulebook): Promise<void> => {
      const found = domainSuspicions(rulebook, new Budget(STEPS));
      const brute = await bruteFindings(rulebook);
      expect(found.hidden.map(({ name }) => name)).to.have.members(brute.hidden);
      expect(found.redundant.map(({ rule }) => rule)).to.have.members(brute.redundant);
      await domainProblems(rulebook, found);
    };
    await fc.assert(fc.asyncProperty(arbitraryDomain, isFound), { numRuns: 150 });
  }).timeout(120_000);

  it('says when there are too many words to look at them all', async () => {
    const { sampled, warnings } = await domainCheck(keywordsRulebook(), { mostSteps: 10 });
    expect([sampled, warnings.map((words) => words(zh))]).to.deep.equal([
      true,
      [zh.rulebooks.check['words-unchecked']()],
    ]);
  });
});
