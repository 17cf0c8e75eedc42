import { expect } from 'chai';
import type { OpenRoute, PageRoute } from '../../src/web/page.ts';
import { guardedRoutes, type PolicyLine } from '../../src/web/route-table.ts';

type Line = PolicyLine<'points.view', never>;

const LIST: Line = { method: 'get', path: '/points', permission: 'points.view', audit: null };
const DOOR: Line = { method: 'get', path: '/sign-in', permission: 'anyone', audit: null };

const listPage: PageRoute<string> = {
  method: 'get',
  path: '/points',
  handler: async () => ({ kind: 'redirect', to: '/' }),
};
const doorPage: OpenRoute<string> = { ...listPage, path: '/sign-in', handler: listPage.handler as never };

const MISFITS: readonly {
  readonly what: string;
  readonly policy: readonly Line[];
  readonly pages: readonly PageRoute<string>[];
  readonly open: readonly OpenRoute<string>[];
  readonly says: string;
}[] = [
  {
    what: 'a route without a line',
    policy: [],
    pages: [listPage],
    open: [],
    says: 'get /points has no policy line',
  },
  { what: 'a line without a route', policy: [LIST], pages: [], open: [], says: 'get /points has no route' },
  {
    what: 'a route of another method',
    policy: [LIST],
    pages: [{ ...listPage, method: 'post' }],
    open: [],
    says: 'post /points has no policy line',
  },
  {
    what: 'a line given twice',
    policy: [LIST, LIST],
    pages: [listPage],
    open: [],
    says: 'get /points has more than one policy line',
  },
  {
    what: 'a route given twice',
    policy: [LIST],
    pages: [listPage, listPage],
    open: [],
    says: 'get /points has more than one route',
  },
  {
    what: 'a page that is open to anyone',
    policy: [{ ...LIST, permission: 'anyone' }],
    pages: [listPage],
    open: [],
    says: 'get /points needs a viewer but is open to anyone',
  },
  {
    what: 'an open route that needs a permission',
    policy: [{ ...DOOR, permission: 'points.view' }],
    pages: [],
    open: [doorPage],
    says: 'get /sign-in is an open route but needs a permission',
  },
  {
    what: 'a change that leaves no audit entry',
    policy: [{ ...LIST, method: 'post' }],
    pages: [{ ...listPage, method: 'post' }],
    open: [],
    says: 'post /points leaves no audit entry',
  },
];

describe('routes and route policy', () => {
  it('are joined in the order of the policy', () => {
    const guarded = guardedRoutes([DOOR, LIST], { pages: [listPage], open: [doorPage] });
    expect(guarded.map(({ route, permission }) => [route.path, permission])).to.deep.equal([
      ['/sign-in', 'anyone'],
      ['/points', 'points.view'],
    ]);
  });

  for (const { what, policy, pages, open, says } of MISFITS) {
    it(`refuse ${what}`, () => {
      expect(() => guardedRoutes(policy, { pages, open })).to.throw(says);
    });
  }
});
