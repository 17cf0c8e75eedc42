import { isWiringFile, placeOf, targetOf, type Place, type Role } from './layout.ts';
import { isPure, reachesDatabase, type Module, type Modules } from './modules.ts';
import type { Rule, Violation } from './project-file.ts';
import type { Import } from './source-facts.ts';

interface Step {
  readonly from: Place;
  readonly to: Place;
  readonly typeOnly: boolean;
}

type Complaint = readonly [rule: Rule, message: string];

/** The table of suffixes: whom each kind of file may import, besides platform, language and web. */
const MAY_IMPORT: Readonly<Record<Role, readonly Role[]>> = {
  pure: ['pure'],
  page: ['pure', 'page'],
  reader: ['pure', 'reader'],
  store: ['pure', 'store'],
  service: ['pure', 'store', 'service', 'reader'],
  job: ['pure', 'store', 'service', 'reader', 'job'],
  routes: ['pure', 'service', 'page'],
  command: ['pure', 'service'],
  platform: [],
  language: [],
  web: [],
  migration: ['migration'],
  wiring: ['pure', 'page', 'reader', 'store', 'service', 'job', 'routes', 'command', 'wiring'],
};

const FOUNDATIONS: readonly Role[] = ['platform', 'language', 'web'];

/** What a module's imports of other modules of the project break. */
export function importViolations(module: Module, modules: Modules): readonly Violation[] {
  const { path } = module.place;
  return module.facts.imports.flatMap((imported) => {
    const complaint = complaintAbout(module.place, imported, modules);
    if (complaint === null) return [];
    const [rule, message] = complaint;
    return [{ rule, path, line: imported.line, message: `${imported.specifier ?? '?'}: ${message}` }];
  });
}

function complaintAbout(from: Place, imported: Import, modules: Modules): Complaint | null {
  if (imported.specifier === null) return ['computed import', 'what is imported must be written out'];
  const target = targetOf(from.path, imported.specifier);
  if (target === null || target.endsWith('.json')) return null;
  if (!target.startsWith('src/')) return ['place', 'the program imports only what stands in src/'];
  const to = placeOf(target);
  if (to === null) return ['place', 'architecture.md has no such place in src/'];
  const step = { from, to, typeOnly: imported.typeOnly };
  return wiring(step) ?? role(step) ?? order(step) ?? purity(step, modules);
}

function wiring({ from, to, typeOnly }: Step): Complaint | null {
  if (to.role === 'routes' && !isWiringFile(from, 'routes.ts'))
    return ['wiring', 'only routes.ts imports routes'];
  if (to.role === 'command' && !isWiringFile(from, 'cli.ts'))
    return ['wiring', 'only cli.ts imports commands'];
  const isSliceStore = to.role === 'store' && !to.path.startsWith('src/web/');
  if (from.role === 'wiring' && isSliceStore && !isWiringFile(from, 'services.ts')) {
    return ['wiring', 'only services.ts puts stores into services'];
  }
  if (isWiringFile(from, 'config.ts') && !['pure', ...FOUNDATIONS].includes(to.role)) {
    return ['wiring', 'config.ts only reads the environment'];
  }
  if (to.role !== 'wiring' || from.role === 'wiring') return null;
  const namesServices = typeOnly && isWiringFile(to, 'services.ts');
  if (namesServices && (from.role === 'routes' || from.role === 'command')) return null;
  return ['wiring', 'a slice is given what it needs, it does not fetch it'];
}

function role({ from, to, typeOnly }: Step): Complaint | null {
  if (from.role === 'migration' && to.role !== 'migration' && to.role !== 'platform') {
    return ['role', 'a migration must mean the same for ever, so it stands alone'];
  }
  if (FOUNDATIONS.includes(to.role) || FOUNDATIONS.includes(from.role) || to.role === 'wiring') return null;
  if (MAY_IMPORT[from.role].includes(to.role)) return null;
  if (from.role === 'page' && to.role === 'service' && typeOnly) return null;
  return ['role', `a ${from.role} file may not import a ${to.role} file`];
}

function order({ from, to, typeOnly }: Step): Complaint | null {
  if (from.rank === null || to.rank === null || to.rank <= from.rank) return null;
  const isAddress = to.path.endsWith('/paths.ts');
  const isOutside = from.role === 'routes' || from.role === 'command' || from.role === 'page';
  if (isOutside && (typeOnly || isAddress || to.role === 'service')) return null;
  return ['slice order', 'stands later in the list of slices'];
}

const PURE_ROLES: readonly Role[] = ['pure', 'page', 'language'];
const WITHOUT_DATABASE: readonly Role[] = ['reader', 'routes', 'command', 'web'];
const WITHOUT_REQUEST: readonly Role[] = ['reader', 'store', 'service', 'job'];

function purity({ from, to }: Step, modules: Modules): Complaint | null {
  if ((to.role !== 'platform' && to.role !== 'web') || from.rank === to.rank) return null;
  if (PURE_ROLES.includes(from.role) && !isPure(to.path, modules)) {
    return ['purity', 'does more than compute'];
  }
  if (WITHOUT_DATABASE.includes(from.role) && reachesDatabase(to.path, modules)) {
    return ['role', `a ${from.role} file does not know the database`];
  }
  if (WITHOUT_REQUEST.includes(from.role) && to.role === 'web' && !isPure(to.path, modules)) {
    return ['role', `a ${from.role} file sees no request or response`];
  }
  return null;
}
