import { expect } from 'chai';
import type { Answers } from '../../src/risk-points/assessment-question.ts';
import { suggestedStep, type AssessedFact } from '../../src/risk-points/suggested-step.ts';
import type { Scale } from '../../src/rulebooks/rulebook.ts';
import { fiveByFiveRulebook, noticeRulebook } from '../support/shipped-rulebooks.ts';

const NOTICE = noticeRulebook().scales;
const FIVE = fiveByFiveRulebook().scales;

/** A scale of four steps, `a` the mildest. */
const FOUR: Scale = {
  code: 'four',
  steps: ['a', 'b', 'c', 'd'].map((code) => ({ code, zh: code, en: code, aliases: [] })),
  mappings: {},
};

const WORST: Answers = {
  discretion: 'wide',
  frequency: 'weekly',
  amount: 'large',
  alone: 'alone',
  findings: 'same',
};
const MILDEST: Answers = {
  discretion: 'none',
  frequency: 'rarely',
  amount: 'none',
  alone: 'joint',
  findings: 'none',
};

function stepOf(fact: AssessedFact, answers: Answers, scale = NOTICE[fact]): string | null {
  return suggestedStep(fact, answers, scale)?.step ?? null;
}

describe('the step that answers about work speak for', () => {
  const probabilities: readonly (readonly [string, Answers, string | null])[] = [
    ['everything at its worst', WORST, 'high'],
    ['everything at its mildest', MILDEST, 'small'],
    ['wide discretion, every month', { discretion: 'wide', frequency: 'monthly' }, 'fairly-high'],
    [
      'wide discretion, every week, alone',
      { discretion: 'wide', frequency: 'weekly', alone: 'alone' },
      'high',
    ],
    ['some of each', { discretion: 'some', frequency: 'monthly', alone: 'checked' }, 'fairly-high'],
    ['mild work in which this very thing was found', { ...MILDEST, findings: 'same' }, 'fairly-high'],
    ['mild work in which the like was found', { ...MILDEST, findings: 'similar' }, 'small'],
    ['halfway between two steps', { discretion: 'none', frequency: 'monthly' }, 'small'],
    ['no answer', {}, null],
    ['one answer', { discretion: 'wide' }, null],
    ['one answer, and nothing found, which proves nothing', { discretion: 'wide', findings: 'none' }, null],
    ['one answer, and one unsure', { discretion: 'wide', frequency: 'unsure' }, null],
    ['only what says nothing of probability', { amount: 'large', findings: 'none' }, null],
  ];
  for (const [title, answers, step] of probabilities) {
    it(`is ${step ?? 'none'} of probability for ${title}`, () => {
      expect(stepOf('probability', answers)).to.equal(step);
    });
  }

  const harms: readonly (readonly [string, Answers, string | null])[] = [
    ['everything at its worst', WORST, 'serious'],
    ['everything at its mildest', MILDEST, 'limited'],
    [
      'much money, by the book, jointly',
      { amount: 'large', discretion: 'none', alone: 'joint' },
      'fairly-serious',
    ],
    [
      'no money, wide discretion, alone',
      { amount: 'none', discretion: 'wide', alone: 'alone' },
      'fairly-serious',
    ],
    ['much money and wide discretion', { amount: 'large', discretion: 'wide' }, 'serious'],
    ['little money, checked', { amount: 'small', alone: 'checked' }, 'fairly-serious'],
    ['the amount alone', { amount: 'large' }, null],
    ['an unknown amount', { discretion: 'wide', alone: 'alone' }, null],
    ['an amount nobody is sure of', { amount: 'unsure', discretion: 'wide', alone: 'alone' }, null],
  ];
  for (const [title, answers, step] of harms) {
    it(`is ${step ?? 'none'} of harm for ${title}`, () => {
      expect(stepOf('harm', answers)).to.equal(step);
    });
  }

  const scales: readonly (readonly [string, Scale, Answers, string])[] = [
    ['four steps: the top', FOUR, WORST, 'd'],
    ['four steps: three quarters', FOUR, { discretion: 'wide', frequency: 'monthly' }, 'c'],
    ['four steps: the middle takes the milder', FOUR, { discretion: 'some', frequency: 'monthly' }, 'b'],
    ['four steps: the bottom', FOUR, MILDEST, 'a'],
    ['five steps: the top', FIVE.probability, WORST, 'very-high'],
    ['five steps: three quarters', FIVE.probability, { discretion: 'wide', frequency: 'monthly' }, 'high'],
    ['five steps: the middle', FIVE.probability, { discretion: 'some', frequency: 'monthly' }, 'medium'],
    ['five steps: the bottom', FIVE.probability, MILDEST, 'very-low'],
  ];
  for (const [title, scale, answers, step] of scales) {
    it(`lies on the scale in force, ${title}`, () => {
      expect(stepOf('probability', answers, scale)).to.equal(step);
    });
  }

  it('names the answers that counted, in the order of the questions', () => {
    const answers: Answers = { findings: 'none', amount: 'large', frequency: 'monthly', discretion: 'wide' };
    expect(suggestedStep('probability', answers, NOTICE.probability)?.because).to.deep.equal([
      { question: 'discretion', answer: 'wide' },
      { question: 'frequency', answer: 'monthly' },
    ]);
  });

  it('never falls when an answer gets worse', () => {
    const order = ['small', 'fairly-high', 'high'];
    const placeOf = (answers: Answers): number => order.indexOf(stepOf('probability', answers) ?? '');
    const found: string[] = [];
    for (const alone of ['joint', 'checked', 'alone'] as const) {
      for (const frequency of ['rarely', 'monthly', 'weekly'] as const) {
        const [none, some, wide] = (['none', 'some', 'wide'] as const).map((discretion) =>
          placeOf({ discretion, frequency, alone }),
        );
        if (none === undefined || some === undefined || wide === undefined || none > some || some > wide) {
          found.push(`${alone} ${frequency}`);
        }
      }
    }
    expect(found).to.deep.equal([]);
  });
});
