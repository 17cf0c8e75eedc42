import { expect } from 'chai';
import type { GradingRulebook } from '../../src/rulebooks/rulebook.ts';
import type { DraftEdit } from '../../src/tuning/draft-change.ts';
import { edit } from '../../src/tuning/draft-edit.ts';
import { draftTextOf } from '../../src/tuning/draft-text.ts';
import { matrixOf, noticeRulebook, shippedGrading, soundRulebook } from '../support/shipped-rulebooks.ts';

function edited(rulebook: GradingRulebook, change: DraftEdit): GradingRulebook {
  const result = edit(rulebook, change);
  if ('faults' in result) throw new Error(JSON.stringify(result.faults));
  const sound = soundRulebook(draftTextOf(result.rulebook));
  if (sound.kind !== 'grading') throw new Error('the kind stays');
  return sound;
}

function reasonsOf(rulebook: GradingRulebook): Readonly<Record<string, readonly string[]>> {
  return Object.fromEntries(
    matrixOf(rulebook).cells.map(({ row, column, rules }) => [`${row}/${column}`, rules]),
  );
}

describe('the base matrix of a draft', () => {
  const rulebook = noticeRulebook();
  const matrix = matrixOf(rulebook);
  const [reason] = matrix.rules;
  if (reason === undefined) throw new Error('no reason');

  it('is turned with all its grades and reasons, and back', () => {
    const turned = edited(rulebook, { kind: 'set-rows', rows: matrix.columns });
    expect(matrixOf(turned)).to.include({ rows: matrix.columns, columns: matrix.rows });
    const [first] = matrix.cells;
    expect(matrixOf(turned).cells[0]).to.deep.equal({ ...first, row: first?.column, column: first?.row });
    expect(edited(turned, { kind: 'set-rows', rows: matrix.rows })).to.deep.equal(rulebook);
  });

  it('rests cell by cell on what was ticked', () => {
    const names = matrix.rules.map(({ name }) => name);
    const cells = matrix.cells.map(({ row, column }) => ({ row, column, rules: names.toReversed() }));
    const after = edited(rulebook, { kind: 'set-reasons', cells });
    expect(Object.values(reasonsOf(after))).to.deep.equal(cells.map(() => names));
  });

  it('has no cell without a reason, and none that is not there', () => {
    const [bare] = matrix.cells;
    const cells = [{ row: bare?.row ?? '', column: bare?.column ?? '', rules: [] }];
    expect(edit(rulebook, { kind: 'set-reasons', cells })).to.deep.equal({
      faults: [
        {
          field: 'cell-reason',
          fault: 'missing',
          at: `why/${bare?.row ?? ''}/${bare?.column ?? ''}`,
        },
      ],
    });
    const gone = matrix.cells.map((cell) => ({ ...cell, rules: ['gone'] }));
    expect(edit(rulebook, { kind: 'set-reasons', cells: gone })).to.deep.equal({
      faults: [{ field: 'rule', fault: 'gone' }],
    });
  });

  it('takes a reason more, and its cells and examples follow a new name', () => {
    const list = 'reasons';
    const more = { ...reason, name: 'one-more' };
    const added = edited(rulebook, { kind: 'put-rule', list, replaces: null, rule: more, clause: null });
    expect(matrixOf(added).rules).to.deep.equal([...matrix.rules, more]);
    expect(reasonsOf(added)).to.deep.equal(reasonsOf(rulebook));
    const renamed = edited(rulebook, {
      kind: 'put-rule',
      list,
      replaces: reason.name,
      rule: more,
      clause: null,
    });
    expect(JSON.stringify(renamed)).to.not.include(`"${reason.name}"`);
    expect(Object.values(reasonsOf(renamed)).flat()).to.include('one-more');
  });

  it('loses a reason only while every cell has another', () => {
    const removal: DraftEdit = { kind: 'remove-rule', list: 'reasons', name: reason.name };
    expect(edit(rulebook, removal)).to.deep.equal({ faults: [{ field: 'cell-reason', fault: 'alone' }] });
    const names = matrix.rules.map(({ name }) => name);
    const cells = matrix.cells.map(({ row, column }) => ({ row, column, rules: names }));
    const without = edited(edited(rulebook, { kind: 'set-reasons', cells }), removal);
    expect(JSON.stringify(without)).to.not.include(`"${reason.name}"`);
  });
});

describe('the decision table of a draft', () => {
  const rulebook = shippedGrading('grading/power-held.json');
  const base = rulebook.base;
  if ('cells' in base || base.otherwise === undefined) throw new Error('a table that says what else holds');
  const { otherwise } = base;

  it('is read in another way', () => {
    const hitPolicy = base.hitPolicy === 'first' ? 'any' : 'first';
    expect(edited(rulebook, { kind: 'set-hit-policy', hitPolicy }).base).to.deep.equal({
      ...base,
      hitPolicy,
    });
    expect(edit(noticeRulebook(), { kind: 'set-hit-policy', hitPolicy })).to.deep.equal({
      faults: [{ field: 'base', fault: 'unfit' }],
    });
  });

  it('says something else where no rule applies, or nothing, and examples follow', () => {
    const other = { ...otherwise, name: 'all-others', grade: 2 as const };
    const changed = edited(rulebook, { kind: 'set-otherwise', otherwise: other });
    expect(changed.base).to.deep.equal({ ...base, otherwise: other });
    expect(JSON.stringify(changed.examples)).to.not.include(`"${otherwise.name}"`);
    const none = edited(rulebook, { kind: 'set-otherwise', otherwise: null });
    expect(none.base).to.not.have.property('otherwise');
    expect(edited(none, { kind: 'set-otherwise', otherwise }).base).to.deep.equal(base);
  });

  it('names what is missing of what holds otherwise', () => {
    const taken = base.decisions[0]?.name ?? '';
    for (const [rule, fault] of [
      [
        { ...otherwise, title: { zh: '其余', en: '' } },
        { field: 'title-en', fault: 'missing', at: 'title-en' },
      ],
      [
        { ...otherwise, reason: { zh: '', en: 'x' } },
        { field: 'reason-zh', fault: 'missing', at: 'reason-zh' },
      ],
      [
        { ...otherwise, name: 'No Name' },
        { field: 'code', fault: 'unwritable', at: 'name' },
      ],
      [
        { ...otherwise, name: taken },
        { field: 'name', fault: 'taken', at: 'name' },
      ],
      [
        { ...otherwise, clause: 'gone' },
        { field: 'clause', fault: 'missing', at: 'clause' },
      ],
    ] as const)
      expect(edit(rulebook, { kind: 'set-otherwise', otherwise: rule })).to.deep.equal({ faults: [fault] });
  });

  it('names all that is missing at once', () => {
    const rule = { ...otherwise, title: { zh: '', en: 'x' }, reason: { zh: '', en: 'x' }, clause: '' };
    expect(edit(rulebook, { kind: 'set-otherwise', otherwise: rule })).to.deep.equal({
      faults: [
        { field: 'title-zh', fault: 'missing', at: 'title-zh' },
        { field: 'reason-zh', fault: 'missing', at: 'reason-zh' },
        { field: 'clause', fault: 'missing', at: 'clause' },
      ],
    });
  });
});
