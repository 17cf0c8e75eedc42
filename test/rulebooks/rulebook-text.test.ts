import { expect } from 'chai';
import fc from 'fast-check';
import { LONGEST_RULEBOOK, parseRulebook } from '../../src/rulebooks/rulebook-schema.ts';
import { brokenNotice, refusals } from '../support/broken-rulebook.ts';
import {
  keyDomainsRulebook,
  keywordsRulebook,
  noticeRulebook,
  shippedText,
} from '../support/shipped-rulebooks.ts';

const NOTICE = shippedText('grading/notice-2021.json');

describe('the text of a rulebook', () => {
  it('is taken when it is sound', () => {
    const kinds = [noticeRulebook(), keyDomainsRulebook(), keywordsRulebook()].map(({ kind }) => kind);
    expect(kinds).to.deep.equal(['grading', 'coverage', 'domain']);
  });

  it('may begin with a byte order mark', () => {
    expect(refusals(`\uFEFF${NOTICE}`)).to.deep.equal([]);
  });

  const TEXTS: readonly [string, string, string][] = [
    ['that is empty', '', '第 1 行不是正确的 JSON'],
    ['that is no JSON', NOTICE.replace('"kind": "grading",', '"kind": "grading"'), '第 3 行不是正确的 JSON'],
    ['in another encoding than UTF-8', NOTICE.replace('通知', '\uFFFD\uFFFD'), '不是 UTF-8'],
    ['larger than a megabyte', ' '.repeat(LONGEST_RULEBOOK + 1), '超过 1024 KB'],
    ['nested without end', '[['.repeat(200_000), '嵌套层数过多'],
    [
      'with conditions nested a thousand times',
      NOTICE.replace('"when": {', `"when": ${'{"not":'.repeat(1000)}`),
      '嵌套层数过多',
    ],
    ['with a key given twice', NOTICE.replace('"grade": 3', '"grade": 1, "grade": 3'), '写了两次“grade”'],
    [
      'with a polluted prototype',
      NOTICE.replace('"grade": 3', '"grade": 3, "__proto__": {}'),
      '不允许写“__proto__”',
    ],
    [
      'with a prototype for a fact',
      NOTICE.replace('"facts": {', '"facts": { "__proto__": 1,'),
      '不允许写“__proto__”',
    ],
    [
      'with a constructor for a fact',
      NOTICE.replace('"facts": {', '"facts": { "constructor": 1,'),
      '没有“constructor”',
    ],
    ['that is a list', '[]', '类型不对'],
    ['that is null', 'null', '类型不对'],
  ];

  for (const [title, text, words] of TEXTS) {
    it(`is refused when it is one ${title}`, () => {
      expect(refusals(text).join('\n')).to.include(words);
    });
  }

  it('is refused with the place, the line and what to do', () => {
    const parsed = parseRulebook(NOTICE.replace('"operator": "equal"', '"operator": "equals"'));
    const [finding] = 'findings' in parsed ? parsed.findings : [];
    expect(finding).to.deep.include({
      kind: 'schema',
      path: '/base/rules/0/when/operator',
      line: NOTICE.split('\n').findIndex((line) => line.includes('"operator"')) + 1,
      message: '不是允许的取值。',
    });
    expect(finding?.fix).to.include('“atLeast”');
  });

  it('is refused for the words a domain rulebook could never find', () => {
    const text = shippedText('domain/keywords.json').replace('"政府采购"', '"政府 采购"');
    expect(refusals(text).join('\n')).to.include('关键词“政府 采购”含空格');
  });

  it('never brings the program down, whatever is put in the place of one of its values', () => {
    const anything = fc.oneof(
      fc.jsonValue({ maxDepth: 3 }),
      fc.constantFrom('', 'equal', '__proto__', '$..x', -1, 1e300),
    );
    const place = fc.array(fc.nat({ max: 9 }), { minLength: 1, maxLength: 6 });
    fc.assert(
      fc.property(place, anything, (turns, value) => {
        const text = brokenNotice((rulebook) => replaceAt(rulebook, turns, value));
        const parsed = parseRulebook(text);
        expect('rulebook' in parsed || parsed.findings.length > 0).to.equal(true);
      }),
      { numRuns: 500 },
    );
  });
});

/** Walks into a JSON value by taking each time one of its members, and replaces the last. */
function replaceAt(container: object, [turn = 0, ...rest]: readonly number[], value: unknown): void {
  const members = Object.entries(container);
  const [key, member] = members[turn % Math.max(members.length, 1)] ?? ['', null];
  if (rest.length > 0 && typeof member === 'object' && member !== null)
    replaceAt(member as object, rest, value);
  else Object.assign(container, { [key]: value });
}
