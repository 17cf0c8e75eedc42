import { expect } from 'chai';
import type { CoverageCell } from '../../src/coverage/coverage-cell.ts';
import { coveragePage } from '../../src/coverage/coverage-page.ts';
import { en } from '../../src/language/en.ts';
import { zh } from '../../src/language/zh.ts';
import { KEY_DOMAINS } from '../../src/organisation/key-domain.ts';
import { boardFigures, coverageCell } from '../support/board-figures.ts';

const CELLS: readonly (readonly [string, CoverageCell])[] = [
  ['covered', coverageCell(2, '办公室', 'assets', 'covered')],
  ['weak', coverageCell(2, '办公室', 'assets', 'weak')],
  ['gap', coverageCell(2, '办公室', 'assets', 'gap')],
  ['exempt', coverageCell(2, '办公室', 'assets', 'exempt')],
  ['exempt although there are points', coverageCell(2, '办公室', 'assets', 'exempt', { points: 2 })],
  ['not expected but there', coverageCell(2, '办公室', 'assets', 'not-expected', { points: 2 })],
];

describe('the name of a square of the coverage matrix', () => {
  for (const [what, cell] of CELLS) {
    it(`says of a domain that is ${what} what it shows, to those who hear it or ask for it by voice`, () => {
      for (const text of [zh, en]) {
        const { matrix } = coveragePage(
          boardFigures({ coverage: [cell] }),
          { filter: {}, ignored: [] },
          text,
        );
        const square = matrix.rows[0]?.squares[KEY_DOMAINS.indexOf('assets')];
        expect(square?.text).not.to.equal('');
        expect(square?.label.toLowerCase()).to.include(square?.text.toLowerCase());
      }
    });
  }
});
