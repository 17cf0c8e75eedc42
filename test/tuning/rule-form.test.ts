import { expect } from 'chai';
import fc from 'fast-check';
import { en } from '../../src/language/en.ts';
import { zh } from '../../src/language/zh.ts';
import { conditionProblems } from '../../src/rulebooks/condition-problem.ts';
import { factTypes } from '../../src/rulebooks/fact-type.ts';
import { placedRules } from '../../src/rulebooks/placed-rules.ts';
import type { Condition, Rulebook } from '../../src/rulebooks/rulebook.ts';
import { act, readAct } from '../../src/tuning/rule-form-act.ts';
import { conditionFaults, conditionOf } from '../../src/tuning/rule-form-condition.ts';
import { readRuleForm } from '../../src/tuning/rule-form-fields.ts';
import { groupOf } from '../../src/tuning/rule-form-start.ts';
import { EMPTY_ROW, type FormGroup, type FormNode } from '../../src/tuning/rule-form.ts';
import { asText, unfinishedSentence } from '../../src/tuning/rule-words.ts';
import { arbitraryRulebook } from '../support/arbitrary-rulebook.ts';
import { arbitraryTable } from '../support/arbitrary-table.ts';
import { postedConditions } from '../support/rule-posts.ts';
import { noticeRulebook, shippedPaths, shippedText, soundRulebook } from '../support/shipped-rulebooks.ts';

/** What comes back of a condition that is shown as a form, posted and read. */
function roundTrip(condition: Condition, rulebook: Rulebook): unknown {
  const { when } = readRuleForm(postedConditions(groupOf(condition)), 'adjustments');
  expect(conditionFaults(when, rulebook)).to.deep.equal([]);
  return conditionOf(when, rulebook);
}

/** The conditions that a sound rulebook may have. */
function conditionsOf(rulebook: Rulebook): readonly Condition[] {
  const types = factTypes(rulebook);
  return placedRules(rulebook)
    .flatMap(({ rule }) => rule.when ?? [])
    .filter((condition) => conditionProblems(condition, [], types).length === 0);
}

describe('a condition as a form', () => {
  it('comes back as it was, whatever is nested in it', () => {
    fc.assert(
      fc.property(fc.oneof(arbitraryRulebook, arbitraryTable), (rulebook) => {
        for (const condition of conditionsOf(rulebook))
          expect(roundTrip(condition, rulebook)).to.deep.equal(condition);
      }),
      { numRuns: 200 },
    );
  });

  it('comes back as it was from every rulebook that ships', () => {
    for (const rulebook of shippedPaths().map((path) => soundRulebook(shippedText(path)))) {
      for (const condition of conditionsOf(rulebook))
        expect(roundTrip(condition, rulebook)).to.deep.equal(condition);
    }
  });

  for (const [what, node, field] of [
    ['no fact', EMPTY_ROW, 'w-0-fact'],
    ['a fact that nobody knows', row('colour', 'equal', 'red'), 'w-0-fact'],
    ['no operator', row('harm', ''), 'w-0-operator'],
    ['an operator of another type', row('measureCount', 'containsAny', 'x'), 'w-0-operator'],
    ['no value', row('harm', 'equal'), 'w-0-value'],
    ['a step of another scale', row('harm', 'equal', 'catastrophic'), 'w-0-value'],
    ['a word for a number', row('measureCount', 'equal', 'two'), 'w-0-value'],
    ['half of a measure', row('measureCount', 'equal', '1.5'), 'w-0-value'],
    ['an empty list', row('domain', 'in'), 'w-0-value'],
    ['one wrong of several', row('domain', 'in', 'finance', '__proto__'), 'w-0-value'],
    ['an empty group', { join: 'any', parts: [] } as const, 'w-0-join'],
  ] satisfies readonly (readonly [string, FormNode, string])[]) {
    it(`with ${what} says so at its field`, () => {
      const faults = conditionFaults({ join: 'all', parts: [node] }, noticeRulebook());
      expect(faults.map((fault) => fault.field)).to.deep.equal([field]);
    });
  }

  it('takes a number as people in Chinese type it', () => {
    const group = groupOf({ fact: 'measureCount', operator: 'equal', value: 1 });
    const typed = { ...group, parts: [row('measureCount', 'equal', ' １２ ')] };
    expect(conditionOf(typed, noticeRulebook())).to.deep.include({ value: 12 });
  });

  it('is refused when it nests deeper than the schema takes', () => {
    const nested = (depth: number): FormNode =>
      depth === 0 ? row('harm', 'isKnown') : { join: 'any', parts: [nested(depth - 1)] };
    const fits: FormGroup = { join: 'any', parts: [nested(8)] };
    expect(conditionFaults(fits, noticeRulebook())).to.deep.equal([]);
    const deeper = conditionFaults({ ...fits, parts: [nested(9)] }, noticeRulebook());
    expect(deeper.map(({ field }) => field)).to.deep.equal(['w-join']);
  });
});

