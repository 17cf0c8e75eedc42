import { expect } from 'chai';
import fc from 'fast-check';
import { searchKey, searchWords } from '../../src/language/normalise.ts';
import { excerptOf, markedText, wordsIn, type MarkedPart } from '../../src/web/marked-text.ts';

/** The parts as one text, the marked ones in brackets. */
function shown(parts: readonly MarkedPart[]): string {
  return parts.map(({ text, isMarked }) => (isMarked ? `[${text}]` : text)).join('');
}

describe('the words of a query', () => {
  for (const [query, words] of [
    ['采购', ['采购']],
    ['  采购　招标 采购 ', ['采购', '招标']],
    ['ＡＢＣ１２３', ['abc123']],
    ['阿依古丽•买买提', ['阿依古丽·买买提']],
    ['\u200b  \u0000', []],
    ['一 二 三 四 五 六 七 八 九', ['一', '二', '三', '四', '五', '六', '七', '八']],
  ] as const) {
    it(`are ${String(words.length)} in ${JSON.stringify(query)}`, () => {
      expect(searchWords(query)).to.deep.equal(words);
    });
  }
});

describe('a text with what was searched for marked', () => {
  for (const [text, query, marked] of [
    ['政府采购岗的采购', '采购', '政府[采购]岗的[采购]'],
    ['政府采购', '政府 采购', '[政府采购]'],
    ['哈哈哈', '哈哈', '[哈哈哈]'],
    ['使用ＥＲＰ系统', 'erp', '使用[ＥＲＰ]系统'],
    ['姓　名：吴 启航', '吴启航', '姓　名：[吴 启航]'],
    ['气温 20℃', '℃', '气温 20[℃]'],
    ['𠮷野家采购', '家采', '𠮷野[家采]购'],
    ['没有', '采购', '没有'],
    ['<b>采购</b>', '<b>', '[<b>]采购</b>'],
  ] as const) {
    it(`shows ${marked}`, () => {
      expect(shown(markedText(text, searchWords(query)))).to.equal(marked);
    });
  }

  it('is the text again when the parts are joined, and marks nothing that does not match', () => {
    const characters = fc.string({ unit: fc.constantFrom('采', '购', 'Ａ', 'a', ' ', '℃', '𠮷', '\u200b') });
    fc.assert(
      fc.property(characters, characters, (text, query) => {
        const words = searchWords(query);
        const parts = markedText(text, words);
        expect(parts.map((part) => part.text).join('')).to.equal(text);
        const found = words.some((word) => searchKey(text).includes(word));
        expect(parts.some(({ isMarked }) => isMarked)).to.equal(found);
      }),
    );
  });
});

describe('an excerpt', () => {
  const long = `${'前'.repeat(100)}采购${'后'.repeat(100)}`;

  it('is a whole text that is short', () => {
    expect(shown(excerptOf('负责政府采购。', ['采购']))).to.equal('负责政府[采购]。');
  });

  it('stands around the first match and says what was left out', () => {
    expect(shown(excerptOf(long, ['采购']))).to.equal(`…${'前'.repeat(12)}[采购]${'后'.repeat(46)}…`);
  });

  it('names the words that are there', () => {
    expect(wordsIn(long, ['采购', '招标'])).to.deep.equal(['采购']);
  });
});
