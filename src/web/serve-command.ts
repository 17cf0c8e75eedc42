import type { Command } from 'commander';
import { commandOf, type CommandContext, type CommonOptions } from '../platform/command-context.ts';
import { portOf } from '../platform/command-options.ts';

interface Served {
  /** Serves until the program is asked to stop. */
  serve(options: { readonly port: number | undefined }): Promise<void>;
}

/** `serve [--port N]`: the web application on an installation's database. */
export function serveCommand(context: CommandContext<Served>): Command {
  return commandOf('serve', '启动网页服务')
    .option('--port <port>', '端口', portOf)
    .action(async (options: CommonOptions & { readonly port?: number }) => {
      const services = await context.open(options.database);
      await services.serve({ port: options.port }).finally(() => services.close());
    });
}
