import type { Texts } from '../language/texts.ts';
import { findingWords } from '../intake/finding.ts';
import type { Finding } from '../intake/read-form.ts';
import type { ParsingWorker } from '../intake/parsing-worker-service.ts';
import { located, type RulebookFinding } from '../rulebooks/rulebook-finding.ts';
import { LONGEST_RULEBOOK, parseRulebook } from '../rulebooks/rulebook-schema.ts';
import type { Rulebook } from '../rulebooks/rulebook.ts';
import { sameConditionProblems } from '../rulebooks/same-conditions.ts';
import { rulebookInSheets, type PlaceOf } from '../rulebooks/sheets/rulebook-in-sheets.ts';

/** A rulebook from a file, or everything that is wrong with the file. */
export type RulebookInFile =
  | {
      readonly rulebook: Rulebook;
      /** Where its values stand in the workbook; `null` of a file that is its text. */
      readonly placeOf: PlaceOf | null;
      /** The line of each of its values, by JSON pointer; none of a workbook. */
      readonly lines: ReadonlyMap<string, number>;
    }
  | { readonly findings: readonly RulebookFinding[] };

/**
 * Reads a rulebook from the bytes of a .json or .xlsx file, told by its content; a workbook in the parsing worker with
 * its limits. Never rejects.
 */
export async function rulebookInFile(
  bytes: Buffer,
  name: string,
  worker: Pick<ParsingWorker, 'readTexts'>,
  texts: Texts,
): Promise<RulebookInFile> {
  if (!isOfficeFile(bytes)) {
    // One byte more than allowed is enough for it to be told that it is too large.
    const text = new TextDecoder('utf-8', { ignoreBOM: true }).decode(
      bytes.subarray(0, LONGEST_RULEBOOK + 1),
    );
    const parsed = parseRulebook(text, texts);
    return 'rulebook' in parsed ? { ...parsed, placeOf: null } : parsed;
  }
  const read = await worker.readTexts(bytes, name);
  if (!('sheets' in read)) return { findings: [fileFinding(read.finding, texts)] };
  const inSheets = rulebookInSheets(read.sheets, texts);
  return 'rulebook' in inSheets ? { ...inSheets, lines: new Map() } : inSheets;
}

/** The same for a file that is to replace a draft: rules in it must not contradict each other. */
export async function rulebookToLoad(
  bytes: Buffer,
  name: string,
  worker: Pick<ParsingWorker, 'readTexts'>,
  texts: Texts,
): Promise<RulebookInFile> {
  const read = await rulebookInFile(bytes, name, worker, texts);
  if ('findings' in read) return read;
  const findings = sameConditionProblems(read.rulebook).map((problem) => {
    const finding = located(problem, read.lines, texts);
    const position = read.placeOf?.(finding.path) ?? null;
    return position === null ? finding : { ...finding, position };
  });
  return findings.length === 0 ? read : { findings };
}

/** Whether the bytes begin as those of an Excel or Word file do, new or old. */
function isOfficeFile(bytes: Buffer): boolean {
  return (
    bytes.subarray(0, 2).toString('latin1') === 'PK' || bytes.subarray(0, 4).toString('hex') === 'd0cf11e0'
  );
}

function fileFinding(found: Finding, texts: Texts): RulebookFinding {
  const { sheet, row, column } = found.position;
  const position = sheet === undefined ? {} : { position: { sheet, row: row ?? 1, column: column ?? 1 } };
  const words = texts.ruleSheets.problems;
  const isOther = found.code === 'unsupported-format';
  const isLong = found.code === 'text-too-long' && sheet === undefined;
  const said = isOther ? words.notWorkbook() : isLong ? words.tooLarge(200) : findingWords(found, texts);
  return { kind: 'schema', ...said, path: null, line: null, ...position, rules: [], facts: {} };
}
