import { expect } from 'chai';
import { zh } from '../../src/language/zh.ts';
import { pagerOf } from '../../src/web/pager.ts';

const address = (page: number): string => `?page=${String(page)}`;

function pages(page: number, of: number): string {
  const pager = pagerOf(page, of, address, zh);
  return (pager?.pages ?? []).map(({ text, isCurrent }) => (isCurrent ? `[${text}]` : text)).join(' ');
}

describe('turning over pages', () => {
  it('is not there where everything fits on one page', () => {
    expect(pagerOf(1, 1, address, zh)).to.equal(null);
  });

  for (const [page, of, shown] of [
    [1, 2, '[1] 2'],
    [1, 20, '[1] 2 … 19 20'],
    [4, 7, '1 2 3 [4] 5 6 7'],
    [10, 20, '1 2 … 9 [10] 11 … 19 20'],
    [20, 20, '1 2 … 19 [20]'],
    [99, 20, '1 2 … 19 [20]'],
  ] as const) {
    it(`shows page ${String(page)} of ${String(of)} as ${shown}`, () => {
      expect(pages(page, of)).to.equal(shown);
    });
  }

  it('leads on and back, but not past the ends', () => {
    const ends = [1, 2, 3].map((page) => {
      const pager = pagerOf(page, 3, address, zh);
      return [pager?.previous, pager?.next];
    });
    expect(ends).to.deep.equal([
      [null, '?page=2'],
      ['?page=1', '?page=3'],
      ['?page=2', null],
    ]);
  });
});
