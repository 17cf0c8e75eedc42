import { existsSync } from 'node:fs';
import type { Config } from './config.ts';
import { accessPaths } from './access/paths.ts';
import type { BureauFigures } from './dashboards/board.ts';
import type { DemoAccount } from './access/sign-in-page.ts';
import { DemoService } from './demo/demo-service.ts';
import { systemClock } from './platform/clock.ts';
import type { Database } from './platform/database.ts';
import type { Tentative } from './platform/command-context.ts';
import { examine, type Finding } from './platform/doctor.ts';
import { interrupted } from './platform/interrupt.ts';
import { secretInDatabase } from './platform/kept-secret-store.ts';
import { keptSecret } from './platform/kept-secret.ts';
import { createLog } from './platform/log.ts';
import { whileMeasured } from './platform/metrics-server.ts';
import { pendingMigrations } from './platform/migrate.ts';
import {
  isServerAt,
  mustBeThere,
  openedAt,
  upToDate,
  usable,
  type Upgrade,
} from './platform/opened-database.ts';
import { EVERYWHERE } from './organisation/reach.ts';
import { endOlderVersions } from './platform/older-versions.ts';
import { seesGuardedRows } from './platform/row-security.ts';
import { TentativeFile } from './platform/tentative-file.ts';
import { readShippedRulebooks } from './rulebooks/shipped-rulebooks-reader.ts';
import { createServices, type Services } from './services.ts';

interface ServeOptions {
  readonly port: number | undefined;
  readonly demoAccounts?: readonly DemoAccount[];
  /** Whether jobs are done here, too: yes, unless others are there for them. */
  readonly doesJobs?: boolean;
  readonly onReady?: (address: string) => void;
  /** Told where an installation without accounts is set up, and the code that it asks for. */
  readonly onSetup?: (address: string, code: string) => void;
}

/** An open database with everything that works on it. */
export interface Installation extends Services {
  readonly demo: DemoService;
  /** Names of the migrations that opening it ran. */
  readonly migrated: readonly string[];
  /** Lets processes of older versions, which tell no reach, see nothing any more. */
  finishUpgrade(): Promise<void>;
  /** Serves until the program is asked to stop. */
  serve(options: ServeOptions): Promise<void>;
  /** What the boards of all bureaus say. */
  figures(): Promise<readonly BureauFigures[]>;
  /** Does the jobs that wait, until the program is asked to stop. */
  work(): Promise<void>;
  /** Whether all is well. */
  examine(): Promise<readonly Finding[]>;
  close(): Promise<void>;
}

/**
 * Opens a database (a file is made where there is none), brings it up to date and puts the services together.
 * @throws OperationalError when the file is no database, or the PostgreSQL is not to be used: not whole yet, or older than the
 *   program while others may work on it.
 */
export async function openInstallation(
  location: string,
  config: Config,
  upgrade: Upgrade = 'alone',
): Promise<Installation> {
  const database = openedAt(location);
  const migrated = await usable(database, location, upToDate(database, location, upgrade));
  const services = createServices(database, systemClock(config.timeZone), createLog(config.logLevel));
  await services.rulebooks.loadShipped(readShippedRulebooks());
  // A migration notes what the search is to learn; the first transaction settles it before anybody asks.
  if (migrated.length > 0) await services.database.transaction(() => Promise.resolve());
  return installationOf(services, location, config, migrated);
}

/** Opens a database; a file that has to be made first stays only if it is closed as kept. */
export async function openTentatively(
  location: string,
  config: Config,
): Promise<Tentative<Omit<Installation, 'close'>>> {
  if (isServerAt(location) || existsSync(location)) return openInstallation(location, config);
  const file = new TentativeFile(location);
  const made = await openInstallation(file.path, config);
  return {
    ...made,
    close: async (isKept) => {
      await made.close();
      if (isKept) file.keep();
      else file.drop();
    },
  };
}

/** @throws OperationalError `not-found` when there is no such file, or nothing of ours in the PostgreSQL. */
export async function openExisting(location: string, config: Config): Promise<Installation> {
  await mustBeThere(location);
  return openInstallation(location, config);
}

/**
 * Opens a database to look at it: nothing is migrated or loaded, so a copy stays what it was.
 * @throws OperationalError `not-found` when there is no such file, or nothing of ours in the PostgreSQL.
 */
export async function inspectInstallation(location: string, config: Config): Promise<Installation> {
  await mustBeThere(location);
  const database = openedAt(location);
  await usable(database, location, pendingMigrations(database));
  const services = createServices(database, systemClock(config.timeZone), createLog(config.logLevel));
  return installationOf(services, location, config, []);
}

function installationOf(
  services: Services,
  location: string,
  config: Config,
  migrated: readonly string[],
): Installation {
  return {
    ...services,
    demo: new DemoService(services),
    figures: async () => (await services.region.region({}, EVERYWHERE)).bureaus,
    migrated,
    finishUpgrade: () => services.database.transaction(endOlderVersions),
    serve: (options) => whileWatched(services, config, () => serve(services, location, config, options)),
    work: () =>
      whileWatched(services, config, async () => {
        services.jobRunner.start();
        await interrupted();
        await services.jobRunner.stop();
      }),
    examine: () =>
      examine({
        ...{ database: services.database, location, version: config.version },
        jobs: () => services.jobs.figures(),
        audit: () => services.audit.verify(),
      }),
    close: async () => {
      await Promise.all([services.judging.close(), services.parsing.end()]);
      await services.database.close();
    },
  };
}

/** What it measures can be asked for meanwhile, where the settings give a port for it. */
async function whileWatched(services: Services, config: Config, work: () => Promise<void>): Promise<void> {
  const { database, log, metrics, jobs } = services;
  if (await seesGuardedRows(database.read)) log.warn('the database hides no row from this role: see doctor');
  if (config.metricsPort !== null) metrics.watch(() => jobs.figures());
  await whileMeasured(metrics, config, work);
}

async function serve(
  services: Services,
  location: string,
  config: Config,
  { port, demoAccounts = [], doesJobs = true, onReady, onSetup }: ServeOptions,
): Promise<void> {
  const sessionSecret = config.sessionSecret ?? (await secretOf(services.database, location));
  const code = await services.setup.issueCode(sessionSecret);
  const settings = { ...config, sessionSecret, port: port ?? config.port };
  // Only who serves needs the pages.
  const { startServer } = await import('./server.ts');
  const server = await startServer(services, settings, demoAccounts);
  if (onReady) onReady(server.address);
  else services.log.info({ address: server.address }, 'serving');
  if (code !== null) onSetup?.(`${server.address}${accessPaths.setup}`, code);
  if (doesJobs) services.jobRunner.start();
  await interrupted();
  await Promise.all([server.stop(), services.jobRunner.stop()]);
}

function secretOf(database: Database, location: string): Promise<string> | string {
  return database.kind === 'postgres' ? secretInDatabase(database) : keptSecret(`${location}.secret`);
}
