import type { Command } from 'commander';
import { commandLine } from '../language/zh/command-line.ts';
import { commandOf, type CommandContext, type CommonOptions } from './command-context.ts';
import type { JobRunner } from './job-runner.ts';

interface Working {
  readonly jobRunner: JobRunner;
  /** Does the jobs that wait, until the program is asked to stop. */
  work(): Promise<void>;
}

/** `work [--once]`: does the jobs that wait in the database, without serving anything. */
export function workCommand(context: CommandContext<Working>): Command {
  const words = commandLine.work;
  return commandOf('work', words.description)
    .option('--once', words.once)
    .action(async (options: CommonOptions & { readonly once?: true }) => {
      const services = await context.openExisting(options.database);
      try {
        if (options.once) {
          const jobs = await services.jobRunner.runWaiting();
          if (options.json) context.output.json({ jobs });
          else context.output.text(words.done(jobs));
          return;
        }
        await services.work();
      } finally {
        await services.close();
      }
    });
}
