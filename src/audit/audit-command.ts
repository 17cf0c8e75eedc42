import { existsSync, readFileSync } from 'node:fs';
import { Command } from 'commander';
import { z } from 'zod';
import { commandLine } from '../language/zh/command-line.ts';
import { commandOf, type CommandContext, type CommonOptions } from '../platform/command-context.ts';
import { OperationalError } from '../platform/errors.ts';
import { EXIT } from '../platform/exit-status.ts';
import type { AuditCheckpoint } from './audit-entry.ts';
import type { AuditService } from './audit-service.ts';

const checkpointFile = z.object({ head: z.object({ sequence: z.number().int(), hash: z.string() }) });

const words = commandLine.audit;

/** `audit verify [--checkpoint FILE]`: whether the trail is whole. A checkpoint is the kept JSON of an earlier run. */
export function auditCommand(context: CommandContext<{ readonly audit: AuditService }>): Command {
  const verify = commandOf('verify', words.verify)
    .option('--checkpoint <file>', words.checkpoint)
    .action(async (options: CommonOptions & { readonly checkpoint?: string }) => {
      const checkpoint = options.checkpoint === undefined ? null : readCheckpoint(options.checkpoint);
      const services = await context.inspect(options.database);
      const result = await services.audit.verify(checkpoint).finally(() => services.close());
      if (options.json) context.output.json(result);
      else context.output.text(sentence(result));
      if (!result.ok) context.exitWith(EXIT.refused);
    });
  return new Command('audit').description(words.description).addCommand(verify);
}

function sentence(result: { readonly entries: number; readonly firstBad: number | null }): string {
  return result.firstBad === null
    ? words.whole(result.entries)
    : words.broken(result.firstBad, result.entries);
}

function readCheckpoint(file: string): AuditCheckpoint {
  if (!existsSync(file)) {
    throw new OperationalError('not-found', 'no-file', (text) => text.commands.noFile(file));
  }
  const parsed = checkpointFile.safeParse(parsedJson(readFileSync(file, 'utf8')));
  if (parsed.success) return parsed.data.head;
  throw new OperationalError('invalid', 'checkpoint', (text) => text.commands.notACheckpoint(file));
}

function parsedJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
