import { expect } from 'chai';
import { decisionName, decisionsIn } from '../../../src/intake/upload/decision-fields.ts';

const AT = { sheet: '登记表', row: 3, column: 7 };

describe('the decisions in a posted form', () => {
  it('are what its controls say', () => {
    const subject = { file: 4, kind: 'place', at: AT, field: 'probability', raw: '中' } as const;
    const correction = { kind: 'place', at: AT, field: 'probability', raw: '中', value: '较高' };
    expect(decisionsIn({ [decisionName(subject)]: ' 较高 ' })).to.deep.equal([
      { fileId: 4, correction, subject },
    ]);
  });

  for (const [what, name, value] of [
    ['a blank control', decisionName({ file: 4, kind: 'leave-out', at: AT }), ' '],
    [
      'a value that stands there already',
      decisionName({ file: 4, kind: 'place', at: AT, field: 'name', raw: '周某' }),
      '周某',
    ],
    ['a field that there is not', decisionName({ file: 4, kind: 'column', at: AT }), 'constructor'],
    ['an id that is none', decisionName({ file: null, kind: 'unit', written: '办公事' }), '1 or 1=1'],
    ['a name of another shape', '{"file":4,"kind":"place"}', 'x'],
    ['a name that is no JSON', '{"file":', 'x'],
    ['a kind that there is not', '{"file":4,"kind":"drop table"}', '1'],
    [
      'a value of unlikely length',
      decisionName({ file: 4, kind: 'place', at: AT, field: 'name', raw: null }),
      'x'.repeat(30_000),
    ],
    ['a field of the form itself', '_csrf', 'x'],
  ] as const) {
    it(`${what} decides nothing`, () => expect(decisionsIn({ [name]: value })).to.deep.equal([]));
  }
});
