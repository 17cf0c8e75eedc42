import { expect } from 'chai';
import { KEY_DOMAINS } from '../../src/organisation/key-domain.ts';
import { domainJudge } from '../../src/rulebooks/domain-judge.ts';
import type { DomainRulebook } from '../../src/rulebooks/rulebook.ts';
import { keywordsRulebook } from '../support/shipped-rulebooks.ts';

describe('the suggestion of key domains', () => {
  const keywords = keywordsRulebook();
  const judge = domainJudge(keywords);

  it('names the rule and the words of the text that speak for a domain', async () => {
    expect(await judge.suggest('化整为零规避公开招标，将应集中采购项目拆分。', 'risk-point')).to.deep.equal([
      { domain: 'procurement', rule: 'procurement-words', words: ['集中采购', '采购项目', '招标', '采购'] },
    ]);
  });

  it('names a domain once, though two rules suggest it', async () => {
    const suggestions = await judge.suggest('负责行政许可、行政审批事项的受理、审查。', 'post');
    expect(suggestions.map(({ domain, rule }) => [domain, rule])).to.deep.equal([
      ['approvals', 'approval-words'],
    ]);
  });

  it('puts the domain first whose rule stands first, for the main domain', async () => {
    const suggestions = await judge.suggest('财务报销和政府采购把关不严。', 'risk-point');
    expect(suggestions.map(({ domain }) => domain)).to.deep.equal(['procurement', 'finance']);
  });

  it('reads words through full-width forms, white space and line breaks', async () => {
    const suggestions = await judge.suggest('报 销\n审核把关不严，ＰＯＳ 机票 据缺失', 'risk-point');
    expect(suggestions.map(({ domain, words }) => [domain, words])).to.deep.equal([
      ['finance', ['报销', '票据']],
    ]);
  });

  it('tells duties of a post from a risk', async () => {
    const text = '负责单用途预付卡备案。';
    const found = await Promise.all([judge.suggest(text, 'post'), judge.suggest(text, 'risk-point')]);
    expect(found.map((suggestions) => suggestions.length)).to.deep.equal([1, 0]);
  });

  it('takes words that speak against a rule for no evidence', async () => {
    const against: DomainRulebook = {
      ...keywords,
      rules: keywords.rules.slice(0, 1).map((rule) => ({
        ...rule,
        when: {
          all: [
            { fact: 'text', operator: 'containsAny', value: ['检查', '抽查'] },
            { not: { fact: 'text', operator: 'containsAny', value: ['自查'] } },
          ],
        },
      })),
    };
    const found = await domainJudge(against).suggest('现场检查走过场', 'risk-point');
    expect(found.map(({ words }) => words)).to.deep.equal([['检查']]);
  });

  it('has rules and examples for each of the eleven domains, of risks and of duties', () => {
    const ruled = new Set(keywords.rules.map(({ domain }) => domain));
    const shown = new Set(keywords.examples.flatMap(({ expect: { domains } }) => domains));
    const subjects = new Set(keywords.examples.map(({ facts }) => facts.subject));
    expect([ruled, shown, subjects]).to.deep.equal([
      new Set(KEY_DOMAINS),
      new Set(KEY_DOMAINS),
      new Set(['risk-point', 'post']),
    ]);
  });
});
