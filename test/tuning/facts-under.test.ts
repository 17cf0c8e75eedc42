import { expect } from 'chai';
import type { PointFacts } from '../../src/grading/case.ts';
import { factsUnder } from '../../src/tuning/facts-under.ts';
import type { DeclaredFact } from '../../src/rulebooks/declared-fact.ts';
import { noticeRulebook } from '../support/shipped-rulebooks.ts';

const WORDS = { zh: '说明', en: 'words' };
const FACTS: PointFacts = { probability: null, harm: null, domain: null, measureCount: 1, own: {} };

function fact(name: string, named: Partial<DeclaredFact>): DeclaredFact {
  return { name, title: WORDS, type: 'boolean', worse: 'up', source: WORDS, of: 'risk-point', ...named };
}

function own(facts: PointFacts['own'], ...declared: readonly DeclaredFact[]): PointFacts['own'] {
  return factsUnder({ ...noticeRulebook(), facts: declared }, { ...FACTS, own: facts }, 4).own;
}

describe('the facts of a point under a rulebook that is not in force', () => {
  it('are counted as the rulebook counts them, whatever is stored', () => {
    const held = fact('held', { type: 'number', derived: { countTrue: ['one', 'two'] } });
    const points = fact('points', { type: 'number', derived: { countPoints: 'of-post' } });
    expect(own({ one: true, two: false, held: 9 }, held, points)).to.include({ held: 1, points: 4 });
    expect(own({ one: true }, held)).to.deep.equal({ one: true });
  });

  for (const [type, value] of [
    ['number', 'many'],
    ['boolean', 1],
    ['choice', true],
  ] as const) {
    it(`does not take ${String(value)} for a ${type}`, () => {
      expect(own({ held: value, other: value }, fact('held', { type }))).to.deep.equal({ other: value });
    });
  }
});
