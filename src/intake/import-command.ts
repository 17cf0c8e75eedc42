import type { Command } from 'commander';
import { COMMAND_LINE } from '../audit/audit-service.ts';
import { yearOf } from '../platform/command-options.ts';
import { commandLine } from '../language/zh/command-line.ts';
import { imports } from '../language/zh/import.ts';
import { reading } from '../language/zh/read.ts';
import { commandOf, type CommandContext, type CommonOptions } from '../platform/command-context.ts';
import { EXIT } from '../platform/exit-status.ts';
import { progressOf } from '../platform/progress.ts';
import { hasReadErrors, type ImportResult } from './import-report.ts';
import type { ImportQueueService } from './queue/import-queue-service.ts';
import type { ImportService } from './import-service.ts';
import { readInputFiles } from './read-files-service.ts';
import { readScalesOf, type ScaleSource } from './read-scales-service.ts';
import { fileReport, reportLines } from './read-report.ts';

interface Services extends ScaleSource {
  readonly imports: ImportService;
  readonly importQueue: ImportQueueService;
}

interface ImportOptions extends CommonOptions {
  readonly year: number;
  readonly bureau?: string;
  readonly dryRun?: true;
  readonly create: boolean;
  readonly queue?: true;
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
    .option('--queue', words.queue)
    .action(async (paths: readonly string[], options: ImportOptions) => {
      if (options.queue) return queueFiles(context, paths, options);
      const services = await context.openTentatively(options.database);
      let isKept = false;
      const result = await importFiles(services, paths, options, (line) => context.output.error(line))
        .then((imported) => {
          isKept = imported.written;
          return imported;
        })
        .finally(() => services.close(isKept));
      if (options.json) context.output.json(reportOf(result));
      else
        for (const line of [...reportLines(result.files), imports.summary(result)]) context.output.text(line);
      if (hasReadErrors(result.files)) context.exitWith(EXIT.refused);
    });
}

/** Leaves the files in the database for whoever does its jobs. */
async function queueFiles(
  context: CommandContext<Services>,
  paths: readonly string[],
  { database, year, bureau, create, json }: ImportOptions,
): Promise<void> {
  const { output } = context;
  const services = await context.openExisting(database);
  try {
    const request = { year, bureau: bureau ?? null, mayCreate: create };
    const job = await services.importQueue.enqueue(paths, request, COMMAND_LINE.name);
    if (json) output.json({ job, files: paths.length });
    else output.text(commandLine.import.queued(job, paths.length));
  } finally {
    await services.close();
  }
}

async function importFiles(
  services: Services,
  paths: readonly string[],
  options: ImportOptions,
  tell: (line: string) => void,
): Promise<ImportResult> {
  const scales = await readScalesOf(services, options.bureau ?? null);
  const request = {
    files: await readInputFiles(paths, scales, progressOf(tell, reading.progress)),
    year: options.year,
    bureau: options.bureau ?? null,
    dryRun: options.dryRun === true,
    mayCreate: options.create,
    onFiling: progressOf(tell, commandLine.import.writing),
  };
  return services.imports.import(request, COMMAND_LINE);
}

function reportOf({ batchId: _, outcomes: __, ...result }: ImportResult): object {
  return {
    ...result,
    files: result.files.map(fileReport),
    createdPosts: result.createdPosts.map(({ post }) => post),
  };
}
