import { posix } from 'node:path';

/** The slices in architecture.md's order: each may import only those before it. */
const SLICES = [
  'language',
  'platform',
  'web',
  'audit',
  'organisation',
  'access',
  'rulebooks',
  'grading',
  'campaigns',
  'risk-points',
  'forms',
  'coverage',
  'quality',
  'intake',
  'assessment',
  'sign-off',
  'tuning',
  'publication',
  'feedback',
  'to-do',
  'dashboards',
  'reports',
  'api',
  'demo',
];

/** Where parts are put together and started. */
const WIRING = [
  'server',
  'worker',
  'cli',
  'app',
  'services',
  'installation',
  'config',
  'route-policy',
  'routes',
  'qinglian',
];

const SUFFIXES = ['store', 'service', 'reader', 'routes', 'command', 'page', 'job'] as const;

/** What a file may do, by its suffix or by the folder it stands in. */
export type Role =
  (typeof SUFFIXES)[number] | 'pure' | 'platform' | 'language' | 'web' | 'migration' | 'wiring';

export interface Place {
  readonly path: string;
  readonly role: Role;
  /** Where the file's slice stands in the order; `null` outside the slices. */
  readonly rank: number | null;
}

/** Where a file of `src/` stands; `null` when architecture.md has no such place. */
export function placeOf(path: string): Place | null {
  const [, folder, ...rest] = path.split('/');
  const name = posix.basename(path).replace(/\.[^.]+$/u, '');
  if (folder === undefined) return null;
  if (rest.length === 0) return WIRING.includes(name) ? { path, role: 'wiring', rank: null } : null;
  if (folder === 'migrations') return { path, role: 'migration', rank: null };
  const rank = SLICES.indexOf(folder);
  return rank === -1 ? null : { path, role: roleIn(folder, name), rank };
}

function roleIn(folder: string, name: string): Role {
  if (folder === 'platform' || folder === 'language') return folder;
  const suffix = SUFFIXES.find((ending) => name.endsWith(`-${ending}`));
  return suffix ?? (folder === 'web' ? 'web' : 'pure');
}

/** The project path that a relative specifier leads to; `null` for a package. */
export function targetOf(importer: string, specifier: string): string | null {
  return specifier.startsWith('.') ? posix.join(posix.dirname(importer), specifier) : null;
}

/** The package of a specifier, without `node:` and without the path inside it. */
export function packageOf(specifier: string): string {
  const [first = '', second = ''] = specifier.replace(/^node:/u, '').split('/');
  return first.startsWith('@') ? `${first}/${second}` : first;
}

export function isWiringFile(place: Place, name: string): boolean {
  return place.role === 'wiring' && posix.basename(place.path) === name;
}
