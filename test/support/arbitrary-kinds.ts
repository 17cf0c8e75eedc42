import fc from 'fast-check';
import { KEY_DOMAINS } from '../../src/organisation/key-domain.ts';
import type {
  Comparison,
  Condition,
  CoverageRulebook,
  CoverageStatus,
  DomainRulebook,
} from '../../src/rulebooks/rulebook.ts';

const WORDS = { zh: '说明', en: 'words' };
const HEAD = {
  ...{ title: WORDS, description: WORDS },
  clauses: [{ code: '1', reference: WORDS, text: WORDS }],
};

/** Words that arbitrary domain rules look for, and of which arbitrary texts are made. */
const VOCABULARY = ['采购', '招标', '报销', '经费', '许可', '执法', '选拔', '补贴', '资产'];

/** Texts of a few of the words; some of none. */
export const arbitraryText: fc.Arbitrary<string> = fc
  .uniqueArray(fc.constantFrom(...VOCABULARY), { maxLength: 4 })
  .map((words) => `工作中${words.join('、')}环节把关不严`);

/** Coverage rulebooks without a gap: any conditions, the last rule applies to every cell. */
export const arbitraryCoverageRulebook: fc.Arbitrary<CoverageRulebook> = fc
  .array(fc.tuple(nested(coverageComparison()), arbitraryStatus()), { minLength: 1, maxLength: 5 })
  .map((rules) => ({
    ...HEAD,
    ...{ kind: 'coverage', name: 'key-domains' },
    rules: [
      ...rules.map(([when, status], index) => ({ ...named(index), when, status })),
      {
        ...{ ...named(rules.length), status: 'covered' },
        when: { fact: 'points', operator: 'atLeast', value: 0 },
      },
    ],
    examples: [],
  }));

/** Domain rulebooks whose rules look for any of the words, or for their absence. */
export const arbitraryDomainRulebook: fc.Arbitrary<DomainRulebook> = fc
  .array(fc.tuple(nested(wordComparison()), fc.constantFrom(...KEY_DOMAINS.slice(0, 5))), {
    minLength: 1,
    maxLength: 6,
  })
  .map((rules) => ({
    ...HEAD,
    ...{ kind: 'domain', name: 'keywords' },
    rules: rules.map(([when, domain], index) => ({ ...named(index), when, domain })),
    examples: [],
  }));

function named(index: number) {
  return { name: `rule-${String(index)}`, title: WORDS, reason: WORDS, clause: '1' };
}

function arbitraryStatus(): fc.Arbitrary<CoverageStatus> {
  return fc.constantFrom<CoverageStatus>('gap', 'weak', 'covered', 'exempt', 'not-expected');
}

function coverageComparison(): fc.Arbitrary<Comparison> {
  const number = fc.record({
    fact: fc.constantFrom('points', 'pointsAccepted', 'pointsWithMeasure', 'posts', 'postsWithPoints'),
    operator: fc.constantFrom('equal' as const, 'lessThan' as const, 'atLeast' as const),
    value: fc.nat({ max: 4 }),
  });
  const expected = fc.record({
    fact: fc.constant('expected'),
    operator: fc.constantFrom('equal' as const, 'notEqual' as const),
    value: fc.constantFrom('confirmed', 'suggested', 'no'),
  });
  return fc.oneof(number, expected);
}

function wordComparison(): fc.Arbitrary<Comparison> {
  const words = fc.record({
    fact: fc.constant('text'),
    operator: fc.constant('containsAny' as const),
    value: fc.uniqueArray(fc.constantFrom(...VOCABULARY), { minLength: 1, maxLength: 3 }),
  });
  const subject = fc.record({
    fact: fc.constant('subject'),
    operator: fc.constant('equal' as const),
    value: fc.constantFrom('risk-point', 'post'),
  });
  return fc.oneof({ weight: 5, arbitrary: words }, subject);
}

function nested(comparison: fc.Arbitrary<Comparison>): fc.Arbitrary<Condition> {
  const several = fc.array(comparison, { minLength: 1, maxLength: 2 });
  return fc.oneof<fc.Arbitrary<Condition>[]>(
    comparison,
    several.map((all) => ({ all })),
    several.map((any) => ({ any })),
    comparison.map((not) => ({ not })),
  );
}
