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
});
