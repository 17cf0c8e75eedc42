import { expect } from 'chai';
import { fileName } from '../../src/web/file-name.ts';

describe('the name of an uploaded file', () => {
  for (const [what, written, shown] of [
    ['keeps Chinese', '廉政风险自查表（张三）.docx', '廉政风险自查表（张三）.docx'],
    ['loses its folders', '../../etc/passwd', 'passwd'],
    ['loses folders of Windows', String.raw`C:\Users\lin\自查表.xlsx`, '自查表.xlsx'],
    ['stays on one line', '自查\r\n表\u2028.csv', '自查 表 .csv'],
    ['cannot turn the direction of writing', 'exe\u202Excod.docx', 'exe xcod.docx'],
    ['keeps quotation marks and markup as text', '"><img src=x>.csv', '"><img src=x>.csv'],
    ['is never empty', '///', '?'],
  ] as const) {
    it(what, () => expect(fileName(written)).to.equal(shown));
  }

  it('is cut in the middle when it is too long, so that its ending shows', () => {
    const shown = fileName(`${'长'.repeat(300)}.docx`);
    expect([...shown].length).to.equal(120);
    expect(shown).to.match(/….*\.docx$/u);
  });
});
