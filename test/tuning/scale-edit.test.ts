import { expect } from 'chai';
import type { ScaleEdit } from '../../src/tuning/scale-change.ts';
import { editScale } from '../../src/tuning/scale-edit.ts';
import { ADD, codes, edited, GRADES } from '../support/scale-editing.ts';
import { fiveByFiveRulebook, noticeRulebook } from '../support/shipped-rulebooks.ts';

describe('a step that is added to a scale', () => {
  it('stands where it was put, under a name of its own, on a scale of another code', () => {
    const { scales } = edited(ADD);
    expect(scales.harm.steps.at(-1)).to.deep.equal({
      code: 'disastrous',
      zh: '特别严重',
      en: 'Disastrous!',
      aliases: [],
    });
    expect(scales.harm.code).to.match(/^notice-2021-harm-x[0-9a-f]{8}$/u);
    expect(scales.probability).to.deep.equal(noticeRulebook().scales.probability);
  });

  it('gets its column, resting on the reasons of its neighbour, which hold of it from then on', () => {
    const { base } = edited({ ...ADD, grades: { ...GRADES, small: 2 } });
    if (!('cells' in base)) throw new Error('the notice has a matrix');
    const column = base.cells.filter((cell) => cell.column === 'disastrous');
    expect(column.map(({ row, grade, rules }) => [row, grade, rules[0]])).to.deep.equal([
      ['small', 2, 'harm-serious'],
      ['fairly-high', 1, 'harm-serious'],
      ['high', 1, 'probability-high'],
    ]);
    const reason = base.rules.find(({ name }) => name === 'harm-serious');
    expect(reason?.when).to.deep.equal({
      fact: 'harm',
      operator: 'in',
      value: ['serious', 'disastrous'],
    });
  });

  it('of one set of steps makes one code, in whatever order it came about', () => {
    const moved = edited({ kind: 'move-step', fact: 'harm', step: 'disastrous', by: -1 }, edited(ADD));
    expect(moved.scales.harm.code).to.equal(edited(ADD).scales.harm.code);
  });

  it('and removed again leaves the scale as it was in force, with its code', () => {
    const change: ScaleEdit = { kind: 'remove-step', fact: 'harm', step: 'disastrous', instead: null };
    expect(edited(change, edited(ADD)).scales).to.deep.equal(noticeRulebook().scales);
  });

  const refused: readonly [string, ScaleEdit, ...object[]][] = [
    ['without a Chinese name', { ...ADD, zh: '' }, { field: 'step-zh', fault: 'missing', at: 'zh' }],
    ['without an English name', { ...ADD, en: '' }, { field: 'step-en', fault: 'missing', at: 'en' }],
    ['by a word of another step', { ...ADD, zh: '危害一般' }, { field: 'step-zh', fault: 'taken', at: 'zh' }],
    ['by too long a name', { ...ADD, zh: '重'.repeat(21) }, { field: 'step-zh', fault: 'unfit', at: 'zh' }],
    ['nowhere', { ...ADD, at: 9 }, { field: 'step', fault: 'gone' }],
    [
      'without a name and the grades of two columns, all at once',
      { ...ADD, en: '', grades: { small: 1 } },
      { field: 'step-en', fault: 'missing', at: 'en' },
      { field: 'grade', fault: 'missing', at: 'grade/fairly-high' },
      { field: 'grade', fault: 'missing', at: 'grade/high' },
    ],
  ];
  for (const [what, change, ...faults] of refused) {
    it(`is refused ${what}`, () => {
      const standing = { inForce: noticeRulebook(), base: noticeRulebook() };
      expect(editScale(noticeRulebook(), change, standing)).to.deep.equal({ faults });
    });
  }

  it('is refused as the sixth', () => {
    const five = fiveByFiveRulebook();
    const standing = { inForce: five, base: five };
    expect(editScale(five, ADD, standing)).to.deep.equal({ faults: [{ field: 'step', fault: 'full' }] });
  });
});

describe('a step that is removed', () => {
  const remove = (step: string, instead: string | null): ScaleEdit => ({
    kind: 'remove-step',
    fact: 'harm',
    step,
    instead,
  });

  it('is refused while rules or examples name it, as long as no other step takes its place', () => {
    const five = fiveByFiveRulebook();
    const standing = { inForce: five, base: five };
    expect(editScale(five, remove('catastrophic', null), standing)).to.deep.equal({
      faults: [{ field: 'step', fault: 'named', at: 'instead' }],
    });
    expect(editScale(five, remove('catastrophic', 'catastrophic'), standing)).to.deep.equal({
      faults: [{ field: 'step', fault: 'unfit', at: 'instead' }],
    });
  });

  it('is refused as the last but two', () => {
    const standing = { inForce: noticeRulebook(), base: noticeRulebook() };
    expect(editScale(noticeRulebook(), remove('serious', 'limited'), standing)).to.deep.equal({
      faults: [{ field: 'step', fault: 'few' }],
    });
  });

  it('takes its column with it, and is renamed in every rule and example', () => {
    const five = fiveByFiveRulebook();
    const after = edited(remove('catastrophic', 'major'), five, five);
    expect(JSON.stringify([after.base, after.adjustments, after.examples])).to.not.include('"catastrophic"');
    expect('cells' in after.base && after.base.cells.length).to.equal(20);
    expect(after.adjustments.find(({ name }) => name === 'catastrophic-harm')?.when).to.include({
      value: 'major',
    });
    expect(codes(after)).to.deep.equal(['negligible', 'minor', 'moderate', 'major']);
  });

  it('hands its values on to the step that takes its place', () => {
    const five = fiveByFiveRulebook();
    const mapping = Object.fromEntries(codes(five).map((code) => [code, code]));
    const added = edited(remove('minor', 'negligible'), five, five);
    const mapped = edited(
      { kind: 'map-scale', fact: 'harm', mapping: { ...mapping, minor: 'moderate' } },
      added,
      five,
    );
    const after = edited(remove('moderate', 'major'), mapped, five);
    expect(after.scales.harm.mappings[five.scales.harm.code]).to.include({
      minor: 'major',
      moderate: 'major',
    });
  });
});
