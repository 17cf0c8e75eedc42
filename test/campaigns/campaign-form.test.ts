import { expect } from 'chai';
import { noticeFaults, yearIn } from '../../src/campaigns/campaign-form.ts';
import { isDate } from '../../src/platform/calendar-day.ts';

describe('the form of a campaign', () => {
  for (const date of ['2021-04-26', '2024-02-29']) {
    it(`takes ${date} for a day`, () => {
      expect(isDate(date)).to.equal(true);
    });
  }
  for (const text of [
    '',
    '2021-4-26',
    '2021-02-30',
    '2023-02-29',
    '20210426',
    '2021-13-01',
    '明天',
    '0021-01-01',
  ]) {
    it(`does not take “${text}” for a day`, () => {
      expect(isDate(text)).to.equal(false);
    });
  }
  for (const { year, known } of [
    { year: '2022', known: 2022 },
    { year: ' 2022 ', known: 2022 },
    { year: '1999', known: null },
    { year: '2101', known: null },
    { year: '22', known: null },
    { year: '', known: null },
  ]) {
    it(`understands the year “${year}” as ${String(known)}`, () => {
      expect(yearIn({ year })).to.equal(known);
    });
  }
  it('names each field that is wrong', () => {
    const faults = noticeFaults({ number: '号'.repeat(61), opens: '2021-04-31', due: 'x' });
    expect(faults.map(({ code }) => code)).to.deep.equal(['number-too-long', 'opens-invalid', 'due-invalid']);
  });
  it('wants the due date not before the opening', () => {
    expect(noticeFaults({ opens: '2021-04-26', due: '2021-04-20' })[0]?.code).to.equal('due-before');
    expect(noticeFaults({ opens: '2021-04-20', due: '2021-04-20' })).to.deep.equal([]);
    expect(noticeFaults({})).to.deep.equal([]);
  });
});
