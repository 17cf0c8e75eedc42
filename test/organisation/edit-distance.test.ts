import { expect } from 'chai';
import fc from 'fast-check';
import { editDistance } from '../../src/organisation/edit-distance.ts';

const WORD = fc.string({ unit: fc.constantFrom('财', '务', '处', '政', '府', '𠮷'), maxLength: 8 });

describe('the distance between two words', () => {
  for (const { from, to, distance } of [
    { from: '', to: '', distance: 0 },
    { from: '', to: '财务处', distance: 3 },
    { from: '财务处', to: '财务处', distance: 0 },
    { from: '财务', to: '财务处', distance: 1 },
    { from: '财务处', to: '财物处', distance: 1 },
    { from: '务财处', to: '财务处', distance: 1 },
    { from: '规财处', to: '规划财务处', distance: 2 },
    { from: '𠮷林处', to: '吉林处', distance: 1 },
    { from: '办公室', to: '财务处', distance: 3 },
  ]) {
    it(`is ${String(distance)} from “${from}” to “${to}”`, () => {
      expect(editDistance(from, to)).to.equal(distance);
    });
  }

  it('is the same both ways, nothing to itself, and at most the longer length', () => {
    fc.assert(
      fc.property(WORD, WORD, (a, b) => {
        expect(editDistance(a, b)).to.equal(editDistance(b, a));
        expect(editDistance(a, a)).to.equal(0);
        expect(editDistance(a, b)).to.be.at.most(Math.max([...a].length, [...b].length));
        expect(editDistance(a, b) === 0).to.equal(a === b);
      }),
    );
  });

  it('is at most one after one character is left out', () => {
    fc.assert(
      fc.property(WORD, fc.nat({ max: 7 }), (word, index) => {
        const less = [...word].filter((_, at) => at !== index).join('');
        expect(editDistance(word, less)).to.be.at.most(1);
      }),
    );
  });
});
