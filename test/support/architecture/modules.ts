import { isBuiltin } from 'node:module';
import { packageOf, placeOf, targetOf, type Place } from './layout.ts';
import type { ProjectFile } from './project-file.ts';
import { sourceFacts, type SourceFacts } from './source-facts.ts';

export interface Module {
  readonly place: Place;
  readonly facts: SourceFacts;
}

/** The sources below `src/` that stand in a known place, by path. */
export type Modules = ReadonlyMap<string, Module>;

export function modulesOf(files: readonly ProjectFile[]): Modules {
  const modules = new Map<string, Module>();
  for (const file of files) {
    const place = file.path.startsWith('src/') ? placeOf(file.path) : null;
    if (place !== null) modules.set(file.path, { place, facts: sourceFacts(file) });
  }
  return modules;
}

export const EXPRESS_PACKAGES: readonly string[] = [
  'express',
  'express-session',
  'express-rate-limit',
  'connect-session-knex',
  'csrf-sync',
  'helmet',
];

export const DATABASE_PACKAGES: readonly string[] = ['knex', 'sqlite3', 'pg'];

const OTHER_IMPURE_PACKAGES: readonly string[] = ['commander', 'pino', 'tsx'];

/** What of Node only computes. */
const COMPUTING_BUILTINS: readonly string[] = [
  'assert',
  'buffer',
  'crypto',
  'path',
  'string_decoder',
  'url',
  'util',
  'zlib',
];

export function isImpurePackage(specifier: string): boolean {
  const name = packageOf(specifier);
  if (isBuiltin(name)) return !COMPUTING_BUILTINS.includes(name);
  return [EXPRESS_PACKAGES, DATABASE_PACKAGES, OTHER_IMPURE_PACKAGES].some((names) => names.includes(name));
}

/** Whether a module, and everything it imports, only computes. */
export function isPure(path: string, modules: Modules): boolean {
  return [...reachedFrom(path, modules)].every((module) => {
    const packages = packagesOf(module);
    return module.facts.uses.length === 0 && !packages.some(isImpurePackage);
  });
}

/** Whether a module, or something it imports, speaks to the database. */
export function reachesDatabase(path: string, modules: Modules): boolean {
  return [...reachedFrom(path, modules)].some((module) =>
    packagesOf(module).some((specifier) => DATABASE_PACKAGES.includes(packageOf(specifier))),
  );
}

function packagesOf(module: Module): readonly string[] {
  return module.facts.imports.flatMap(({ specifier }) =>
    specifier === null || specifier.startsWith('.') ? [] : [specifier],
  );
}

function reachedFrom(path: string, modules: Modules, reached = new Set<Module>()): ReadonlySet<Module> {
  const module = modules.get(path);
  if (module === undefined || reached.has(module)) return reached;
  reached.add(module);
  for (const { specifier } of module.facts.imports) {
    const target = specifier === null ? null : targetOf(path, specifier);
    if (target !== null) reachedFrom(target, modules, reached);
  }
  return reached;
}
