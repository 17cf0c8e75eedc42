import { expect } from 'chai';
import { en } from '../../src/language/en.ts';

const { formats } = en;

describe('how English is written', () => {
  it('writes a date with the name of the month', () => {
    expect(formats.date('2021-04-06')).to.equal('6 April 2021');
  });

  it('tells the time of China, also across midnight', () => {
    expect(formats.instant('2021-04-25T16:05:00.000Z')).to.equal('26 April 2021, 00:05');
  });

  for (const [items, written] of [
    [[], ''],
    [['Finance'], 'Finance'],
    [['Finance', 'Assets'], 'Finance and Assets'],
    [['Finance', 'Assets', 'Personnel'], 'Finance, Assets and Personnel'],
  ] as const) {
    it(`lists ${String(items.length)} things`, () => {
      expect(formats.list(items)).to.equal(written);
    });
  }

  for (const [place, written] of [
    [{ sheet: 'Sheet1', row: 5, column: 3 }, 'sheet “Sheet1”, row 5, column 3'],
    [{ table: 1, row: 3 }, 'table 1, row 3'],
    [{ line: 7, column: 2 }, 'line 7, column 2'],
    [{}, ''],
  ] as const) {
    it(`names the place ${JSON.stringify(place)}`, () => {
      expect(formats.place(place)).to.equal(written);
    });
  }

  it('counts one thing and several', () => {
    const { measureCount } = en.riskPoints.row;
    expect([measureCount('1'), measureCount('2')]).to.deep.equal(['1 measure', '2 measures']);
  });
});
