import { expect } from 'chai';
import fc from 'fast-check';
import { engineRules } from '../../src/grading/engine-rules.ts';
import { factSpace } from '../../src/rulebooks/fact-space.ts';
import { factTypes, unknownFacts, type RuleFacts } from '../../src/rulebooks/fact-type.ts';
import { ruleEngine } from '../../src/rulebooks/rule-engine.ts';
import { RuleMemory } from '../../src/rulebooks/rule-memory.ts';
import type { GradingRulebook } from '../../src/rulebooks/rulebook.ts';
import { arbitraryTable } from '../support/arbitrary-table.ts';
import { anAdjustment } from '../support/grading-builder.ts';
import { noticeRulebook } from '../support/shipped-rulebooks.ts';

describe('what the rule engine said, remembered', () => {
  it('is what it says of random rulebooks, one after another, however little is kept', async () => {
    await fc.assert(
      fc.asyncProperty(
        fc.array(fc.tuple(arbitraryTable, fc.nat()), { minLength: 1, maxLength: 4 }),
        fc.constantFrom(1, 5, 1000),
        async (asked, most) => {
          const memory = new RuleMemory(most);
          for (const [rulebook, seed] of [...asked, ...asked]) {
            const rules = engineRules(rulebook);
            const [remembering, plain] = [memory.engine, ruleEngine].map((engineOf) =>
              engineOf(rules, factTypes(rulebook)),
            );
            for (const facts of someFacts(rulebook, seed)) {
              expect(await remembering?.applying(facts)).to.deep.equal(await plain?.applying(facts));
            }
          }
        },
      ),
      { numRuns: 30 },
    );
  });

  it('is asked of the changed rule alone, once for each value of its own facts', async () => {
    const questions: string[] = [];
    const memory = new RuleMemory(1000, (rules, types) => {
      const engine = ruleEngine(rules, types);
      return {
        applying: (facts) => {
          questions.push(rules.map(({ when }) => JSON.stringify(when)).join());
          return engine.applying(facts);
        },
      };
    });
    await askEverything(memory, withMeasures(3));
    expect(questions).to.have.length(4 * 4 + 4 + 4 + 1);
    questions.length = 0;
    await askEverything(memory, withMeasures(3));
    expect(questions).to.deep.equal([]);
    await askEverything(memory, withMeasures(2));
    expect(questions).to.deep.equal(['{"fact":"measureCount","operator":"atLeast","value":2}']);
  });

  it('refuses a fact that is not given, even where it is known what the unknown one means', async () => {
    const rulebook = withMeasures(3);
    const engine = new RuleMemory().engine(engineRules(rulebook), factTypes(rulebook));
    await engine.applying(unknownFacts(rulebook));
    const rest = Object.fromEntries(
      Object.entries(unknownFacts(rulebook)).filter(([name]) => name !== 'harm'),
    );
    const failure: unknown = await engine.applying(rest).catch((error: unknown) => error);
    expect(failure).to.be.instanceOf(TypeError);
  });
});

function withMeasures(value: number): GradingRulebook {
  const when = { fact: 'measureCount', operator: 'atLeast', value } as const;
  return { ...noticeRulebook(), adjustments: [anAdjustment('guarded', when, { lowerBy: 1 })] };
}

async function askEverything(memory: RuleMemory, rulebook: GradingRulebook): Promise<void> {
  const engine = memory.engine(engineRules(rulebook), factTypes(rulebook));
  for (const probability of [null, 'small', 'fairly-high', 'high']) {
    for (const harm of [null, 'limited', 'fairly-serious', 'serious']) {
      await engine.applying({ probability, harm, domain: null, measureCount: 1 });
    }
  }
}

function someFacts(rulebook: GradingRulebook, seed: number): readonly RuleFacts[] {
  const conditions = engineRules(rulebook).map(({ when }) => when);
  const { axes } = factSpace(rulebook, conditions);
  return Array.from({ length: 8 }, (_, turn) => ({
    ...unknownFacts(rulebook),
    ...Object.fromEntries(
      axes.map(({ name, values }, at) => [name, values[(seed + turn * (at + 3)) % values.length] ?? null]),
    ),
  }));
}
