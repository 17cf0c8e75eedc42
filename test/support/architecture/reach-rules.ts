import { packageOf, targetOf, type Place, type Role } from './layout.ts';
import { DATABASE_PACKAGES, EXPRESS_PACKAGES, isImpurePackage, type Module } from './modules.ts';
import type { Rule, Violation } from './project-file.ts';

interface Reservation {
  readonly rule: Rule;
  readonly packages: readonly string[];
  readonly where: string;
  readonly allows: (place: Place) => boolean;
}

/** Packages, types included, that only some files may name. */
const RESERVATIONS: readonly Reservation[] = [
  {
    rule: 'express',
    packages: EXPRESS_PACKAGES,
    where: 'in web/, *-routes.ts and app.ts',
    allows: ({ role, path }) => path.startsWith('src/web/') || role === 'routes' || path === 'src/app.ts',
  },
  {
    rule: 'knex',
    packages: DATABASE_PACKAGES,
    where: 'in *-store.ts, platform/ and migrations/',
    allows: ({ role }) => role === 'store' || role === 'platform' || role === 'migration',
  },
  {
    rule: 'rule engine',
    packages: ['json-rules-engine', 'jsonpath-plus'],
    where: 'in rulebooks/rule-engine.ts',
    allows: ({ path }) => path === 'src/rulebooks/rule-engine.ts',
  },
  {
    rule: 'environment',
    packages: ['process'],
    where: 'as the global name, so that reading the environment cannot hide',
    allows: () => false,
  },
  {
    rule: 'clock',
    packages: ['perf_hooks'],
    where: 'in platform/clock.ts',
    allows: ({ path }) => path === 'src/platform/clock.ts',
  },
];

const SECOND_WALL = [
  'src/platform/row-reach.ts',
  'src/platform/row-security.ts',
  'src/platform/older-versions.ts',
];

/** Who may say, besides migrations, which rows the database shows whoever forgets to ask for a reach; each with its reason. */
const BUILDERS_OF_THE_WALL: Readonly<Record<string, string>> = {
  'src/platform/row-security.ts': 'it is the wall',
  'src/platform/migrate.ts': 'lets an older version work on while it is upgraded',
  'src/platform/postgres-client.ts': 'tells a connection the reach of whoever takes it',
  'src/platform/database.ts': 'settles what is noted of any row before a commit',
  'src/platform/job-runner.ts': 'a job is about more than whoever asked for it may see',
  'src/installation.ts': 'warns where the wall does not stand, and says when no older version is left',
  'src/platform/doctor.ts': 'says where the wall does not stand',
  'src/web/recognise.ts': 'a request sees what its viewer reaches',
  'src/server.ts': 'what belongs to no request sees nothing',
};

const PURE_ROLES: readonly Role[] = ['pure', 'page', 'language'];

/** What a module breaks by the packages it names and the globals it touches. */
export function reachViolations(module: Module): readonly Violation[] {
  return [...packageViolations(module), ...wallViolations(module), ...useViolations(module)];
}

function wallViolations({ place, facts }: Module): readonly Violation[] {
  const { path, role } = place;
  if (role === 'migration' || path in BUILDERS_OF_THE_WALL) return [];
  return facts.imports
    .filter(({ specifier }) => SECOND_WALL.includes(targetOf(path, specifier ?? '') ?? ''))
    .map(({ specifier, line }) => ({
      rule: 'row reach' as const,
      path,
      line,
      message: `${specifier ?? ''} only where reach-rules.ts says why`,
    }));
}

function packageViolations({ place, facts }: Module): readonly Violation[] {
  return facts.imports.flatMap(({ specifier, line }) => {
    if (specifier === null || specifier.startsWith('.')) return [];
    const reservation = RESERVATIONS.find(({ packages }) => packages.includes(packageOf(specifier)));
    if (reservation !== undefined) {
      if (reservation.allows(place)) return [];
      const message = `${specifier} only ${reservation.where}`;
      return [{ rule: reservation.rule, path: place.path, line, message }];
    }
    if (!PURE_ROLES.includes(place.role) || !isImpurePackage(specifier)) return [];
    return [{ rule: 'purity', path: place.path, line, message: `${specifier} does more than compute` }];
  });
}

function useViolations({ place, facts }: Module): readonly Violation[] {
  const { path, role } = place;
  return facts.uses.flatMap(({ what, text, line }): readonly Violation[] => {
    if (what === 'environment' && path !== 'src/config.ts') {
      return [{ rule: 'environment', path, line, message: `${text}: only config.ts reads the environment` }];
    }
    if (what === 'clock' && path !== 'src/platform/clock.ts') {
      return [{ rule: 'clock', path, line, message: `${text}: only platform/clock.ts asks the time` }];
    }
    if (what === 'global' && PURE_ROLES.includes(role)) {
      return [{ rule: 'purity', path, line, message: `${text} does more than compute` }];
    }
    return [];
  });
}
