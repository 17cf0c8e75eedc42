import { expect } from 'chai';
import fc from 'fast-check';
import { bigramQuery, bigramsOf } from '../../src/platform/bigrams.ts';

describe('texts as pairs of characters', () => {
  it('keep each text apart, its last character alone', () => {
    expect(bigramsOf(['采购岗', 'OA'])).to.equal('采购 购岗 岗 oa a');
  });

  it('are asked for as runs of pairs, or as what begins with a character', () => {
    expect(bigramQuery(['采购岗', '购', '招标'])).to.equal('"采购 购岗" AND "购" * AND "招标"');
  });

  it('hold no sign that FTS5 would take for syntax', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        expect(bigramsOf([text])).not.to.match(/[!-/:-@[-`{-~]/u);
      }),
    );
  });
});
