import { expect } from 'chai';
import { brokenNotice, refusals, type Breakable } from '../support/broken-rulebook.ts';

/** What may not be: what, the break, where, a word of the message. */
const BREAKS: readonly [string, (rulebook: Breakable) => void, string, string][] = [
  ['another kind', (book) => (book['kind'] = 'magic'), '/kind', '不是允许的取值'],
  ['a field nobody knows', (book) => (book['script'] = 'x'), '/script', '不允许写“script”'],
  ['a name with spaces', (book) => (book['name'] = 'My rules'), '/name', '名称不合规定'],
  ['no Chinese title', (book) => (book['title'] = { en: 'x' }), '/title', '缺少“zh”'],
  [
    'an empty reason',
    ({ base }) => (base.rules[0] = { ...base.rules[0], reason: { zh: '', en: 'x' } }),
    '/base/rules/0/reason/zh',
    '内容太少',
  ],
  ['no clauses', (book) => (book.clauses = []), '/clauses', '内容太少'],
  ['a clause twice', ({ clauses }) => clauses.push({ ...clauses[0] }), '/clauses/3/code', '重复'],
  [
    'a rule with an unknown clause',
    ({ base }) => (base.rules[0] = { ...base.rules[0], clause: '9' }),
    '/base/rules/0/clause',
    '没有编号为“9”的条款',
  ],
  [
    'two base rules of one name',
    ({ base }) => base.rules.push({ ...base.rules[0] }),
    '/base/rules/6/name',
    '重复',
  ],
  [
    'a fourth grade',
    ({ base }) => (base.cells[0] = { ...base.cells[0], grade: 4 }),
    '/base/cells/0/grade',
    '不是允许的取值',
  ],
  [
    'a grade as text',
    ({ base }) => (base.cells[0] = { ...base.cells[0], grade: '1' }),
    '/base/cells/0/grade',
    '不是允许的取值',
  ],
  [
    'a cell on an unknown rule',
    ({ base }) => (base.cells[0] = { ...base.cells[0], rules: ['nobody'] }),
    '/base/cells/0/rules',
    '没有名为“nobody”的规则',
  ],
  [
    'a cell in an unknown row',
    ({ base }) => base.cells.push({ ...base.cells[0], row: 'never' }),
    '/base/cells/9/row',
    '没有“never”这一档',
  ],
  ['a missing cell', ({ base }) => base.cells.pop(), '/base/cells', '缺少（high，serious）这一格'],
  ['a cell twice', ({ base }) => base.cells.push({ ...base.cells[0] }), '/base/cells/9', '写了两次'],
  ['rows and columns of one fact', ({ base }) => (base.columns = base.rows), '/base/columns', '同一个事实'],
  [
    'a base rule on the domain',
    ({ base }) => (base.rules[0] = { ...base.rules[0], when: { fact: 'domain', operator: 'isKnown' } }),
    '/base/rules/0/when/fact',
    '基本规则只能',
  ],
  ['an unknown required fact', ({ requires }) => requires.push('colour'), '/requires/2', '没有“colour”'],
  [
    'an axis that is not required',
    (book) => (book.requires = ['probability', 'domain']),
    '/requires',
    '“harm”',
  ],
  ['a scale of one step', ({ scales }) => scales.harm.steps.splice(1), '/scales/harm/steps', '内容太少'],
  [
    'a step twice',
    ({ scales }) => (scales.harm.steps[1] = { ...scales.harm.steps[1], code: 'limited', aliases: [] }),
    '/scales/harm/steps/1',
    '重复',
  ],
  [
    'a word for two steps',
    ({ scales }) => scales.harm.steps[2]?.aliases.push('较 严重'),
    '/scales/harm/steps/2',
    '同时指量表的两档',
  ],
  [
    'two scales of one code',
    ({ scales }) => (scales.harm['code'] = scales.probability['code']),
    '/scales/harm/code',
    '代码相同',
  ],
  [
    'a mapping to nowhere',
    ({ scales }) => (scales.harm.mappings = { old: { bad: 'worst' } }),
    '/scales/harm/mappings/old/bad',
    '没有“worst”',
  ],
  [
    'a mapping of a scale to itself',
    ({ scales }) => (scales.harm.mappings = { 'notice-2021-harm': { serious: 'limited' } }),
    '/scales/harm/mappings/notice-2021-harm',
    '换算成自己',
  ],
  [
    'an example with an unknown fact',
    ({ examples }) => (examples[0] = { facts: { colour: 'red' }, expect: { grade: 1 } }),
    '/examples/0',
    '缺少“name”',
  ],
  [
    'an example of an unknown value',
    ({ examples }) => Object.assign(examples[0]?.facts ?? {}, { harm: 'huge' }),
    '/examples/0/facts/harm',
    '不是事实“harm”的取值',
  ],
  [
    'an example that expects an unknown rule',
    ({ examples }) => Object.assign(examples[0]?.expect ?? {}, { rules: ['nobody'] }),
    '/examples/0/expect',
    '没有名为“nobody”',
  ],
  [
    'an unassessed example with rules',
    ({ examples }) => Object.assign(examples[0]?.expect ?? {}, { grade: null }),
    '/examples/0/expect',
    '待评定',
  ],
  [
    'an effect of both kinds',
    ({ adjustments }) => adjustments.push({ effect: { lowerBy: 1, noMilderThan: 1 } }),
    '/adjustments/0/effect/noMilderThan',
    '不允许写',
  ],
  [
    'ten thousand rules',
    ({ base }) => (base.rules = Array.from({ length: 10_000 }, () => ({}))),
    '/base/rules',
    '内容太多',
  ],
];

describe('a grading rulebook', () => {
  for (const [title, breakIt, path, words] of BREAKS) {
    it(`is refused for ${title}`, () => {
      const found = refusals(brokenNotice(breakIt));
      const isFound = found.some((line) => line.startsWith(`${path} `) && line.includes(words));
      expect(isFound).to.equal(true, found.join('\n'));
    });
  }
});
