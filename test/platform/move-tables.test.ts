import { expect } from 'chai';
import { referredFirst } from '../../src/platform/move-tables.ts';

describe('the order in which tables are moved', () => {
  const table = (name: string, ...refersTo: string[]): { name: string; refersTo: string[] } => ({
    name,
    refersTo,
  });
  const ordered = (...tables: { name: string; refersTo: string[] }[]): readonly string[] =>
    referredFirst(tables).map(({ name }) => name);

  it('puts each after those that it refers to, itself and strangers aside', () => {
    const tables = [table('measure', 'point'), table('point', 'unit', 'point', 'elsewhere'), table('unit')];
    expect(ordered(...tables)).to.deep.equal(['unit', 'point', 'measure']);
  });

  it('is refused where tables refer in a circle', () => {
    expect(() => ordered(table('unit'), table('one', 'other'), table('other', 'one'))).to.throw('one, other');
  });
});
