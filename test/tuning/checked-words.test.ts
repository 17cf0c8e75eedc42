import { expect } from 'chai';
import { en } from '../../src/language/en.ts';
import { zh } from '../../src/language/zh.ts';
import { checkedWords } from '../../src/tuning/version-words-page.ts';

describe('how far a check of rules went, in words', () => {
  for (const [check, chinese, english] of [
    [{ cases: 1234, sampled: false }, '已检查全部 1,234 种情形', 'All 1,234 cases were checked'],
    [{ cases: 1234, sampled: true }, '共有 1,234 种情形，太多，只抽查了一部分', 'only samples were judged'],
    [{ cases: 0, sampled: false }, '没有不起作用或多余的规则', 'no rule is idle or redundant'],
    [{ cases: 0, sampled: true }, '没有全部比较', 'too many rules to compare'],
  ] as const) {
    it(`says of ${JSON.stringify(check)}: ${chinese}`, () => {
      expect(checkedWords(check, zh)).to.include(chinese);
      expect(checkedWords(check, en)).to.include(english);
    });
  }
});
