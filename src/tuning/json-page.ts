import { columnLetters, type SheetPlace } from '../rulebooks/sheets/sheet.ts';
import type { FormFault } from '../web/form-fault.ts';
import { openFindings, type Bench } from './bench.ts';
import { draftPath } from './paths.ts';
import type { Saying } from './saying.ts';
import { draftHead, type DraftHead } from './workbench-page.ts';

export interface JsonPage extends DraftHead {
  readonly text: string;
  readonly faults: readonly FormFault[];
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
    readonly line: number | null;
    readonly position?: SheetPlace;
    readonly message: string;
    readonly fix: string;
  }[];
}

/** The draft as text. */
export function jsonPage(bench: Bench, visit: JsonVisit, saying: Saying): JsonPage {
  const { json: words, check } = saying.text.workbench;
  const { draft } = bench;
  const placed = ({
    line,
    position,
    message,
    fix,
  }: JsonVisit['refused'][number]): JsonPage['findings'][number] => ({
    line: position === undefined ? (line === null ? '' : check.line(line)) : cellWords(position, saying),
    message,
    fix,
  });
  const findings = openFindings(bench);
  const head = draftHead(bench, visit.mayTune, saying);
  return {
    ...head,
    title: `${words.title} – ${head.title}`,
    text: visit.typed ?? draft.text,
    faults: visit.faults,
    findings: findings.map(placed),
    verdict: findings.length === 0 ? words.fine : words.faults(findings.length),
    downloadHref: `${draftPath(draft.id, 'json')}?download=1`,
    tableHref: draftPath(draft.id, 'table.xlsx'),
    uploadAddress: draftPath(draft.id, 'import'),
    refused: visit.refused.map(placed),
  };
}

function cellWords({ sheet, row, column }: SheetPlace, { text }: Saying): string {
  return text.ruleSheets.place(sheet, row, columnLetters(column));
}
