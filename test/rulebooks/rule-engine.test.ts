import { expect } from 'chai';
import fc from 'fast-check';
import type { FactType, FactValue } from '../../src/rulebooks/fact-type.ts';
import { ruleEngine } from '../../src/rulebooks/rule-engine.ts';
import type { Condition } from '../../src/rulebooks/rulebook.ts';

const TYPES = new Map<string, FactType>([
  ['harm', { type: 'scale', steps: ['limited', 'fairly-serious', 'serious'] }],
  ['amount', { type: 'number', integer: false, minimum: -10, maximum: null }],
  ['exempt', { type: 'boolean' }],
  ['domain', { type: 'choice', options: ['finance', 'assets', 'approvals'] }],
  ['text', { type: 'text' }],
]);

describe('the rule engine', () => {
  const known = (name: string, fact = 'amount'): { name: string; when: Condition } => ({
    name,
    when: { fact, operator: 'isKnown' },
  });

  it('names the rules that apply in the order of their declaration, however deep their conditions', async () => {
    const deep = { all: [{ any: [{ all: [known('').when, known('', 'text').when] }] }] };
    const engine = ruleEngine([{ name: 'z', when: deep }, known('a'), { name: 'm', when: deep }], TYPES);
    expect(await engine.applying({ amount: 1, text: '' })).to.deep.equal(['z', 'a', 'm']);
  });

  it('lets rules be named like events of its event emitter', async () => {
    const names = ['error', 'success', 'failure', 'constructor', '__proto__'];
    const engine = ruleEngine(
      names.map((name) => known(name)),
      TYPES,
    );
    expect(await engine.applying({ amount: 1 })).to.deep.equal(names);
  });

  it('answers each of many questions asked at once as if it were asked alone', async () => {
    const thresholds = [1, 3, 5, 7];
    const engine = ruleEngine(
      thresholds.map((value) => ({
        name: String(value),
        when: { fact: 'amount', operator: 'atLeast', value },
      })),
      TYPES,
    );
    await fc.assert(
      fc.asyncProperty(fc.array(fc.integer({ min: 0, max: 9 }), { maxLength: 20 }), async (amounts) => {
        const answers = await Promise.all(amounts.map((amount) => engine.applying({ amount })));
        const expected = amounts.map((amount) => thresholds.filter((value) => amount >= value).map(String));
        expect(answers).to.deep.equal(expected);
      }),
      { numRuns: 50 },
    );
  });

  // json-rules-engine drops the rules of a run that starts just before another one ends.
  it('answers a question asked at any moment of another one', async () => {
    for (let moment = 0; moment < 60; moment += 1) {
      const engine = ruleEngine([known('rule')], TYPES);
      const first = engine.applying({ amount: 1 });
      for (let passed = 0; passed < moment; passed += 1) await Promise.resolve();
      expect(await Promise.all([first, engine.applying({ amount: 2 })])).to.deep.equal([['rule'], ['rule']]);
    }
  });

  it('goes on answering after a question with wrong facts', async () => {
    const engine = ruleEngine([known('rule')], TYPES);
    const [wrong, right] = await Promise.allSettled([engine.applying({}), engine.applying({ amount: 1 })]);
    expect([wrong.status, right]).to.deep.equal(['rejected', { status: 'fulfilled', value: ['rule'] }]);
  });

  const WRONG: readonly [string, string, unknown][] = [
    ['a fact that is not given', 'amount', undefined],
    ['text for a number', 'amount', '10'],
    ['a number that is none', 'amount', Number.NaN],
    ['a number below its minimum', 'amount', -11],
    ['a step that is not on the scale', 'harm', 'very-serious'],
    ['an option that there is not', 'domain', 'constructor'],
    ['a number for a yes or no', 'exempt', 1],
    ['a list for a text', 'text', ['采购']],
  ];

  for (const [title, fact, value] of WRONG) {
    it(`refuses ${title}`, async () => {
      const engine = ruleEngine([known('rule', fact)], TYPES);
      const refusal = await engine.applying({ [fact]: value as FactValue }).catch((error: unknown) => error);
      expect(refusal).to.be.instanceOf(TypeError);
    });
  }

  it('does not take a fact from the prototype of what it is given', async () => {
    const types = new Map<string, FactType>([['toString', { type: 'text' }]]);
    const engine = ruleEngine([known('rule', 'toString')], types);
    const refusal = await engine.applying({}).catch((error: unknown) => String(error));
    expect(refusal).to.match(/toString is not given/);
  });

  for (const parts of ['all', 'any'] as const) {
    it(`refuses a condition that is ${parts} of nothing, which json-rules-engine would take for true`, () => {
      const when = { [parts]: [] } as unknown as Condition;
      expect(() => ruleEngine([{ name: 'rule', when }], TYPES)).to.throw(RangeError);
    });
  }

  for (const operator of ['contains', 'not:equal', 'lessThanInclusive', 'our-equal', 'swap:equal']) {
    it(`cannot be asked with json-rules-engine’s own “${operator}”`, async () => {
      const when = { fact: 'amount', operator, value: 5 } as unknown as Condition;
      const answer = ruleEngine([{ name: 'rule', when }], TYPES).applying({ amount: 5 });
      expect(await answer.catch((error: unknown) => String(error))).to.match(/Unknown operator/);
    });
  }
});
