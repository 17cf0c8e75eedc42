import { expect } from 'chai';
import type { Rulebook } from '../../src/rulebooks/rulebook.ts';
import type { DraftEdit } from '../../src/tuning/draft-change.ts';
import { edit } from '../../src/tuning/draft-edit.ts';
import { draftTextOf } from '../../src/tuning/draft-text.ts';
import { rulesIn } from '../../src/tuning/rule-list.ts';
import { fiveByFiveRulebook, keyDomainsRulebook, soundRulebook } from '../support/shipped-rulebooks.ts';

/** The rulebook after a change that can be made, which is sound again. */
function edited(rulebook: Rulebook, change: DraftEdit): Rulebook {
  const result = edit(rulebook, change);
  if ('faults' in result) throw new Error(JSON.stringify(result.faults));
  return soundRulebook(draftTextOf(result.rulebook));
}

function rulesOfExamples(rulebook: Rulebook): readonly string[] {
  return rulebook.examples.flatMap(({ expect: wanted }) =>
    'rules' in wanted ? wanted.rules : 'rule' in wanted ? [wanted.rule] : [],
  );
}

describe('a rule of which examples speak', () => {
  for (const [rulebook, list, name] of [
    [fiveByFiveRulebook(), 'adjustments', 'three-measures'],
    [keyDomainsRulebook(), 'rules', 'no-measure'],
  ] as const) {
    const rule = rulesIn(rulebook, list)?.find((one) => one.name === name);
    if (rule === undefined) throw new Error(`no rule ${name}`);

    it(`${name} is renamed in them too`, () => {
      const renamed = { ...rule, name: 'another-name' };
      const after = edited(rulebook, { kind: 'put-rule', list, replaces: name, rule: renamed, clause: null });
      expect(rulesOfExamples(rulebook)).to.include(name);
      expect(rulesOfExamples(after)).to.deep.equal(
        rulesOfExamples(rulebook).map((one) => (one === name ? 'another-name' : one)),
      );
    });

    it(`${name} leaves them when it is removed, and their facts and results stay`, () => {
      const after = edited(rulebook, { kind: 'remove-rule', list, name });
      expect(rulesOfExamples(after)).to.deep.equal(rulesOfExamples(rulebook).filter((one) => one !== name));
      expect(after.examples.map(({ facts }) => facts)).to.deep.equal(
        rulebook.examples.map(({ facts }) => facts),
      );
    });
  }
});

describe('the place of a rule', () => {
  const rulebook = keyDomainsRulebook();
  const [rule, ...others] = rulebook.rules;
  if (rule === undefined) throw new Error('no rule');
  const put = (after?: string | null): DraftEdit => {
    const place = after === undefined ? {} : { after };
    return { kind: 'put-rule', list: 'rules', replaces: rule.name, rule, clause: null, ...place };
  };
  const names = others.map(({ name }) => name);

  for (const [after, order] of [
    [undefined, [rule.name, ...names]],
    [null, [rule.name, ...names]],
    [names[0], [names[0], rule.name, ...names.slice(1)]],
    [names.at(-1), [...names, rule.name]],
  ] as const) {
    it(`is ${after === undefined ? 'kept' : `behind ${String(after)}`}`, () => {
      expect(rulesIn(edited(rulebook, put(after)), 'rules')?.map(({ name }) => name)).to.deep.equal(order);
    });
  }

  it('cannot be behind a rule that is gone', () => {
    expect(edit(rulebook, put('nothing'))).to.deep.equal({ faults: [{ field: 'place', fault: 'gone' }] });
  });
});