describe('a button of the form', () => {
  const [first, second] = [row('harm', 'isKnown'), row('domain', 'isKnown')];
  const inner: FormGroup = { join: 'any', parts: [first, second] };
  const when: FormGroup = { join: 'all', parts: [first, inner] };
  const press = (button: string): unknown => {
    const known = readAct(button);
    return known === null ? null : act(when, known);
  };

  for (const [button, parts, focus] of [
    ['add-row:w', [first, inner, EMPTY_ROW], 'w-2-fact'],
    ['add-row:w-1', [first, { ...inner, parts: [first, second, EMPTY_ROW] }], 'w-1-2-fact'],
    ['add-group:w', [first, inner, { join: 'any', parts: [EMPTY_ROW, EMPTY_ROW] }], 'w-2-join'],
    ['remove:w-0', [inner], 'w-0-join'],
    ['remove:w-1-1', [first, { ...inner, parts: [first] }], 'w-1-0-fact'],
    ['up:w-1', [inner, first], 'w-0-down'],
    ['down:w-1-0', [first, { ...inner, parts: [second, first] }], 'w-1-1-up'],
    ['up:w-0', [first, inner], 'w-0-fact'],
    ['remove:w-7', [first, inner], 'w-join'],
    ['add-row:w-0', [first, inner], 'w-join'],
  ] as const) {
    it(`${button} leads to ${focus}`, () => {
      expect(press(button)).to.deep.equal({ when: { ...when, parts }, focus });
    });
  }

  it('that the form does not have does nothing', () => {
    expect(['save', '', 'remove:', 'remove:w-x', 'add-row:__proto__'].map(readAct)).to.deep.equal(
      Array(5).fill(null),
    );
  });
});

describe('a rule as a sentence', () => {
  const rulebook = noticeRulebook();
  const sayings = [
    { rulebook, language: 'zh', text: zh },
    { rulebook, language: 'en', text: en },
  ] as const;

  it('is said in both languages, values and operators in words', () => {
    const when: Condition = {
      all: [
        { fact: 'domain', operator: 'in', value: ['finance', 'procurement'] },
        {
          not: {
            any: [
              { fact: 'measureCount', operator: 'atLeast', value: 2 },
              { fact: 'harm', operator: 'isUnknown' },
            ],
          },
        },
      ],
    };
    expect(
      sayings.map((saying) => asText(unfinishedSentence(when, { effect: { noMilderThan: 2 } }, saying))),
    ).to.deep.equal([
      '当 重点领域 是以下之一 财务管理、采购工作 且 不符合（防控措施数 不小于 2 条 或 危害程度 未知），等级不低于二级。',
      'When Key domain is one of Finance, Procurement and not (Number of measures is at least 2 measures or Harm is unknown), the grade is no milder than Grade 2.',
    ]);
  });

  it('has a blank for what is not said yet', () => {
    const when = conditionOf({ join: 'any', parts: [row('harm', 'equal'), EMPTY_ROW] }, rulebook);
    expect(sayings.map((saying) => asText(unfinishedSentence(when, null, saying)))).to.deep.equal([
      '当 危害程度 是 ＿＿＿＿ 或 ＿＿＿＿，＿＿＿＿。',
      'When Harm is ____ or ____, ____.',
    ]);
  });
});

function row(fact: string, operator: string, ...values: readonly string[]): FormNode {
  return { fact, operator, values };
}
