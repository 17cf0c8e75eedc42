import { expect } from 'chai';
import fc from 'fast-check';
import { numberedItems } from '../../src/intake/recognition/numbered-items.ts';

describe('numbered texts', () => {
  const TEXTS: readonly (readonly [string, readonly string[]])[] = [
    ['1、涉及3.5万元，按2、3号文办理。\n2、乙', ['涉及3.5万元，按2、3号文办理。', '乙']],
    ['1、2021年预算不实；2、2020年决算', ['2021年预算不实', '2020年决算']],
    ['1、甲\n2.乙\n3、丙', ['甲', '乙', '丙']],
    ['1. 甲2. 乙', ['甲', '乙']],
    ['1、甲2、乙3、丙', ['甲', '乙', '丙']],
    ['1、因第1、2季度甲。2、乙。', ['因第1、2季度甲。', '乙。']],
    ['（一）甲\n1、子\n2、丑\n（二）乙', ['甲\n1、子\n2、丑', '乙']],
    ['1、甲（①子②丑）。2、乙。', ['甲（①子②丑）。', '乙。']],
    ['一、二级风险并存', ['一、二级风险并存']],
    ['一、甲\n二、三方验收', ['甲', '三方验收']],
    ['3、只有一条', ['只有一条']],
    ['1、甲。\n3、丙。', ['甲。', '丙。']],
    ['1、甲；3、丙', ['甲', '丙']],
    ['1、甲，按5、6号文', ['甲，按5、6号文']],
    ['1.5倍采购价', ['1.5倍采购价']],
    ['2021年预算。', ['2021年预算。']],
    ['一是甲；二是乙', ['一是甲；二是乙']],
    ['9、壬\n10、癸', ['壬', '癸']],
  ];

  for (const [text, items] of TEXTS) {
    it(`“${text.replaceAll('\n', '⏎')}” has ${String(items.length)}`, () => {
      expect(numberedItems(text).map((item) => item.text)).to.deep.equal(items);
    });
  }

  it('come apart as they were put together', () => {
    const sentence = fc.stringMatching(/^[甲乙丙丁戊己庚辛]{1,12}。$/u);
    const marks = fc.constantFrom(
      ...[
        (number: number) => `${String(number)}、`,
        (number: number) => `${String(number)}．`,
        (number: number) => `（${String(number)}）`,
      ],
    );
    fc.assert(
      fc.property(
        fc.array(sentence, { minLength: 1, maxLength: 20 }),
        marks,
        fc.constantFrom('\n', '', '\n\n'),
        (texts, mark, parting) => {
          const cell = texts.map((text, index) => mark(index + 1) + text).join(parting);
          expect(numberedItems(cell).map(({ text }) => text)).to.deep.equal(texts);
        },
      ),
    );
  });
});
