import { expect } from 'chai';
import { readDate } from '../../src/intake/recognition/dates.ts';

const DATES: readonly (readonly [string, string])[] = [
  ['2021年4月22日', '2021-04-22'],
  ['2021 年 4 月 22 日', '2021-04-22'],
  ['２０２１年４月２２日', '2021-04-22'],
  ['2021.4.22', '2021-04-22'],
  ['2021．04．22', '2021-04-22'],
  ['2021-04-22', '2021-04-22'],
  ['2021/4/22', '2021-04-22'],
  ['20210422', '2021-04-22'],
  ['21年4月22日', '2021-04-22'],
  ['2021-04-22 00:00:00', '2021-04-22'],
  ['2021-04-22T00:00:00.000Z', '2021-04-22'],
  ['2021年4月22日（星期四）', '2021-04-22'],
  ['二〇二一年四月二十二日', '2021-04-22'],
  ['二○二一年十二月三十一日', '2021-12-31'],
  ['二零二一年十月廿二日', '2021-10-22'],
  ['44308', '2021-04-22'],
  ['2024年2月29日', '2024-02-29'],
];

const NO_DATES = [
  '2021年2月29日',
  '2021.13.1',
  '2021年4月',
  '四月底',
  '4月22日',
  '22/4/2021',
  '2021.4.22.1',
  '1021年4月22日',
];
const BLANK_DATES = ['', '年 月 日', '  年  月  日', '2021年 月 日', '20  年 月 日', '____年__月__日', ' '];

describe('dates', () => {
  for (const [words, iso] of DATES) {
    it(`${words} is ${iso}`, () => {
      expect(readDate(words)).to.deep.equal({ iso });
    });
  }

  it('that are none are unreadable, never another day', () => {
    expect(NO_DATES.map(readDate)).to.deep.equal(NO_DATES.map(() => 'unreadable'));
  });

  it('still to be filled in are blank', () => {
    expect(BLANK_DATES.map(readDate)).to.deep.equal(BLANK_DATES.map(() => 'blank'));
  });
});
