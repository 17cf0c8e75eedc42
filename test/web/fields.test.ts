import { expect } from 'chai';
import { fieldsOf } from '../../src/web/fields.ts';

const CASES: readonly (readonly [string, unknown, Readonly<Record<string, string>>])[] = [
  ['nothing', undefined, {}],
  ['a text', { grade: '1' }, { grade: '1' }],
  ['a name given twice', { grade: ['1', '2'] }, { grade: '2' }],
  ['something nested', { grade: { $gt: '' } }, {}],
  ['a list of something nested', { grade: [{ a: '1' }] }, {}],
  ['a number', { grade: 1 }, {}],
  ['a text with a NUL', { grade: '\0' + '1\0' }, { grade: '1' }],
];

describe('the fields of a form or query', () => {
  for (const [what, parsed, fields] of CASES) {
    it(`of ${what} are ${JSON.stringify(fields)}`, () => {
      expect(fieldsOf(parsed)).to.deep.equal(fields);
    });
  }
});
