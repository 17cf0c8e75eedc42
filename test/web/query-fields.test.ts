import { expect } from 'chai';
import { oneOf, readQuery, wholeNumber } from '../../src/web/query-fields.ts';

const FIELDS = { unitId: wholeNumber('unit', 1, 100), order: oneOf('order', ['up', 'down']) };

interface Filter {
  readonly unitId?: number;
  readonly order?: 'up' | 'down';
}

describe('reading conditions from an address', () => {
  for (const [typed, filter] of [
    [{}, {}],
    [{ unit: '' }, {}],
    [
      { unit: '7', order: 'up' },
      { unitId: 7, order: 'up' },
    ],
    [{ unit: ' 7 ' }, { unitId: 7 }],
    [{ other: '7' }, {}],
  ] as const) {
    it(`reads ${JSON.stringify(typed)}`, () => {
      expect(readQuery<Filter>(FIELDS, typed)).to.deep.equal({ filter, ignored: [] });
    });
  }

  for (const unit of [
    '0',
    '101',
    '-1',
    '07',
    '1.5',
    '1e1',
    'abc',
    '７',
    "1' or '1'='1",
    '99999999999999999999',
  ]) {
    it(`names unit=${unit} and does not obey it`, () => {
      const { filter, ignored } = readQuery<Filter>(FIELDS, { unit });
      expect([filter, ignored.map(({ name }) => name)]).to.deep.equal([{}, ['unit']]);
    });
  }

  it('does not repeat an endless value', () => {
    const { ignored } = readQuery<Filter>(FIELDS, { order: 'x'.repeat(5000) });
    expect(ignored[0]?.value).to.have.length(41);
  });
});
