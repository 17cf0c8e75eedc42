import { expect } from 'chai';
import fc from 'fast-check';
import { KEY_DOMAINS } from '../../src/organisation/key-domain.ts';
import { domainPlan } from '../../src/risk-points/domain-change.ts';
import { afterDecision, withAccepted, type DomainDecision } from '../../src/risk-points/point-domains.ts';
import type { PointDomain } from '../../src/risk-points/risk-point.ts';

/** `procurement suggested main words`: a domain, its state, whether it is the main one, whether rules suggest it. */
function domainsIn(written: string): readonly PointDomain[] {
  return written.split(', ').flatMap((one) => {
    const [code, state, ...marks] = one.split(' ');
    const domain = KEY_DOMAINS.find((candidate) => candidate === code);
    if (domain === undefined || (state !== 'suggested' && state !== 'accepted' && state !== 'rejected'))
      return [];
    return [
      { domain, state, isMain: marks.includes('main'), evidence: marks.includes('words') ? '招标' : null },
    ];
  });
}

function written(domains: readonly PointDomain[]): string {
  return domains
    .map(({ domain, state, isMain, evidence }) =>
      [domain, state, ...(isMain ? ['main'] : []), ...(evidence === null ? [] : ['words'])].join(' '),
    )
    .join(', ');
}

const SUGGESTED = 'procurement suggested main words, finance suggested words';
const BOTH = 'procurement accepted main words, finance accepted words';

const CASES: readonly (readonly [string, DomainDecision, string, string])[] = [
  [
    'accepting the suggested main domain keeps it the main one',
    { kind: 'accept', domain: 'procurement' },
    SUGGESTED,
    'procurement accepted main words, finance suggested words',
  ],
  [
    'the first domain that is accepted becomes the main one',
    { kind: 'accept', domain: 'finance' },
    SUGGESTED,
    'procurement suggested words, finance accepted main words',
  ],
  [
    'a further domain that is accepted does not',
    { kind: 'accept', domain: 'assets' },
    'procurement accepted main words',
    'procurement accepted main words, assets accepted',
  ],
  [
    'the next accepted domain takes the place of a main one that is rejected',
    { kind: 'reject', domain: 'procurement' },
    BOTH,
    'procurement rejected words, finance accepted main words',
  ],
  [
    'the next suggestion takes the place of a suggested main one that is rejected',
    { kind: 'reject', domain: 'procurement' },
    SUGGESTED,
    'procurement rejected words, finance suggested main words',
  ],
  [
    'making a suggested domain the main one accepts it',
    { kind: 'make-main', domain: 'finance' },
    'procurement accepted main words, finance suggested words',
    'procurement accepted words, finance accepted main words',
  ],
  [
    'a domain that nobody named can be made the main one',
    { kind: 'make-main', domain: 'assets' },
    SUGGESTED,
    'procurement suggested words, finance suggested words, assets accepted main',
  ],
  [
    'what the rules suggest is a suggestion again when it is taken back',
    { kind: 'take-back', domain: 'procurement' },
    'procurement rejected words',
    'procurement suggested main words',
  ],
  [
    'what only a person named is gone when it is taken back',
    { kind: 'take-back', domain: 'assets' },
    'assets accepted main, finance suggested words',
    'finance suggested main words',
  ],
  ['all suggestions can be accepted', { kind: 'accept-suggested' }, SUGGESTED, BOTH],
  [
    'all suggestions can be rejected',
    { kind: 'reject-suggested' },
    'assets accepted main, finance suggested words',
    'assets accepted main, finance rejected words',
  ],
];

const decisions: fc.Arbitrary<DomainDecision> = fc.oneof(
  fc.record({
    kind: fc.constantFrom('accept' as const, 'reject' as const, 'make-main' as const, 'take-back' as const),
    domain: fc.constantFrom(...KEY_DOMAINS),
  }),
  fc.record({ kind: fc.constantFrom('accept-suggested' as const, 'reject-suggested' as const) }),
);

describe('deciding about the domains of a point', () => {
  for (const [title, decision, known, wanted] of CASES) {
    it(title, () => {
      expect(written(afterDecision(domainsIn(known), decision))).to.equal(wanted);
    });
  }

  it('leaves one main domain, accepted if any is, whatever was decided before', () => {
    fc.assert(
      fc.property(fc.array(decisions, { minLength: 1, maxLength: 12 }), (all) => {
        const domains = all.reduce(afterDecision, domainsIn(SUGGESTED));
        const standing = domains.filter(({ state }) => state !== 'rejected');
        const [main, ...others] = domains.filter(({ isMain }) => isMain);
        const hasAccepted = domains.some(({ state }) => state === 'accepted');
        expect(others).to.deep.equal([]);
        expect(main?.state).to.equal(
          standing.length === 0 ? undefined : hasAccepted ? 'accepted' : 'suggested',
        );
      }),
    );
  });
});

describe('the changes that a decision makes', () => {
  it('are none where nothing changes', () => {
    const known = domainsIn(BOTH);
    expect(
      domainPlan(1, known, afterDecision(known, { kind: 'accept', domain: 'finance' })).changes,
    ).to.deep.equal([]);
  });

  it('name each domain with how it stood and how it stands, and the main one for grading', () => {
    const known = domainsIn('procurement accepted main words, finance suggested words');
    expect(domainPlan(1, known, withAccepted(known, ['finance']))).to.deep.equal({
      pointId: 1,
      main: 'finance',
      changes: [
        {
          domain: 'procurement',
          from: { state: 'accepted', isMain: true },
          to: { state: 'accepted', isMain: false },
          evidence: '招标',
        },
        {
          domain: 'finance',
          from: { state: 'suggested', isMain: false },
          to: { state: 'accepted', isMain: true },
          evidence: '招标',
        },
      ],
    });
  });
});
