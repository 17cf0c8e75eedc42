import { expect } from 'chai';
import fc from 'fast-check';
import { FORM_STATES, type FormFilter } from '../../src/forms/form.ts';
import { FORM_ORDERS } from '../../src/forms/form-order.ts';
import { formsPath, readFormQuery } from '../../src/forms/paths.ts';

const anyFilter: fc.Arbitrary<Partial<FormFilter>> = fc.record(
  {
    year: fc.integer({ min: 2000, max: 2100 }),
    unitId: fc.integer({ min: 1 }),
    annex1: fc.constant('missing' as const),
    words: fc.constantFrom('采购', '林 某', '100%'),
    state: fc.constantFrom(...FORM_STATES),
    revised: fc.constant('yes' as const),
    order: fc.constantFrom(...FORM_ORDERS.filter((order) => order !== 'unit')),
    size: fc.constantFrom(20 as const, 100 as const),
    page: fc.integer({ min: 2, max: 1_000_000 }),
  },
  { requiredKeys: [] },
);

describe('the address of a list of forms', () => {
  it('reads back as what was written', () => {
    fc.assert(
      fc.property(anyFilter, (filter) => {
        const { searchParams } = new URL(formsPath(filter), 'http://here.invalid');
        expect(readFormQuery(Object.fromEntries(searchParams))).to.deep.equal({ filter, ignored: [] });
      }),
    );
  });

  it('ignores what means nothing and says so', () => {
    const { filter, ignored } = readFormQuery({ unit: 'abc', annex1: 'there', page: '0' });
    expect([filter, ignored.map(({ name }) => name)]).to.deep.equal([{}, ['unit', 'annex1', 'page']]);
  });
});
