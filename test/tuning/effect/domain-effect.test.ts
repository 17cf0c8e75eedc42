import { expect } from 'chai';
import { en } from '../../../src/language/en.ts';
import { wordsOf } from '../../../src/language/sentence.ts';
import { zh } from '../../../src/language/zh.ts';
import type { KeyDomain } from '../../../src/organisation/key-domain.ts';
import type { DomainState } from '../../../src/risk-points/risk-point.ts';
import {
  domainEffect,
  type ReadSubject,
  type SuggestedSubject,
} from '../../../src/tuning/effect/domain-effect.ts';
import { domainEffectFinding } from '../../../src/tuning/effect/domain-effect-page.ts';
import { filteredSubjects } from '../../../src/tuning/effect/effect-filter.ts';

const BUREAU = { id: 1, parentId: null, kind: 'bureau', name: '商务局', path: '/1/' } as const;
const OFFICE = { id: 2, parentId: 1, kind: 'division', name: '办公室', path: '/1/2/' } as const;

let ids = 0;

function aSubject(
  kind: SuggestedSubject['kind'],
  unitPath: string,
  states: Readonly<Partial<Record<KeyDomain, DomainState>>>,
  [before, after]: readonly [readonly KeyDomain[], readonly KeyDomain[]],
): ReadSubject {
  ids += 1;
  const domains = Object.entries(states).map(([domain, state], index) => ({
    // The keys of the record are domains.
    domain: domain as KeyDomain,
    state,
    isMain: index === 0,
    evidence: '词',
  }));
  const said = (named: readonly KeyDomain[]) =>
    named.map((domain) => ({ domain, rule: `${domain}-rule`, words: ['词'] }));
  const subject = { kind, id: ids, text: '文字', unitPath, unit: '办公室', post: '科员', domains };
  return { subject, before: said(before), after: said(after) };
}

function effectOf(...read: readonly ReadSubject[]) {
  return domainEffect(read, { bureau: BUREAU, units: [OFFICE] }, 0);
}

describe('what a change of domain rules would do', () => {
  it('counts points that would get other suggestions, with what they gain and lose', () => {
    const effect = effectOf(
      aSubject('risk-point', '/1/2/', { finance: 'suggested' }, [['finance'], ['assets', 'procurement']]),
      aSubject('risk-point', '/1/2/', { finance: 'suggested' }, [['finance'], ['finance']]),
    );
    expect(effect.points).to.deep.equal({ changed: 1, gained: 2, lost: 1 });
    const finance = effect.domains.find(({ domain }) => domain === 'finance');
    expect(finance?.points).to.deep.equal({ changed: 1, gained: 0, lost: 1 });
  });

  it('counts posts beside points, and a section for its division', () => {
    const effect = effectOf(aSubject('post', '/1/2/9/', {}, [[], ['finance']]));
    expect(effect.divisions).to.deep.equal([
      {
        ...{ unitId: 2, unit: '办公室', points: { changed: 0, gained: 0, lost: 0 } },
        posts: { changed: 1, gained: 1, lost: 0 },
      },
    ]);
  });

  for (const state of ['accepted', 'rejected'] as const) {
    it(`leaves a domain that somebody ${state}, and says so`, () => {
      const effect = effectOf(
        aSubject('risk-point', '/1/2/', { finance: state }, [['finance'], ['assets']]),
        aSubject('risk-point', '/1/2/', { finance: state }, [['finance'], []]),
      );
      expect(effect.moved.map(({ gained, lost }) => [gained, lost])).to.deep.equal([[['assets'], []]]);
      expect(effect.kept).to.equal(1);
    });
  }

  it('takes another suggestion for the main domain of a point for a change, of a post for none', () => {
    const sides = [
      ['finance', 'assets'],
      ['assets', 'finance'],
    ] as const;
    const effect = effectOf(
      aSubject('risk-point', '/1/2/', {}, sides),
      aSubject('post', '/1/2/', {}, sides),
      aSubject('risk-point', '/1/2/', { procurement: 'accepted' }, sides),
    );
    expect(effect.moved.map(({ subject }) => subject.kind)).to.deep.equal(['risk-point']);
  });

  const point = (...sides: Parameters<typeof aSubject>[3]) => aSubject('risk-point', '/1/2/', {}, sides);
  const post = (...sides: Parameters<typeof aSubject>[3]) => aSubject('post', '/1/2/', {}, sides);
  for (const [what, read, zhWords, enWords] of [
    [
      'points and posts',
      [point(['finance'], ['assets']), post([], ['finance'])],
      '1 个风险点、1 个岗位的领域建议会变（新增 2 条，取消 1 条）。',
      '1 risk point and 1 post would get other suggested domains (2 more, 1 fewer).',
    ],
    [
      'points alone',
      [point([], ['assets'])],
      '1 个风险点的领域建议会变（新增 1 条）。',
      '1 risk point would get other suggested domains (1 more).',
    ],
    [
      'posts alone',
      [post(['assets'], []), post(['finance'], [])],
      '2 个岗位的领域建议会变（取消 2 条）。',
      '2 posts would get other suggested domains (2 fewer).',
    ],
    [
      'main domains alone',
      [point(['finance', 'assets'], ['assets', 'finance'])],
      '1 个风险点的领域建议会变（只换主要领域）。',
      '1 risk point would get other suggested domains (only which is the main one).',
    ],
  ] as const) {
    it(`is said of ${what}, and nothing is said of what is zero`, () => {
      const effect = effectOf(...read);
      expect(wordsOf(domainEffectFinding(effect, zh))).to.equal(`如按此草稿执行，${zhWords}`);
      expect(wordsOf(domainEffectFinding(effect, en))).to.equal(`Under this draft ${enWords}`);
    });
  }

  it('says for how many points each rule suggests, and how many points have older suggestions', () => {
    const effect = effectOf(
      aSubject('risk-point', '/1/2/', { assets: 'suggested' }, [['finance'], ['finance']]),
      aSubject('post', '/1/2/', {}, [['finance'], ['finance']]),
    );
    expect([...effect.decides]).to.deep.equal([['finance-rule', 1]]);
    expect(effect.outdated).to.equal(1);
  });

  it('lists what gains or loses a domain, or stands in a division', () => {
    const effect = effectOf(
      aSubject('risk-point', '/1/', {}, [['finance'], ['assets']]),
      aSubject('post', '/1/2/', {}, [[], ['finance']]),
    );
    const found = (conditions: Parameters<typeof filteredSubjects>[1]): readonly string[] =>
      filteredSubjects(effect.moved, conditions).map(({ subject }) => subject.kind);
    expect(found({ domain: 'finance' })).to.deep.equal(['risk-point', 'post']);
    expect(found({ domain: 'finance', change: 'lost' })).to.deep.equal(['risk-point']);
    expect(found({ unitId: 1 })).to.deep.equal(['risk-point']);
    expect(found({ subject: 'post', change: 'gained' })).to.deep.equal(['post']);
  });
});
