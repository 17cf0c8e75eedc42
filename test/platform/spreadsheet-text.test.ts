import { expect } from 'chai';
import fc from 'fast-check';
import { spreadsheetText } from '../../src/platform/spreadsheet-text.ts';

describe('a text in a spreadsheet', () => {
  for (const text of [
    '=1+1',
    '+86',
    '-5',
    '@SUM(A1)',
    '\t=1',
    '\r=1',
    '\n=1',
    '＝cmd|calc',
    '＋1',
    '－1',
    '＠a',
  ]) {
    it(`cannot act as a formula: ${JSON.stringify(text)}`, () => {
      expect(spreadsheetText(text)).to.equal(`'${text}`);
    });
  }

  for (const text of ['', '采购需求设置倾向性条款。', '1. 未按规定公示', ' =1', 'a=b', '—']) {
    it(`stays as it is where it cannot: ${JSON.stringify(text)}`, () => {
      expect(spreadsheetText(text)).to.equal(text);
    });
  }

  it('never begins like a formula, whatever it says, and is written out whole', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'grapheme' }), (text) => {
        const cell = spreadsheetText(text);
        expect(cell).not.to.match(/^[=+\-@\t\r\n]/u);
        expect(cell.endsWith(text)).to.equal(true);
      }),
    );
  });
});
