import type { Command } from 'commander';
import { reading } from '../language/zh/read.ts';
import { commandOf, type CommandContext, type CommonOptions } from '../platform/command-context.ts';
import { EXIT } from '../platform/exit-status.ts';
import { progressOf } from '../platform/progress.ts';
import { hasReadErrors } from './import-report.ts';
import { noticeScales } from './notice-scales-service.ts';
import type { ReadScales } from './read-form.ts';
import { readInputFiles } from './read-files-service.ts';
import { fileReport, reportLines } from './read-report.ts';

/** `read FILE…`: reads forms or registers and says what is in them and what is wrong; no database. */
export function readCommand(
  { output, exitWith }: Pick<CommandContext<unknown>, 'output' | 'exitWith'>,
  scales: () => ReadScales = noticeScales,
): Command {
  return commandOf('read', reading.description)
    .argument('<files...>', reading.files)
    .action(async (paths: readonly string[], { json }: CommonOptions) => {
      const told = progressOf((line) => output.error(line), reading.progress);
      const files = (await readInputFiles(paths, scales(), told)).map(({ read }) => read);
      if (json === true) output.json({ files: files.map(fileReport) });
      else for (const line of reportLines(files)) output.text(line);
      if (hasReadErrors(files)) exitWith(EXIT.refused);
    });
}
