import { createServices, type Services } from '../../src/services.ts';
import { COMMAND_LINE } from '../../src/audit/audit-service.ts';
import type { ImportResult } from '../../src/intake/import-report.ts';
import type { ReadFile } from '../../src/intake/read-form.ts';
import { createLog } from '../../src/platform/log.ts';
import { readShippedRulebooks } from '../../src/rulebooks/shipped-rulebooks-reader.ts';
import { temporaryDatabase } from './temporary-database.ts';
import { testClock, type TestClock } from './test-clock.ts';

export interface TestInstallation extends Services {
  readonly clock: TestClock;
  /** Imports read files into the campaign of 2021. */
  importing(
    files: readonly ReadFile[],
    options?: { readonly dryRun?: boolean; readonly mayCreate?: boolean },
  ): Promise<ImportResult>;
  end(): Promise<void>;
}

/** All services on a real, migrated SQLite file with the shipped rulebooks. */
export async function testInstallation(): Promise<TestInstallation> {
  const { database, end } = await temporaryDatabase();
  const clock = testClock();
  const services = createServices(database, clock, createLog('silent'));
  await services.rulebooks.loadShipped(readShippedRulebooks());
  return {
    ...services,
    clock,
    importing: (files, options = {}) =>
      services.imports.import(
        {
          files: files.map((read, index) => ({ read, digest: String(index) })),
          year: 2021,
          bureau: null,
          dryRun: options.dryRun ?? false,
          mayCreate: options.mayCreate ?? true,
        },
        COMMAND_LINE,
      ),
    end: async () => {
      await services.judging.close();
      await end();
    },
  };
}
