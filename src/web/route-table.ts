import type { OpenRoute, PageRoute } from './page.ts';

/** What an address asks of its caller; every page but the sign-in page asks for somebody. */
export type Needed<Permission extends string> = Permission | 'anyone' | 'signed-in';

/** One line of the route policy: who may call an address, and which audit entry it leaves. */
export interface PolicyLine<Permission extends string, MenuItem extends string> {
  readonly method: 'get' | 'post';
  readonly path: string;
  readonly permission: Needed<Permission>;
  /** The audit action of what it changes; `null` when it only shows. */
  readonly audit: string | null;
  /** Its name in the menu, when it stands there. */
  readonly menu?: MenuItem;
  /** The menu's entry that this page belongs to where the address does not say so. */
  readonly under?: MenuItem;
}

export interface DeclaredRoutes<Viewer> {
  /** Routes whose viewer the pipeline guarantees. */
  readonly pages: readonly PageRoute<Viewer>[];
  readonly open: readonly OpenRoute<Viewer>[];
}

/** A route with what it asks of its caller. */
export type GuardedRoute<Viewer, Permission extends string> = {
  readonly permission: Needed<Permission>;
} & (
  | { readonly open: false; readonly route: PageRoute<Viewer> }
  | { readonly open: true; readonly route: OpenRoute<Viewer> }
);

/**
 * Joins every declared route with its line of the policy, in the policy's order.
 * @throws {Error} naming each route without a line, line without a route, line or route given twice, open route
 * that needs a permission, page open to anyone, and change that leaves no audit entry.
 */
export function guardedRoutes<Viewer, Permission extends string>(
  policy: readonly PolicyLine<Permission, string>[],
  declared: DeclaredRoutes<Viewer>,
): readonly GuardedRoute<Viewer, Permission>[] {
  const routes = [...declared.pages, ...declared.open];
  const silent = policy.filter((line) => line.method === 'post' && line.audit === null);
  const guarded = policy.flatMap((line) => guardsOf(line, declared));
  const faults = [
    ...twice('policy line', policy),
    ...twice('route', routes),
    ...without('policy line', routes, policy),
    ...without('route', policy, routes),
    ...silent.map(fault('leaves no audit entry')),
    ...guarded.filter((guard) => typeof guard === 'string'),
  ];
  if (faults.length > 0) throw new Error(`Routes and route policy differ:\n${faults.join('\n')}`);
  return guarded.filter((guard) => typeof guard !== 'string');
}

/** The line's route under guard, or why that cannot be. */
function guardsOf<Viewer, Permission extends string>(
  line: PolicyLine<Permission, string>,
  { pages, open }: DeclaredRoutes<Viewer>,
): readonly (GuardedRoute<Viewer, Permission> | string)[] {
  const { permission } = line;
  const isHere = sameAddress(line);
  const guardedPages = pages
    .filter(isHere)
    .map((route) =>
      permission === 'anyone'
        ? fault('needs a viewer but is open to anyone')(line)
        : { open: false as const, route, permission },
    );
  const guardedOpen = open
    .filter(isHere)
    .map((route) =>
      isPermission(permission)
        ? fault('is an open route but needs a permission')(line)
        : { open: true as const, route, permission },
    );
  return [...guardedPages, ...guardedOpen];
}

/** Whether a line names a permission, not just somebody or anybody. */
export function isPermission<Permission extends string>(
  needed: Needed<Permission>,
): needed is Exclude<Permission, 'anyone' | 'signed-in'> {
  return needed !== 'anyone' && needed !== 'signed-in';
}

interface Address {
  readonly method: 'get' | 'post';
  readonly path: string;
}

function sameAddress(wanted: Address): (candidate: Address) => boolean {
  return ({ method, path }) => method === wanted.method && path === wanted.path;
}

function fault(what: string): (address: Address) => string {
  return ({ method, path }) => `${method} ${path} ${what}`;
}

function twice(kind: string, addresses: readonly Address[]): readonly string[] {
  const repeated = addresses.filter((address, index) => addresses.findIndex(sameAddress(address)) !== index);
  return repeated.map(fault(`has more than one ${kind}`));
}

function without(kind: string, addresses: readonly Address[], others: readonly Address[]): readonly string[] {
  return addresses.filter((address) => !others.some(sameAddress(address))).map(fault(`has no ${kind}`));
}
