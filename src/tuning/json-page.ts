import { columnLetters, type SheetPlace } from '../rulebooks/sheets/sheet.ts';
import type { RulebookFinding } from '../rulebooks/rulebook-finding.ts';
import { parseRulebook } from '../rulebooks/rulebook-schema.ts';
import type { FormFault } from '../web/form-fault.ts';
import { openFindings, type Bench } from './bench.ts';
import { draftPath } from './paths.ts';
import type { Saying } from './saying.ts';
import { draftHead, type DraftHead } from './workbench-page.ts';

export interface JsonPage extends DraftHead {
  readonly text: string;
  readonly faults: readonly FormFault[];
  readonly faultsHeading: string;
  /** What is wrong with the text, each with its line. */
  readonly findings: readonly { readonly line: string; readonly message: string; readonly fix: string }[];
  readonly verdict: string;
  readonly downloadHref: string;
  readonly tableHref: string;
  readonly uploadAddress: string;
  /** A file that was not taken, and what is wrong with it. */
  readonly refused: readonly { readonly line: string; readonly message: string; readonly fix: string }[];
}

export interface JsonVisit {
  readonly mayTune: boolean;
  readonly faults: readonly FormFault[];
  /** What was typed and could not be saved. */
  readonly typed: string | null;
  readonly refused: readonly {
    readonly path: string | null;
    readonly line: number | null;
    readonly position?: SheetPlace;
    readonly message: string;
    readonly fix: string;
  }[];
}

/** The draft as text. */
export function jsonPage(bench: Bench, visit: JsonVisit, saying: Saying): JsonPage {
  const { json: words, faultsHeading } = saying.text.workbench;
  const { draft } = bench;
  const placed = ({
    path,
    line,
    position,
    message,
    fix,
  }: JsonVisit['refused'][number]): JsonPage['findings'][number] => ({
    line: position === undefined ? lineWords(path, line, saying) : cellWords(position, saying),
    message,
    fix,
  });
  const findings = visit.typed === null ? openFindings(bench) : findingsIn(visit.typed, saying);
  const head = draftHead(bench, visit.mayTune, saying);
  return {
    ...head,
    title: `${words.title} – ${head.title}`,
    text: visit.typed ?? draft.text,
    faults: visit.faults,
    faultsHeading: visit.faults.some(({ field }) => field === 'file') ? words.refused : faultsHeading,
    findings: findings.map(placed),
    verdict: findings.length === 0 ? words.fine : words.faults(findings.length),
    downloadHref: `${draftPath(draft.id, 'json')}?download=1`,
    tableHref: draftPath(draft.id, 'table.xlsx'),
    uploadAddress: draftPath(draft.id, 'import'),
    refused: visit.refused.map(placed),
  };
}

/** What is wrong with a text that could not be saved, not with the one that is stored. */
function findingsIn(typed: string, { text }: Saying): readonly RulebookFinding[] {
  const parsed = parseRulebook(typed, text);
  return 'findings' in parsed ? parsed.findings : [];
}

/** What is said of the rulebook as a whole has no line, and a text that is no JSON says its line itself. */
function lineWords(path: string | null, line: number | null, { text }: Saying): string {
  return line === null || (path ?? '') === '' ? '' : text.workbench.check.line(line);
}

function cellWords({ sheet, row, column }: SheetPlace, { text }: Saying): string {
  return text.ruleSheets.place(sheet, row, columnLetters(column));
}
