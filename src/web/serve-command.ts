import type { Command } from 'commander';
import { commandLine } from '../language/zh/command-line.ts';
import { commandOf, type CommandContext, type CommonOptions } from '../platform/command-context.ts';
import { portOf } from '../platform/command-options.ts';

interface Served {
  /** Serves until the program is asked to stop. */
  serve(options: {
    readonly port: number | undefined;
    readonly doesJobs: boolean;
    readonly onSetup: (address: string, code: string) => void;
  }): Promise<void>;
}

/** `serve [--port N] [--no-jobs]`: the web application on an installation's database. */
export function serveCommand(context: CommandContext<Served>): Command {
  return commandOf('serve', commandLine.serve.description)
    .option('--port <port>', commandLine.options.port, portOf)
    .option('--no-jobs', commandLine.serve.noJobs)
    .action(async (options: CommonOptions & { readonly port?: number; readonly jobs: boolean }) => {
      const services = await context.open(options.database);
      const onSetup = (address: string, code: string): void => {
        for (const line of commandLine.serve.setup(address, code)) context.output.error(line);
      };
      const { port, jobs: doesJobs } = options;
      await services.serve({ port, doesJobs, onSetup }).finally(() => services.close());
    });
}
