import { expect } from 'chai';
import type { Clause, Rulebook } from '../../src/rulebooks/rulebook.ts';
import { placedRules } from '../../src/rulebooks/placed-rules.ts';
import { citationsOf } from '../../src/tuning/clause-edit.ts';
import { edit } from '../../src/tuning/draft-edit.ts';
import { draftTextOf } from '../../src/tuning/draft-text.ts';
import {
  fiveByFiveRulebook,
  keyDomainsRulebook,
  keywordsRulebook,
  noticeRulebook,
  shippedGrading,
  soundRulebook,
} from '../support/shipped-rulebooks.ts';

const MINUTES: Clause = {
  code: 'minutes-2021-6',
  reference: { zh: '党组会议纪要〔2021〕6 号', en: 'Minutes of the party group 2021 no. 6' },
  text: { zh: '按此执行。', en: 'To be followed.' },
};

function edited(rulebook: Rulebook, replaces: string | null, clause: Clause): Rulebook {
  const result = edit(rulebook, { kind: 'put-clause', replaces, clause });
  if ('faults' in result) throw new Error(JSON.stringify(result.faults));
  return soundRulebook(draftTextOf(result.rulebook));
}

describe('a clause of a draft', () => {
  for (const rulebook of [
    noticeRulebook(),
    fiveByFiveRulebook(),
    shippedGrading('grading/power-held.json'),
    keyDomainsRulebook(),
    keywordsRulebook(),
  ]) {
    const [first] = rulebook.clauses;
    if (first === undefined) throw new Error('no clause');

    it(`of ${rulebook.name} is added behind the others`, () => {
      expect(edited(rulebook, null, MINUTES).clauses).to.deep.equal([...rulebook.clauses, MINUTES]);
    });

    it(`of ${rulebook.name} changes in its place, and what rests on it follows its code`, () => {
      const after = edited(rulebook, first.code, MINUTES);
      expect(after.clauses).to.deep.equal([MINUTES, ...rulebook.clauses.slice(1)]);
      expect(citationsOf(after, MINUTES.code)).to.deep.equal(citationsOf(rulebook, first.code));
      expect(placedRules(after).map(({ rule }) => rule.clause)).to.deep.equal(
        placedRules(rulebook).map(({ rule }) => (rule.clause === first.code ? MINUTES.code : rule.clause)),
      );
    });
  }

  it('is refused by field, with what is wrong', () => {
    const rulebook = noticeRulebook();
    const [first] = rulebook.clauses;
    const long = { zh: '长'.repeat(2001), en: 'long' };
    for (const [clause, fault] of [
      [
        { ...MINUTES, reference: { zh: '', en: 'x' } },
        { field: 'reference-zh', fault: 'missing', at: 'reference-zh' },
      ],
      [
        { ...MINUTES, text: { zh: '有', en: '' } },
        { field: 'wording-en', fault: 'missing', at: 'text-en' },
      ],
      [
        { ...MINUTES, text: long },
        { field: 'wording-zh', fault: 'long', at: 'text-zh' },
      ],
      [
        { ...MINUTES, code: 'Minutes 6' },
        { field: 'code', fault: 'unwritable', at: 'code' },
      ],
      [
        { ...MINUTES, code: first?.code ?? '' },
        { field: 'code', fault: 'taken', at: 'code' },
      ],
    ] as const)
      expect(edit(rulebook, { kind: 'put-clause', replaces: null, clause })).to.deep.equal({
        faults: [fault],
      });
    expect(edit(rulebook, { kind: 'put-clause', replaces: 'gone', clause: MINUTES })).to.deep.equal({
      faults: [{ field: 'provision', fault: 'gone' }],
    });
  });

  it('is refused with all that is wrong at once', () => {
    const clause = { code: '', reference: { zh: '', en: '' }, text: { zh: '有', en: '' } };
    expect(edit(noticeRulebook(), { kind: 'put-clause', replaces: null, clause })).to.deep.equal({
      faults: [
        { field: 'reference-zh', fault: 'missing', at: 'reference-zh' },
        { field: 'reference-en', fault: 'missing', at: 'reference-en' },
        { field: 'wording-en', fault: 'missing', at: 'text-en' },
      ],
    });
  });

  it('goes only while nothing rests on it', () => {
    const rulebook = edited(noticeRulebook(), null, MINUTES);
    const removed = (code: string) => edit(rulebook, { kind: 'remove-clause', code });
    expect(removed(MINUTES.code)).to.deep.equal({ rulebook: noticeRulebook() });
    const cited = placedRules(rulebook)[0]?.rule.clause ?? '';
    expect(removed(cited)).to.deep.equal({ faults: [{ field: 'provision', fault: 'cited' }] });
    expect(removed('gone')).to.deep.equal({ faults: [{ field: 'provision', fault: 'gone' }] });
  });
});
