import { Buffer } from 'node:buffer';
import type { HostileFile } from './hostile-file.ts';
import { brokenNotice, noticeAdjusting, type Breakable } from './broken-rulebook.ts';
import { noticeRulebook } from './shipped-rulebooks.ts';

const NOTICE = JSON.stringify(noticeRulebook(), null, 2);
const HARM = { fact: 'harm', operator: 'equal', value: 'serious' };

const json = (what: string, text: string, ...says: readonly string[]): HostileFile => {
  return { what: `a text with ${what}`, bytes: () => Buffer.from(text), says };
};
const when = (what: string, condition: unknown, ...says: readonly string[]): HostileFile =>
  json(what, pretty(noticeAdjusting(condition)), ...says);
const broken = (what: string, breakIt: (book: Breakable) => void, ...says: readonly string[]): HostileFile =>
  json(what, pretty(brokenNotice(breakIt)), ...says);

function pretty(text: string): string {
  return JSON.stringify(JSON.parse(text), null, 2);
}

function deep(levels: number): string {
  const inner = JSON.stringify(HARM);
  const outer = `${'{"not":'.repeat(levels)}${inner}${'}'.repeat(levels)}`;
  return noticeAdjusting(HARM).replace(
    `"when":${inner},"effect":{"lowerBy"`,
    `"when":${outer},"effect":{"lowerBy"`,
  );
}

const ADJUSTMENT = {
  ...{ name: 'a', title: { zh: '甲', en: 'A' }, reason: { zh: '说明', en: 'words' } },
  ...{ clause: '3.3-grade-1', when: { fact: 'measureCount', operator: 'atLeast', value: 3 } },
};

/** Texts, each refused at its line. */
export const HOSTILE_TEXTS: readonly HostileFile[] = [
  when('an unknown fact', { ...HARM, fact: 'colour' }, '第 348 行', '没有“colour”这个事实', '可用的事实：'),
  when('a fact called __proto__', { ...HARM, fact: '__proto__' }, '第 348 行', '名称不合规定'),
  when(
    'an unknown operator',
    { ...HARM, operator: 'almost' },
    '第 349 行',
    '不是允许的取值',
    '请从以下取值中选一个',
  ),
  when('a regular expression', { ...HARM, operator: 'regex', value: '(a+)+$' }, '不是允许的取值'),
  when('a path into a fact', { ...HARM, path: '$..x' }, '第 351 行', '不允许写“path”', '请删去'),
  when('a number where a step is meant', { ...HARM, value: 3 }, '第 350 行', '不是事实“harm”的取值'),
  when('a condition of a hundred facts', { all: Array(100).fill(HARM) }, '内容太多', '请删减或拆分'),
  broken(
    'two rules of one name',
    ({ base }) => base.rules.push({ ...base.rules[0] }),
    '“probability-high”重复',
    '请改用不同的名称',
  ),
  broken(
    'two rules of the same conditions that differ',
    ({ adjustments }) =>
      adjustments.push(
        { ...ADJUSTMENT, effect: { lowerBy: 1 } },
        { ...ADJUSTMENT, name: 'b', title: { zh: '乙', en: 'B' }, effect: { lowerBy: 2 } },
      ),
    '“甲”与“乙”条件相同，结果却不同',
    '请删去其中一条',
  ),
  broken('501 examples', (book) => (book.examples = fill(501, book.examples[0])), '最多 500 项', '请删减'),
  broken('10,000 rules', (book) => (book.adjustments = fill(10_000, {})), '最多 200 项', '请删减或拆分'),
  json('345,000 empty rules', flood('adjustments', '{}', 345_000), '最多 200 项', '请删减或拆分'),
  json('100,000 conditions side by side', flood('examples', '{"all":1}', 95_000), '最多 500 项'),
  json(
    '60,000 strange keys',
    `{${Array.from({ length: 60_000 }, (_, key) => `"k${String(key)}":1`).join(',')}}`,
    '缺少“kind”',
  ),
  json('the same key 100,000 times', `{${Array(100_000).fill('"k":1').join(',')}}`, '同一处写了两次“k”'),
  json('conditions 1,000 deep', deep(1000), '嵌套层数过多', '请减少括号的层数'),
  json('half a million brackets', '['.repeat(500_000), '嵌套层数过多', '请减少括号的层数'),
  json('a quote that never ends', `"${'\\'.repeat(1_000_000)}`, '第 1 行不是正确的 JSON', '是否成对'),
  json(
    '__proto__ as a key',
    NOTICE.replace('"kind"', '"__proto__": {"polluted": true}, "kind"'),
    '第 2 行',
    '不允许写“__proto__”',
    '请删去',
  ),
  json(
    'constructor as a key',
    NOTICE.replace('"kind"', '"constructor": {"prototype": {"polluted": true}}, "kind"'),
    '第 2 行',
    '不允许写“constructor”',
  ),
  json(
    '__proto__ in a condition',
    NOTICE.replace('"when": {', '"when": {"__proto__": {"polluted": true},'),
    '第 165 行',
    '不允许写“__proto__”',
  ),
  json(
    'a title of 300,000 characters',
    NOTICE.replace(/"zh": "[^"]*"/u, `"zh": "${'长'.repeat(300_000)}"`),
    '第 5 行',
    '最多 120 项',
  ),
  json('two megabytes', NOTICE + ' '.repeat(2_000_000), '评定标准超过 1024 KB', '请删去多余内容'),
  json('two byte-order marks', `\uFEFF\uFEFF${NOTICE}`, '第 1 行不是正确的 JSON'),
  json(
    'a full-width space between values',
    NOTICE.replace('  "kind"', '\u3000"kind"'),
    '第 2 行不是正确的 JSON',
  ),
  json('nothing in it', '', '第 1 行不是正确的 JSON'),
  {
    what: 'a text in UTF-16',
    bytes: () => Buffer.from(`\uFEFF${NOTICE}`, 'utf16le'),
    says: ['不是 UTF-8 编码', '另存'],
  },
  {
    what: 'a text in UTF-16 without a mark',
    bytes: () => Buffer.from(NOTICE, 'utf16le'),
    says: ['不是 UTF-8 编码'],
  },
];

function fill<Item>(count: number, item: Item | undefined): Item[] {
  return item === undefined ? [] : Array.from({ length: count }, () => item);
}

function flood(key: 'adjustments' | 'examples', item: string, count: number): string {
  const value = `"${key}":[${Array(count).fill(item).join(',')}]`;
  return brokenNotice((book) => (book[key] = [])).replace(`"${key}":[]`, value);
}
