import type { Command } from 'commander';
import { COMMAND_LINE } from '../audit/audit-service.ts';
import { yearOf } from '../platform/command-options.ts';
import { commandLine } from '../language/zh/command-line.ts';
import { imports } from '../language/zh/import.ts';
import { bureaus } from '../organisation/organisation-store.ts';
import { commandOf, type CommandContext, type CommonOptions } from '../platform/command-context.ts';
import type { Database } from '../platform/database.ts';
import { EXIT } from '../platform/exit-status.ts';
import type { RulebookService } from '../rulebooks/rulebook-service.ts';
import { hasReadErrors, type ImportResult } from './import-report.ts';
import type { ImportService } from './import-service.ts';
import { readInputFiles } from './read-files-service.ts';
import type { ReadScales } from './read-form.ts';
import { readScalesAt } from './read-scales-service.ts';
import { fileReport, reportLines } from './read-report.ts';

interface Services {
  readonly imports: ImportService;
  readonly rulebooks: RulebookService;
  readonly database: Database;
}

interface ImportOptions extends CommonOptions {
  readonly year: number;
  readonly bureau?: string;
  readonly dryRun?: true;
  readonly create: boolean;
}

/** `import FILE… --year Y`: reads files and brings them into the database, whole or not at all. */
export function importCommand(context: CommandContext<Services>): Command {
  const words = commandLine.import;
  return commandOf('import', words.description)
    .argument('<files...>', words.files)
    .requiredOption('--year <year>', commandLine.options.year, yearOf)
    .option('--bureau <name>', words.bureau)
    .option('--dry-run', words.dryRun)
    .option('--no-create', words.noCreate)
    .action(async (paths: readonly string[], options: ImportOptions) => {
      const services = await context.open(options.database);
      const result = await importFiles(services, paths, options).finally(() => services.close());
      if (options.json) context.output.json(reportOf(result));
      else
        for (const line of [...reportLines(result.files), imports.summary(result)]) context.output.text(line);
      if (hasReadErrors(result.files)) context.exitWith(EXIT.refused);
    });
}

async function importFiles(
  services: Services,
  paths: readonly string[],
  options: ImportOptions,
): Promise<ImportResult> {
  const scales = await readScalesOf(services, options.bureau ?? null);
  const request = {
    files: await readInputFiles(paths, scales),
    year: options.year,
    bureau: options.bureau ?? null,
    dryRun: options.dryRun === true,
    mayCreate: options.create,
  };
  return services.imports.import(request, COMMAND_LINE);
}

/** A bureau that is still to be made, or not clear yet, has added no facts. */
async function readScalesOf({ database, rulebooks }: Services, named: string | null): Promise<ReadScales> {
  const known = await bureaus(database.read);
  const [bureau, ...others] = named === null ? known : known.filter(({ name }) => name === named);
  const path = bureau === undefined || others.length > 0 ? '/' : bureau.path;
  return readScalesAt(rulebooks, database.read, path);
}

function reportOf({ batchId: _, outcomes: __, ...result }: ImportResult): object {
  return {
    ...result,
    files: result.files.map(fileReport),
    createdPosts: result.createdPosts.map(({ post }) => post),
  };
}
