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
  return { accountId: 1, username: 'someone', displayName: '某人', assignments };
}

/** Written out, so that a change of the policy is a change of this table. Columns as in PERMISSIONS. */
const WHO_MAY_WHAT: Readonly<Record<Role, string>> = {
  'post-holder': '- - - - - - - own',
  'division-head': '- own-division division points forms coverage - own',
  'leader-in-charge': 'board - division points forms coverage - own',
  'principal-leader': 'board - division points forms coverage - own',
  'party-group': 'board - division points forms coverage - own',
  'assessment-group': 'board - division points forms coverage - own',
  'discipline-team': 'board - division points forms coverage - own',
  office: 'board - division points forms coverage - own',
  auditor: '- - - - - - audit own',
};

describe('who may what', () => {
  for (const role of ROLES) {
    const columns = WHO_MAY_WHAT[role].split(' ');
    for (const [index, permission] of PERMISSIONS.entries()) {
      const isGranted = columns[index] !== '-';
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
