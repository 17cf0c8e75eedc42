import type { Command } from 'commander';
import { commandLine } from '../../language/zh/command-line.ts';
import { imports } from '../../language/zh/import.ts';
import { reading } from '../../language/zh/read.ts';
import { commandOf, type CommandContext, type CommonOptions } from '../../platform/command-context.ts';
import { OperationalError } from '../../platform/errors.ts';
import { EXIT } from '../../platform/exit-status.ts';
import type { ImportQueueService } from './import-queue-service.ts';
import type { QueuedResult, ToldJob } from './queued-import.ts';

interface Services {
  readonly importQueue: ImportQueueService;
}

/** `jobs [NUMBER]`: what waits and is worked on, or one job, with what became of it where it is an import. */
export function jobsCommand(context: CommandContext<Services>): Command {
  const words = commandLine.jobs;
  return commandOf('jobs', words.description)
    .argument('[number]', words.number)
    .action(async (number: string | undefined, options: CommonOptions) => {
      const services = await context.openExisting(options.database);
      try {
        if (number === undefined) tellAll(context, await services.importQueue.unfinished(), options);
        else tellOne(context, await knownJob(services, number), options);
      } finally {
        await services.close();
      }
    });
}

async function knownJob({ importQueue }: Services, number: string): Promise<ToldJob> {
  const job = Number.isSafeInteger(Number(number)) ? await importQueue.find(Number(number)) : null;
  if (job !== null) return job;
  throw new OperationalError('not-found', 'no-job', (text) => text.commands.noJob(number));
}

function tellAll(
  { output }: CommandContext<Services>,
  jobs: readonly ToldJob[],
  { json }: CommonOptions,
): void {
  if (json) output.json(jobs);
  else for (const line of jobs.length === 0 ? [commandLine.jobs.none] : jobs.map(lineOf)) output.text(line);
}

function tellOne(context: CommandContext<Services>, job: ToldJob, { json }: CommonOptions): void {
  const { output } = context;
  const { result } = job;
  if (json) output.json(job);
  else for (const line of [lineOf(job), ...(result === null ? [] : resultLines(result))]) output.text(line);
  if (job.state === 'failed' || result?.written === false) context.exitWith(EXIT.refused);
}

function lineOf({ id, kind, state, done, total, error }: ToldJob): string {
  const { kinds, states, line } = commandLine.jobs;
  const name = Object.entries(kinds).find(([code]) => code === kind)?.[1] ?? kind;
  return line({ id, name, state: states[state], done, total, error });
}

function resultLines(result: QueuedResult): readonly string[] {
  const found = result.files.flatMap(({ file, findings }) => [
    file,
    ...findings.map(({ severity, message, fix }) =>
      reading.finding(reading.severities[severity], '', message, fix),
    ),
  ]);
  return [...found, imports.summary(result)];
}
