import { readFile, stat, writeFile } from 'node:fs/promises';
import type { Texts } from '../language/texts.ts';
import { zh } from '../language/zh.ts';
import { gradingCheck } from '../grading/grading-check.ts';
import { ParsingWorker } from '../intake/parsing-worker-service.ts';
import { OperationalError } from '../platform/errors.ts';
import { checkRulebook, type RulebookCheck } from '../rulebooks/rulebook-check.ts';
import type { Rulebook } from '../rulebooks/rulebook.ts';
import { workbookOf } from '../rulebooks/sheets/workbook.ts';
import { draftTextOf } from './draft-text.ts';
import { rulebookInFile, type RulebookInFile } from './rulebook-file-service.ts';

/** `rules check` of a workbook: findings name its cells. */
export async function checkWorkbook(path: string, texts: Texts = zh): Promise<RulebookCheck> {
  const read = await readAt(path, texts);
  if ('findings' in read)
    return { ok: false, cases: 0, findings: read.findings, sampled: false, warnings: [] };
  const check = await checkRulebook(draftTextOf(read.rulebook), gradingCheck, texts);
  const { placeOf } = read;
  const findings = check.findings.map((finding) => {
    const position = placeOf?.(finding.path) ?? null;
    return position === null ? finding : { ...finding, line: null, position };
  });
  return { ...check, findings };
}

/**
 * A rulebook's file, .json or .xlsx, read and sound.
 * @throws OperationalError `not-found` without such a file
 */
export async function readAt(path: string, texts: Texts = zh): Promise<RulebookInFile> {
  const found = await stat(path).catch(() => null);
  if (found?.isFile() !== true) {
    throw new OperationalError('not-found', 'no-rulebook-file', (text) =>
      text.commands.unreadableRulebook(path),
    );
  }
  const worker = new ParsingWorker();
  try {
    return await rulebookInFile(await readFile(path), path, worker, texts);
  } finally {
    await worker.close();
  }
}

/**
 * Writes a rulebook as the file's name says, .xlsx or .json; never over another file.
 * @throws OperationalError `conflict` where there is a file, `invalid` for another ending or a place that takes no file
 */
export async function writeRulebook(rulebook: Rulebook, path: string): Promise<void> {
  const isWorkbook = path.toLowerCase().endsWith('.xlsx');
  if (!isWorkbook && !path.toLowerCase().endsWith('.json')) {
    throw new OperationalError('invalid', 'rulebook-ending', (text) => text.ruleSheets.command.ending(path));
  }
  const content = isWorkbook ? await workbookOf(rulebook) : draftTextOf(rulebook);
  await writeFile(path, content, { flag: 'wx' }).catch((error: unknown) => {
    if (!(error instanceof Error) || !('code' in error)) throw error;
    if (error.code === 'EEXIST') {
      throw new OperationalError('conflict', 'file-exists', (text) => text.ruleSheets.command.exists(path));
    }
    throw new OperationalError('invalid', 'unwritable', (text) => text.ruleSheets.command.unwritable(path));
  });
}
