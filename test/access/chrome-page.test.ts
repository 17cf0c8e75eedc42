import { expect } from 'chai';
import { firstPageOf, headlineOf, languageLinks, menuOf, rolesOf } from '../../src/access/chrome-page.ts';
import type { RouteLine } from '../../src/access/policy-line.ts';
import type { Viewer } from '../../src/access/viewer.ts';
import { en } from '../../src/language/en.ts';
import { zh } from '../../src/language/zh.ts';

const POLICY: readonly RouteLine[] = [
  { method: 'get', path: '/', permission: 'signed-in', audit: null },
  { method: 'get', path: '/board', permission: 'board.view', audit: null, menu: 'board' },
  { method: 'get', path: '/points', permission: 'points.view', audit: null, menu: 'points' },
  { method: 'get', path: '/points/:id', permission: 'points.view', audit: null },
  { method: 'get', path: '/audit', permission: 'audit.view', audit: null, menu: 'audit' },
];

function holding(...roles: readonly Viewer['assignments'][number]['role'][]): Viewer {
  const assignments = roles.map((role) => ({ role, unitId: 4, unitPath: '/1/4/', unitName: '办公室' }));
  return { accountId: 1, username: 'someone', displayName: '某人', assignments, mustChangePassword: false };
}

describe('the menu', () => {
  it('holds what the viewer may open, in the order of the policy', () => {
    const labels = menuOf(holding('office', 'auditor'), POLICY, { path: '/', route: '/' }, zh).map(
      ({ label }) => label,
    );
    expect(labels).to.deep.equal(['看板', '风险点', '审计记录']);
  });

  it('marks the page that is shown, and the one above it', () => {
    const marks = (path: string, route = path): unknown =>
      menuOf(holding('division-head'), POLICY, { path, route }, zh);
    expect(marks('/points')).to.deep.equal([{ label: '风险点', path: '/points', current: 'page' }]);
    expect(marks('/points/7')).to.deep.equal([{ label: '风险点', path: '/points', current: 'true' }]);
  });

  it('marks the entry that a page belongs to by the policy', () => {
    const policy: readonly RouteLine[] = [
      ...POLICY,
      { method: 'get', path: '/other/:id', permission: 'points.view', audit: null, under: 'points' },
    ];
    const shown = { path: '/other/7', route: '/other/:id' };
    expect(menuOf(holding('office'), policy, shown, zh).map(({ current }) => current)).to.deep.equal([
      null,
      'true',
    ]);
  });

  it('marks one entry only: the one that the policy names, else the nearest', () => {
    const policy: readonly RouteLine[] = [
      ...POLICY,
      { method: 'get', path: '/points/assess', permission: 'points.assess', audit: null, menu: 'assess' },
      {
        method: 'get',
        path: '/points/:id/assess',
        permission: 'points.assess',
        audit: null,
        under: 'assess',
      },
    ];
    const marks = (path: string, route = path): unknown =>
      menuOf(holding('division-head'), policy, { path, route }, zh).map(({ current }) => current);
    expect([marks('/points/assess'), marks('/points/7/assess', '/points/:id/assess')]).to.deep.equal([
      [null, 'page'],
      [null, 'true'],
    ]);
  });

  for (const [role, first] of [
    ['party-group', '/board'],
    ['division-head', '/points'],
    ['auditor', '/audit'],
    ['post-holder', null],
  ] as const) {
    it(`begins for ${role} with ${first ?? 'nothing'}`, () => {
      expect(firstPageOf(holding(role), POLICY, zh)).to.equal(first);
    });
  }

  it('stands beside the roles of the viewer, each with its unit', () => {
    expect(rolesOf(holding('division-head', 'post-holder'), zh)).to.equal(
      '办公室 · 处室（单位）负责人、办公室 · 岗位人员',
    );
  });

  it('does not say twice who an account is that is named like its role', () => {
    const account = { ...holding('party-group'), displayName: '局党组' };
    expect(headlineOf(account, zh)).to.deep.equal({ name: '局党组', roles: '办公室' });
  });
});

describe('the choice of languages', () => {
  it('leads to the same page in every language, and says which is shown', () => {
    expect(languageLinks('/points?grade=1', en)).to.deep.equal([
      { name: '中文', code: 'zh-CN', href: '/language?to=zh&next=%2Fpoints%3Fgrade%3D1', isCurrent: false },
      { name: 'English', code: 'en', href: '/language?to=en&next=%2Fpoints%3Fgrade%3D1', isCurrent: true },
    ]);
  });
});
