import { expect } from 'chai';
import { may, reachOf } from '../../src/access/permission.ts';
import { PERMISSIONS } from '../../src/access/policy.ts';
import { ROLES, type Role } from '../../src/access/role.ts';
import type { Viewer } from '../../src/access/viewer.ts';

function viewer(...held: readonly (readonly [Role, string])[]): Viewer {
  const assignments = held.map(([role, unitPath], unitId) => ({
    role,
    unitPath,
    unitId,
    unitName: '某单位',
  }));
  return { accountId: 1, username: 'someone', displayName: '某人', assignments, mustChangePassword: false };
}

const ALL_PAGES = 'board.view division.view points.view forms.view coverage.view account.own';

/** Written out, so that a change of the policy is a change of this table. */
const WHO_MAY_WHAT: Readonly<Record<Role, string>> = {
  'post-holder': 'own.view account.own',
  'division-head':
    'division.own division.view points.view forms.view coverage.view points.assess points.domains ' +
    'coverage.request-exemption imports.upload account.own',
  'leader-in-charge': `${ALL_PAGES} rulebooks.view`,
  'principal-leader': `${ALL_PAGES} rulebooks.view`,
  'party-group': `${ALL_PAGES} grades.approve rulebooks.view rulebooks.approve`,
  'assessment-group':
    `${ALL_PAGES} points.assess points.domains grades.override coverage.decide-exemption ` + 'rulebooks.view',
  'discipline-team': `${ALL_PAGES} points.domains coverage.decide-exemption rulebooks.view rulebooks.tune`,
  office:
    `${ALL_PAGES} imports.upload points.domains posts.confirm powers.manage organisation.manage ` +
    'accounts.manage campaigns.manage rulebooks.view',
  auditor: 'audit.view account.own',
  regional: 'region.view account.own',
};

describe('who may what', () => {
  for (const role of ROLES) {
    const granted = WHO_MAY_WHAT[role].split(' ');
    for (const permission of PERMISSIONS) {
      const isGranted = granted.includes(permission);
      it(`${role} ${isGranted ? 'has' : 'has no'} ${permission}`, () => {
        expect(may(viewer([role, '/1/']), permission)).to.equal(isGranted);
      });
    }
  }

  it('gives nobody without a role anything but the own account', () => {
    const granted = PERMISSIONS.filter((permission) => may(viewer(), permission));
    expect(granted).to.deep.equal(['account.own']);
  });
});

describe('the reach of a permission', () => {
  it('is the subtree of the unit at which the role is held', () => {
    expect(reachOf(viewer(['division-head', '/1/4/']), 'points.view').unitPaths).to.deep.equal(['/1/4/']);
  });

  it('comes from the roles that give it and from no other', () => {
    const both = viewer(['auditor', '/1/'], ['division-head', '/1/4/']);
    expect(reachOf(both, 'points.view').unitPaths).to.deep.equal(['/1/4/']);
    expect(reachOf(both, 'audit.view').unitPaths).to.deep.equal(['/1/']);
  });

  it('names a unit once, and none that stands inside another', () => {
    const held = viewer(
      ['office', '/1/'],
      ['division-head', '/1/4/'],
      ['party-group', '/1/'],
      ['office', '/2/'],
    );
    expect(reachOf(held, 'points.view').unitPaths).to.deep.equal(['/1/', '/2/']);
  });

  it('is nothing without a role that gives it', () => {
    expect(reachOf(viewer(['post-holder', '/1/4/']), 'points.view').unitPaths).to.deep.equal([]);
  });
});
