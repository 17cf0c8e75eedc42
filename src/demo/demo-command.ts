import { rmSync } from 'node:fs';
import type { Command } from 'commander';
import { commandLine } from '../language/zh/command-line.ts';
import { commandOf, type CommandContext, type CommonOptions } from '../platform/command-context.ts';
import { portOf } from '../platform/command-options.ts';
import { isPostgresUrl, placeOf } from '../platform/database-location.ts';
import { OperationalError } from '../platform/errors.ts';
import type { DemoService } from './demo-service.ts';
import { DEMO_ACCOUNTS } from './demo-accounts.ts';

interface Services {
  readonly demo: DemoService;
  serve(options: {
    readonly port: number | undefined;
    readonly demoAccounts: typeof DEMO_ACCOUNTS;
    readonly onReady: (address: string) => void;
  }): Promise<void>;
}

const words = commandLine.demo;

/** `demo [--port N] [--fresh]`: makes the demo bureau where there is none yet, and serves it. */
export function demoCommand(context: CommandContext<Services>, demoDatabase: string): Command {
  return commandOf('demo', words.description)
    .option('--port <port>', commandLine.options.port, portOf)
    .option('--fresh', words.fresh)
    .action(async (options: CommonOptions & { readonly port?: number; readonly fresh?: true }) => {
      const database = options.database ?? demoDatabase;
      if (options.fresh) removeFile(database);
      const services = await context.open(database);
      try {
        if (!(await services.demo.isMade())) {
          context.output.error(words.making);
          await services.demo.make((line) => {
            context.output.error(line);
          });
        }
        await services.serve({
          port: options.port,
          demoAccounts: DEMO_ACCOUNTS,
          onReady: (address) => {
            for (const line of welcome(address)) context.output.text(line);
          },
        });
      } finally {
        await services.close();
      }
    });
}

function removeFile(database: string): void {
  if (isPostgresUrl(database)) {
    const place = placeOf(database);
    throw new OperationalError('invalid', 'fresh-on-server', (text) => text.commands.freshOnServer(place));
  }
  for (const end of ['', '-wal', '-shm']) rmSync(`${database}${end}`, { force: true });
}

function welcome(address: string): readonly string[] {
  const accounts = DEMO_ACCOUNTS.map(
    ({ who, username, password }) => `  ${username}\t${password}\t${who.zh}`,
  );
  return ['', words.started(address), words.accounts, ...accounts, words.toStop];
}
