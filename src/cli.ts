import { Command, CommanderError } from 'commander';
import { initCommand } from './access/init-command.ts';
import { auditCommand } from './audit/audit-command.ts';
import { readConfig } from './config.ts';
import { coverageCommand } from './coverage/coverage-command.ts';
import { demoCommand } from './demo/demo-command.ts';
import { gradeCommand } from './intake/grade-command.ts';
import { jobsCommand } from './intake/queue/jobs-command.ts';
import { importCommand } from './intake/import-command.ts';
import { powersCommand } from './intake/powers/powers-command.ts';
import { readCommand } from './intake/read-command.ts';
import type { Installation } from './installation.ts';
import { commandLine } from './language/zh/command-line.ts';
import type { CommandContext } from './platform/command-context.ts';
import { doctorCommand } from './platform/doctor-command.ts';
import { OperationalError } from './platform/errors.ts';
import { EXIT } from './platform/exit-status.ts';
import { migrateCommand } from './platform/migrate-command.ts';
import { moveCommand } from './platform/move-command.ts';
import { StandardOutput } from './platform/output.ts';
import { workCommand } from './platform/work-command.ts';
import { rulesCommand } from './rulebooks/rules-command.ts';
import { simulateCommand } from './tuning/simulate-command.ts';
import { serveCommand } from './web/serve-command.ts';

const config = readConfig();
const output = new StandardOutput();

// What works on a database is most of the program; a command that needs none starts in half the time without it.
const installations = () => import('./installation.ts');
const context: CommandContext<Installation> = {
  output,
  open: async (database) => (await installations()).openInstallation(database ?? config.database, config),
  upgrade: async (database) =>
    (await installations()).openInstallation(database ?? config.database, config, 'asked'),
  openTentatively: async (database) =>
    (await installations()).openTentatively(database ?? config.database, config),
  openExisting: async (database) => (await installations()).openExisting(database ?? config.database, config),
  inspect: async (database) =>
    (await installations()).inspectInstallation(database ?? config.database, config),
  exitWith: (status) => {
    process.exitCode = status;
  },
};

const program = new Command('qinglian')
  .description(commandLine.program)
  .exitOverride()
  .addCommand(demoCommand(context, config.demoDatabase))
  .addCommand(initCommand(context))
  .addCommand(serveCommand(context))
  .addCommand(workCommand(context))
  .addCommand(jobsCommand(context))
  .addCommand(migrateCommand(context))
  .addCommand(moveCommand(context))
  .addCommand(readCommand(context))
  .addCommand(importCommand(context))
  .addCommand(powersCommand(context))
  .addCommand(gradeCommand(context))
  .addCommand(rulesCommand(context).addCommand(simulateCommand(context)))
  .addCommand(coverageCommand(context))
  .addCommand(auditCommand(context))
  .addCommand(doctorCommand(context));

for (const command of [...program.commands, ...program.commands.flatMap(({ commands }) => commands)]) {
  command.exitOverride();
}

try {
  await program.parseAsync();
} catch (error) {
  if (error instanceof CommanderError) {
    // Commander has printed what is wrong, or the help that was asked for.
    process.exitCode = error.exitCode === 0 ? EXIT.done : EXIT.misuse;
  } else if (error instanceof OperationalError) {
    output.error(`${error.message}${error.fix}`);
    process.exitCode = EXIT.misuse;
  } else {
    throw error;
  }
}
