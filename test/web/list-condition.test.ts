import { expect } from 'chai';
import { zh } from '../../src/language/zh.ts';
import { filterForm, type ListCondition } from '../../src/web/list-condition.ts';
import { day, pageSize, searchedWords } from '../../src/web/list-fields.ts';
import { addressOf, oneOf, wholeNumber, type QueryFields } from '../../src/web/query-fields.ts';

interface Filter {
  readonly words?: string;
  readonly year?: number;
  readonly kind?: 'red' | 'blue';
  readonly since?: string;
  readonly size?: 20 | 50 | 100;
  readonly page: number;
}

const FIELDS: QueryFields<Filter> = {
  words: searchedWords('q'),
  year: wholeNumber('year', 2000, 2100),
  kind: oneOf('kind', ['red', 'blue']),
  since: day('since'),
  size: pageSize('size'),
  page: wholeNumber('page', 1, 9),
};

const CONDITIONS: readonly ListCondition<Filter>[] = [
  { key: 'words', label: '在各栏中检索', short: '检索', asked: 'search', options: [] },
  { key: 'year', label: '年度', asked: 'link', options: [] },
  {
    key: 'kind',
    label: '颜色',
    asked: 'common',
    options: [
      ['red', '红'],
      ['blue', '蓝'],
    ],
  },
  { key: 'since', label: '日期起', asked: 'more', options: 'date' },
];

function form(filter: Partial<Filter>): ReturnType<typeof filterForm> {
  const list = (other: Partial<Filter>): string => addressOf('/list', FIELDS, other);
  return filterForm(
    CONDITIONS,
    filter,
    { action: '/list', fields: FIELDS, addressOf: list, kept: ['size'] },
    zh,
  );
}

describe('the form of conditions of a list', () => {
  it('asks for what many ask for first, and keeps the rest folded', () => {
    const { search, fields, more } = form({});
    const names = [search, fields, more?.fields].map((some) => some?.map(({ name }) => name));
    expect([names, more?.isOpen]).to.deep.equal([[['q'], ['kind'], ['since']], false]);
  });

  it('is unfolded while something of the rest narrows the list', () => {
    expect([form({ since: '2021-04-22' }).more?.isOpen, form({ kind: 'red' }).more?.isOpen]).to.deep.equal([
      true,
      false,
    ]);
  });

  it('keeps what links bring and the length of pages, but no page', () => {
    expect(form({ year: 2021, size: 20, page: 3 }).kept).to.deep.equal([
      { name: 'year', value: '2021' },
      { name: 'size', value: '20' },
    ]);
  });

  it('says each condition in words, with the first page of the list without it', () => {
    expect(form({ words: '采购', kind: 'blue', since: '2021-04-22', page: 3 }).active).to.deep.equal([
      { text: '检索：采购', dropHref: '/list?kind=blue&since=2021-04-22' },
      { text: '颜色：蓝', dropHref: '/list?q=%E9%87%87%E8%B4%AD&since=2021-04-22' },
      { text: '日期起：2021 年 4 月 22 日', dropHref: '/list?q=%E9%87%87%E8%B4%AD&kind=blue' },
    ]);
  });
});
