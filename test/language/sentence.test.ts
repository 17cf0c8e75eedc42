import { expect } from 'chai';
import fc from 'fast-check';
import { sentence, wordsOf } from '../../src/language/sentence.ts';

describe('a sentence with figures', () => {
  it('puts each figure where the language wants it, with its link', () => {
    const parts = sentence('其中一级 {one} 个。', {
      one: { text: '41', href: '/points?grade=1', isStrong: true },
    });
    expect(parts).to.deep.equal([
      { text: '其中一级 ', href: null, isStrong: false },
      { text: '41', href: '/points?grade=1', isStrong: true },
      { text: ' 个。', href: null, isStrong: false },
    ]);
  });

  for (const [total, said] of [
    ['1', '1 risk point found'],
    ['0', '0 risk points found'],
    ['1,001', '1,001 risk points found'],
  ] as const) {
    it(`makes words agree with ${total}`, () => {
      const parts = sentence('{total} risk {total|point|points} found', { total: { text: total } });
      expect(wordsOf(parts)).to.equal(said);
    });
  }

  it('refuses words that should agree with a figure that is missing', () => {
    expect(() => sentence('{none|one|many}', {})).to.throw('{none|one|many}');
  });

  it('refuses a template whose figure is missing', () => {
    expect(() => sentence('{none} 个', {})).to.throw('{none}');
  });

  it('never takes what people wrote for a template', () => {
    fc.assert(
      fc.property(fc.string(), (written) => {
        const parts = sentence('{unit}共有', { unit: { text: written } });
        expect(wordsOf(parts)).to.equal(`${written}共有`);
        expect(parts).to.have.length(2);
      }),
    );
  });
});
