import { expect } from 'chai';
import fc from 'fast-check';
import { digestOf } from '../../../src/rulebooks/digest.ts';
import type { BothLanguages, GradingRulebook } from '../../../src/rulebooks/rulebook.ts';
import { sheetsOf } from '../../../src/rulebooks/sheets/rulebook-sheets.ts';
import { arbitraryRulebook } from '../../support/arbitrary-rulebook.ts';
import { knownRulebooks, loaded, throughFile } from '../../support/rulebook-workbook.ts';

/** Words as somebody may have pasted them: formulas, quotes, spaces, line breaks, signs that XML does not know. */
const anyText = fc.oneof(
  fc.constantFrom(
    '=SUM(A1)',
    '-1',
    '+86',
    '@all',
    "'quoted",
    '"quoted"',
    ' 空格 ',
    '第一行\n第二行',
    '\r\n',
    '\u0000',
  ),
  fc.constantFrom(
    '_x0041_',
    '\ud800',
    '\ufeff',
    '1,000',
    '2021-04-20',
    '是',
    '未知',
    '—',
    '￥＝',
    '<b>&amp;</b>',
    '\t制表',
  ),
  fc.string({ unit: 'binary', minLength: 1, maxLength: 40 }),
);
const anyWords: fc.Arbitrary<BothLanguages> = fc.record({ zh: anyText, en: anyText });

const wordyRulebook: fc.Arbitrary<GradingRulebook> = fc
  .tuple(arbitraryRulebook, fc.infiniteStream(anyWords))
  .map(([rulebook, stream]) => {
    const next = (): BothLanguages => stream.next().value as BothLanguages;
    return {
      ...rulebook,
      title: next(),
      description: next(),
      clauses: rulebook.clauses.map((clause) => ({ ...clause, reference: next(), text: next() })),
      grades: { '1': next(), '2': next(), '3': { ...next(), responsible: 'division-head' as const } },
      adjustments: rulebook.adjustments.map((rule) => ({ ...rule, title: next(), reason: next() })),
      examples: rulebook.examples.map((example) => ({ ...example, name: next() })),
    };
  });

describe('a rulebook as a workbook', () => {
  for (const [name, rulebook] of knownRulebooks()) {
    it(`gives ${name} back as it was`, () => {
      const read = loaded(sheetsOf(rulebook));
      expect(read).to.deep.equal(rulebook);
      expect(digestOf(read)).to.equal(digestOf(rulebook));
    });
  }

  it('gives the rulebooks that ship back from the bytes of a file', async () => {
    for (const [name, rulebook] of knownRulebooks().filter(([path]) => !/^(?:sound|broken)/u.test(path))) {
      expect(await throughFile(rulebook), name).to.deep.equal(rulebook);
    }
  });

  it('gives any rulebook back, however its conditions are nested', () => {
    const isKept = (rulebook: GradingRulebook): void => {
      expect(loaded(sheetsOf(rulebook))).to.deep.equal(rulebook);
    };
    fc.assert(fc.property(arbitraryRulebook, isKept), { numRuns: 150 });
  });

  it('gives any words back through a file, and lets none of them act as a formula', async () => {
    const isKept = async (rulebook: GradingRulebook): Promise<void> => {
      expect(await throughFile(rulebook)).to.deep.equal(rulebook);
    };
    await fc.assert(fc.asyncProperty(wordyRulebook, isKept), { numRuns: 40 });
  }).timeout(120_000);
});
