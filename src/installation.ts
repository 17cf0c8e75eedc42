import type { Config } from './config.ts';
import type { DemoAccount } from './access/sign-in-page.ts';
import { DemoService } from './demo/demo-service.ts';
import { systemClock } from './platform/clock.ts';
import { openDatabase } from './platform/database.ts';
import { interrupted } from './platform/interrupt.ts';
import { createLog } from './platform/log.ts';
import { migrate } from './platform/migrate.ts';
import { readShippedRulebooks } from './rulebooks/shipped-rulebooks-reader.ts';
import { startServer } from './server.ts';
import { createServices, type Services } from './services.ts';

interface ServeOptions {
  readonly port: number | undefined;
  readonly demoAccounts?: readonly DemoAccount[];
  readonly onReady?: (address: string) => void;
}

/** An open database with everything that works on it. */
export interface Installation extends Services {
  readonly demo: DemoService;
  /** Names of the migrations that opening it ran. */
  readonly migrated: readonly string[];
  /** Serves until the program is asked to stop. */
  serve(options: ServeOptions): Promise<void>;
  close(): Promise<void>;
}

/** Opens a database file, brings it up to date and puts the services together. */
export async function openInstallation(filename: string, config: Config): Promise<Installation> {
  const database = openDatabase(filename);
  const migrated = await migrate(database);
  const services = createServices(database, systemClock(config.timeZone), createLog(config.logLevel));
  await services.rulebooks.loadShipped(readShippedRulebooks());
  return {
    ...services,
    demo: new DemoService(services),
    migrated,
    serve: async ({ port, demoAccounts = [], onReady }) => {
      const server = await startServer(services, { ...config, port: port ?? config.port }, demoAccounts);
      if (onReady) onReady(server.address);
      else services.log.info({ address: server.address }, 'serving');
      await interrupted();
      await server.stop();
    },
    close: () => database.close(),
  };
}
