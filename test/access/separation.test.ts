import { expect } from 'chai';
import type { Role } from '../../src/access/role.ts';
import { forbiddenPairs, unitsWithoutOffice } from '../../src/access/separation.ts';

const CASES: readonly (readonly [readonly Role[], readonly string[]])[] = [
  [[], []],
  [['office'], []],
  [['office', 'auditor'], ['auditor+office']],
  [['office', 'party-group'], ['office+party-group']],
  [['discipline-team', 'party-group'], ['discipline-team+party-group']],
  [['auditor', 'post-holder'], ['auditor+post-holder']],
  [['auditor', 'auditor'], []],
  [['office', 'discipline-team'], []],
  [['office', 'division-head', 'post-holder'], []],
  [['discipline-team', 'assessment-group'], []],
  [
    ['party-group', 'office', 'discipline-team', 'auditor'],
    [
      'office+party-group',
      'discipline-team+party-group',
      'auditor+party-group',
      'auditor+office',
      'auditor+discipline-team',
    ],
  ],
];

describe('the separation of duties', () => {
  for (const [roles, pairs] of CASES) {
    const verdict = pairs.length === 0 ? 'allows' : 'keeps apart in';
    it(`${verdict} ${roles.join(', ') || 'no role'}`, () => {
      expect(forbiddenPairs(roles).map((pair) => pair.join('+'))).to.deep.equal(pairs);
    });
  }
});

describe('units that would be left without an office', () => {
  it('are those that no other office covers, at the unit or above it', () => {
    expect(unitsWithoutOffice(['/1/', '/2/'], ['/2/'])).to.deep.equal(['/1/']);
    expect(unitsWithoutOffice(['/9/1/'], ['/9/'])).to.deep.equal([]);
    expect(unitsWithoutOffice(['/9/'], ['/9/1/'])).to.deep.equal(['/9/']);
    expect(unitsWithoutOffice(['/1/'], ['/11/'])).to.deep.equal(['/1/']);
    expect(unitsWithoutOffice([], [])).to.deep.equal([]);
  });
});
