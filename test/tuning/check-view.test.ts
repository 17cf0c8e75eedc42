import { expect } from 'chai';
import { zh } from '../../src/language/zh.ts';
import type { Rulebook } from '../../src/rulebooks/rulebook.ts';
import { checkView } from '../../src/tuning/check-page.ts';
import { sayingIn } from '../../src/tuning/saying.ts';
import { keywordsRulebook, noticeRulebook } from '../support/shipped-rulebooks.ts';

const { check: words } = zh.workbench;

function viewOf(rulebook: Rulebook, cases: number, sampled: boolean) {
  const check = { ok: true, cases, findings: [], sampled, warnings: [] };
  const parsed = { rulebook, lines: new Map<string, number>() };
  return checkView({ check, parsed, exampleGrades: [] }, sayingIn(rulebook, zh));
}

describe('what the workbench says of a verification', () => {
  it('says of all cases what is not among them', () => {
    const { sub, fine } = viewOf(noticeRulebook(), 1234, false);
    expect(sub).to.equal(words.sub('1,234'));
    expect(fine).to.include.members([words.fine.gap, words.fine.conflict, words.fine['non-monotone']]);
  });

  it('says of samples only that the examples pass', () => {
    const { sub, fine } = viewOf(noticeRulebook(), 1234, true);
    expect(sub).to.equal(words.subSampled('1,234'));
    expect(fine).to.deep.equal([words.fine.example(String(noticeRulebook().examples.length))]);
  });

  it('says of words whether all rules were compared, and nothing of cases', () => {
    const views = [false, true].map((sampled) => viewOf(keywordsRulebook(), 0, sampled));
    const example = words.fine.example(String(keywordsRulebook().examples.length));
    expect(views.map(({ sub }) => sub)).to.deep.equal([words.subNone, words.subUncompared]);
    expect(views.map(({ fine }) => fine)).to.deep.equal([[example], [example]]);
  });
});
