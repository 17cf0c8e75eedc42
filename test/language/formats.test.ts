import { expect } from 'chai';
import { formats } from '../../src/language/zh/formats.ts';

describe('how dates and numbers are written', () => {
  it('writes a date as on paper', () => {
    expect(formats.date('2021-04-06')).to.equal('2021 年 4 月 6 日');
  });

  it('tells the time of China, also across midnight', () => {
    expect(formats.instant('2021-04-25T16:05:00.000Z')).to.equal('2021 年 4 月 26 日 00:05');
  });

  it('tells the second in the trail', () => {
    expect(formats.exactInstant('2021-04-26T01:02:03.456Z')).to.equal('2021-04-26 09:02:03');
  });

  for (const [count, written] of [
    [0, '0'],
    [999, '999'],
    [1234, '1,234'],
    [1234567, '1,234,567'],
  ] as const) {
    it(`writes ${String(count)} as ${written}`, () => {
      expect(formats.count(count)).to.equal(written);
    });
  }

  it('knows no part of nothing', () => {
    expect([formats.percent(41, 302), formats.percent(0, 0)]).to.deep.equal(['13.6%', '']);
  });
});
