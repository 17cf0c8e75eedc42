import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { Command } from 'commander';
import { COMMAND_LINE } from '../../audit/audit-service.ts';
import { commandLine } from '../../language/zh/command-line.ts';
import { zh } from '../../language/zh.ts';
import { EVERYWHERE } from '../../organisation/reach.ts';
import { commandOf, type CommandContext, type CommonOptions } from '../../platform/command-context.ts';
import { OperationalError } from '../../platform/errors.ts';
import { EXIT } from '../../platform/exit-status.ts';
import type { RulebookService } from '../../rulebooks/rulebook-service.ts';
import { ParsingWorker } from '../parsing-worker-service.ts';
import { readPowerFile } from './power-file-service.ts';
import { USUAL_KIND, type NamedScope } from './power-scope.ts';
import type { PowerImportResult, PowerImportService } from './power-import-service.ts';

interface Services {
  readonly powerImports: PowerImportService;
  readonly rulebooks: RulebookService;
}

interface PowerOptions extends CommonOptions {
  readonly bureau?: string;
  readonly whole?: true;
  readonly dryRun?: true;
}

/**
 * `powers import FILE [--bureau NAME] [--whole]`: brings a list of powers into the database, whole or not at all. As on
 * the page, it replaces the powers of the units it names, or with `--whole` the bureau's whole list.
 */
export function powersCommand(context: CommandContext<Services>): Command {
  const words = commandLine.powers;
  const imported = commandOf('import', words.import)
    .argument('<file>', words.file)
    .option('--bureau <name>', commandLine.import.bureau)
    .option('--whole', words.whole)
    .option('--dry-run', commandLine.import.dryRun)
    .action(async (path: string, options: PowerOptions) => {
      const services = await context.openExisting(options.database);
      const result = await importPowers(services, path, options).finally(() => services.close());
      if (options.json) context.output.json(reportOf(result));
      else for (const line of linesOf(result)) context.output.text(line);
      if (result.findings.length > 0) context.exitWith(EXIT.refused);
    });
  return new Command('powers')
    .description(words.description)
    .helpOption('-h, --help', commandLine.options.help)
    .addCommand(imported);
}

async function importPowers(
  { powerImports, rulebooks }: Services,
  path: string,
  { bureau, whole, dryRun }: PowerOptions,
): Promise<PowerImportResult> {
  const bytes = await readFile(path).catch(() => {
    throw new OperationalError('not-found', 'no-file', (text) => text.commands.noFile(path));
  });
  const { scales } = (await rulebooks.inForce('grading', '/')).body;
  const worker = new ParsingWorker();
  try {
    const read = await readPowerFile(bytes, path, worker, scales);
    const replaces: NamedScope = { kind: whole === true ? 'whole' : USUAL_KIND, bureau: bureau ?? null };
    const request = { ...read, file: basename(path), replaces, dryRun: dryRun === true };
    return await powerImports.import(request, COMMAND_LINE, EVERYWHERE);
  } finally {
    await worker.close();
  }
}

function reportOf({
  bureau,
  replaces,
  findings,
  written,
  opened,
  closed,
  unchanged,
  units,
}: PowerImportResult): object {
  return {
    bureau,
    replaces,
    written,
    unchanged,
    opened: opened.map(({ unitId, name, domain, domainEvidence }) => ({
      unit: units.get(unitId) ?? null,
      name,
      domain,
      domainSuggested: domainEvidence !== null,
    })),
    closed: closed.map(({ unit, name }) => ({ unit, name })),
    findings: findings.map(({ code, position, value, say }) => ({
      code,
      position: { ...position, row: position.row ?? null, column: position.column ?? null },
      value,
      ...say(zh),
    })),
  };
}

function linesOf(result: PowerImportResult): readonly string[] {
  const { findings, written, opened, closed, unchanged, bureau, replaces } = result;
  const { command, preview, upload } = zh.powers;
  if (findings.length > 0) {
    const wrong = findings.map(({ position, say }) => {
      const { message, fix } = say(zh);
      return zh.reading.finding(zh.reading.severities.error, zh.formats.place(position), message, fix);
    });
    return [...wrong, command.refused(findings.length)];
  }
  const summary = command.summary(opened.length, closed.length, unchanged);
  return [
    preview.replaces(upload[replaces](bureau)),
    `${summary}${zh.formats.marks.semicolon}${written ? command.written : command.tried}`,
  ];
}
