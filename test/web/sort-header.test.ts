import { expect } from 'chai';
import { zh } from '../../src/language/zh.ts';
import { pageSizes } from '../../src/web/pager.ts';
import { sortHeader, type SortHeader } from '../../src/web/sort-header.ts';

type Column = 'grade' | 'changed';

function header(now: { readonly column: Column; readonly isReversed: boolean }): SortHeader {
  return sortHeader<Column>('grade', '等级', now, 'ascending', (order) => `/list?sort=${order}`, zh);
}

describe('the head of a column', () => {
  for (const [column, isReversed, sorted, href] of [
    ['changed', false, null, 'grade'],
    ['grade', false, 'ascending', 'grade-reversed'],
    ['grade', true, 'descending', 'grade'],
  ] as const) {
    it(`is sorted ${String(sorted)} and leads to ${href}`, () => {
      const { sorted: said, href: to } = header({ column, isReversed });
      expect([said, to]).to.deep.equal([sorted, `/list?sort=${href}`]);
    });
  }
});

describe('the length of pages', () => {
  it('is offered where the shortest page does not have all', () => {
    const offered = (total: number): number => pageSizes(total, undefined, String, zh).length;
    expect([offered(20), offered(21)]).to.deep.equal([0, 3]);
  });

  it('is 50 where nothing else is said, which leads nowhere', () => {
    const steps = pageSizes(99, undefined, (size) => `?size=${String(size)}`, zh);
    expect(steps.map(({ href }) => href)).to.deep.equal(['?size=20', null, '?size=100']);
  });
});
