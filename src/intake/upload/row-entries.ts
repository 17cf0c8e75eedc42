import type { RiskOutcome } from '../import-report.ts';
import type { Finding, Position, ReadForm, ReadRisk } from '../read-form.ts';
import { isAccepted } from './accepted-warning.ts';
import type { DraftContent, DraftFile } from './import-draft.ts';
import { placeKey } from './stored-document.ts';

/** A risk of a row, and what it is to the points on file, as far as that is known yet. */
export interface RowRisk {
  readonly form: ReadForm;
  readonly risk: ReadRisk;
  readonly outcome: RiskOutcome | null;
}

/** Something wrong in a row, with what stands there. */
export interface RowProblem {
  readonly finding: Finding;
  readonly written: string | null;
  readonly isAccepted: boolean;
}

/** A row of a file: what was understood, and what is wrong. */
export interface RowEntry {
  readonly file: DraftFile;
  /** Where it stands, without a column. */
  readonly at: Position;
  /** Unit, name and post as a row of a list has them written; empty where it has not. */
  readonly owner: readonly string[];
  readonly risks: readonly RowRisk[];
  readonly problems: readonly RowProblem[];
}

interface OpenRow {
  readonly at: Position;
  owner: readonly string[];
  readonly risks: RowRisk[];
  readonly problems: RowProblem[];
}

/** The rows of all files, in the files' order. */
export function rowEntries(
  { files, corrections }: DraftContent,
  outcomes: readonly RiskOutcome[],
): readonly RowEntry[] {
  return files.flatMap((file, number) => {
    const rows = new Map<string, OpenRow>();
    const known = new Map(
      outcomes
        .filter((outcome) => outcome.file === number)
        .map((outcome) => [`${placeKey(outcome.at)} ${String(outcome.ordinal)}`, outcome]),
    );
    for (const form of file.reading.read.forms) {
      for (const risk of form.risks) {
        const outcome = known.get(`${placeKey(risk.text.position)} ${String(risk.ordinal)}`) ?? null;
        rowAt(risk.text.position, rows).risks.push({ form, risk, outcome });
      }
    }
    file.reading.read.findings.forEach((finding, index) => {
      const row = rowAt(finding.position, rows);
      row.owner = file.reading.owners[index] ?? [];
      row.problems.push({
        finding,
        written: file.reading.texts[index] ?? null,
        isAccepted: finding.severity === 'warning' && isAccepted(file.id, finding, corrections),
      });
    });
    return [...rows.values()].map((row) => ({ ...row, file })).sort(byPlace);
  });
}

function rowAt(position: Position, rows: Map<string, OpenRow>): OpenRow {
  const at: Position = Object.fromEntries(Object.entries(position).filter(([part]) => part !== 'column'));
  const key = placeKey(at);
  const row = rows.get(key) ?? { at, owner: [], risks: [], problems: [] };
  rows.set(key, row);
  return row;
}

/** Whether a person has something to do in a row. */
export function needsPerson({ risks, problems }: RowEntry): boolean {
  return (
    problems.some((problem) => !problem.isAccepted) ||
    risks.some(({ outcome }) => outcome?.kind === 'ambiguous')
  );
}

/** How many errors and open questions stand in the rows. */
export function openErrors(entries: readonly RowEntry[]): number {
  const errors = entries.flatMap(({ problems }) =>
    problems.filter(({ finding }) => finding.severity === 'error'),
  );
  const questions = entries.flatMap(({ risks }) =>
    risks.filter(({ outcome }) => outcome?.kind === 'ambiguous'),
  );
  return errors.length + questions.length;
}

function byPlace(one: RowEntry, other: RowEntry): number {
  const numbers = ({ at }: RowEntry): readonly number[] => [at.table ?? 0, at.paragraph ?? 0, at.row ?? 0];
  if (one.at.sheet !== other.at.sheet) return 0;
  const [a, b] = [numbers(one), numbers(other)];
  const first = a.findIndex((value, index) => value !== b[index]);
  return first === -1 ? 0 : (a[first] ?? 0) - (b[first] ?? 0);
}
