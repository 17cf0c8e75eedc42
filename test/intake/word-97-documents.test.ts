import { expect } from 'chai';
import { readFileSync } from 'node:fs';
import { formsIn, reading } from '../support/reading.ts';

/** Made by a word processor from documents like those that the other tests build as .docx. */
function word97(name: string): Buffer {
  return readFileSync(`${import.meta.dirname}/word-97/${name}.doc`);
}

describe('a Word 97 document', () => {
  it('may have all risks in one cell that begins with a blank line', async () => {
    const [form] = (await reading(word97('one-cell'))).forms;
    expect(form?.risks.map(({ text, measure }) => [text.value, measure?.value ?? null])).to.deep.equal([
      ['甲风险。', '甲措施。'],
      ['乙风险。', '乙措施。'],
      ['丙风险。', null],
    ]);
    expect([form?.unit?.value, form?.filledOn?.value]).to.deep.equal(['办公室', '2021-04-22']);
    expect(form?.opinions.map(({ text }) => text.value)).to.deep.equal(['同意\n签字：王某 2021年4月23日']);
  });

  it('may have risks that Word numbers by itself', async () => {
    const [form] = await formsIn(word97('automatic-numbers'));
    expect(form).to.deep.include({
      risks: ['甲风险。', '乙风险。', '丙风险。'],
      measures: ['甲措施。', '乙措施。', '丙措施。'],
    });
  });

  it('may have a table inside a cell', async () => {
    const [form] = await formsIn(word97('table-in-a-cell'));
    expect(form).to.deep.include({ risks: ['甲风险', '乙风险'], measures: ['甲措施', '乙措施'] });
  });

  it('may have its form inside a frame', async () => {
    const [form] = await formsIn(word97('framed-table'));
    expect(form).to.deep.include({
      unit: '办公室',
      name: '林某',
      risks: ['采购需求设置倾向性条款。', '履约验收走过场。'],
    });
  });

  it('may have the forms of three people', async () => {
    expect(
      (await formsIn(word97('three-people'))).map(({ name, measures }) => [name, measures.length]),
    ).to.deep.equal([
      ['陈某', 2],
      ['林某', 2],
      ['阿·买', 2],
    ]);
  });

  it('may have cells merged down, a risk without a measure, and risks of the division', async () => {
    const { forms, findings } = await reading(word97('merged-cells'));
    expect(
      forms.map(({ name, ownedByUnit, risks }) => [
        name?.value ?? ownedByUnit,
        risks.map(({ text, measure, grade }) => [text.value, measure?.value ?? null, grade?.value]),
      ]),
    ).to.deep.equal([
      [
        '陈某',
        [
          ['风险甲', '措施甲', 1],
          ['风险乙', null, 2],
        ],
      ],
      [true, [['风险丙', '措施丙', 2]]],
    ]);
    expect(findings).to.deep.equal([]);
  });
});
