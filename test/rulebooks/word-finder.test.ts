import { expect } from 'chai';
import fc from 'fast-check';
import { wordFinder } from '../../src/rulebooks/word-finder.ts';

/** Of few characters, so that words overlap, begin alike and stand one in another; one is two code units long. */
const few = fc.string({ unit: fc.constantFrom('采', '购', '招', '标', 'a', '𠮷'), maxLength: 8 });

describe('finding words in a text', () => {
  it('finds exactly those that the text includes', () => {
    fc.assert(
      fc.property(fc.array(few, { maxLength: 12 }), few, (words, text) => {
        const found = wordFinder(words)(text);
        expect([...found].sort()).to.deep.equal(
          [...new Set(words.filter((word) => text.includes(word)))].sort(),
        );
      }),
    );
  });

  it('looks at each place of a text once, and compares there the few words that begin alike alone', () => {
    const words = Array.from({ length: 2000 }, (_, index) => `${String.fromCharCode(0x4e00 + index)}购`);
    const text = String.fromCharCode(...Array.from({ length: 3000 }, (_, index) => 0x4e00 + (index % 2500)));
    const looks = { at: 0, compared: 0 };
    const counting = {
      length: text.length,
      charCodeAt: (at: number) => {
        looks.at += 1;
        return text.charCodeAt(at);
      },
      startsWith: (word: string, at: number) => {
        looks.compared += 1;
        return text.startsWith(word, at);
      },
    };
    // Of a text the finder asks nothing else.
    expect([...wordFinder(words)(counting as unknown as string)]).to.deep.equal([]);
    expect(looks.at).to.equal(text.length);
    expect(looks.compared).to.be.at.most(text.length);
  });
});
