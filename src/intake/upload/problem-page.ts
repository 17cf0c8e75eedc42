import type { Texts } from '../../language/texts.ts';
import { findingWords, type FindingField } from '../finding.ts';
import type { FindingCode } from '../finding-code.ts';
import type { ReadScales } from '../read-form.ts';
import { allowedValues } from './allowed-values.ts';
import { selectControl, typedControl, type DecisionControl } from './decision-control.ts';
import { decisionName } from './decision-fields.ts';
import { findingWord } from './finding-word.ts';
import type { DraftFile } from './import-draft.ts';
import type { RowProblem } from './row-entries.ts';

export interface ProblemView {
  readonly isError: boolean;
  readonly severity: string;
  /** Where in the row, such as 第 3 列; empty where it is about the row as a whole. */
  readonly place: string;
  readonly message: string;
  readonly fix: string;
  readonly written: string | null;
  readonly control: DecisionControl | null;
  /** The name of the control that lets a warning stand. */
  readonly acceptId: string;
  readonly acceptName: string | null;
  readonly isAccepted: boolean;
  /** Said where nothing can be put right here. */
  readonly outside: string | null;
}

const LONGEST_SHOWN = 200;

/** Findings that say that something is not there, so that nothing is replaced. */
const MISSING: readonly FindingCode[] = [
  'missing-unit',
  'missing-name',
  'missing-post',
  'missing-duties',
  'missing-date',
  'missing-risk',
];
/** Findings at a place whose whole text can be written anew. */
const REWRITTEN: readonly FindingCode[] = [
  'several-names',
  'measure-without-risk',
  'vacant-post',
  'shared-measure',
];

/** What is wrong at a place, and how it is put right there. */
export function problemView(
  problem: RowProblem,
  file: DraftFile,
  id: string,
  scales: ReadScales,
  text: Texts,
): ProblemView {
  const words = text.uploads.rows;
  const { finding, written, isAccepted } = problem;
  const isError = finding.severity === 'error';
  const control = file.isCorrectable ? controlOf(problem, file.id, id, scales, text) : null;
  const { column } = finding.position;
  const subject = { file: file.id, kind: 'accepted', at: finding.position, code: finding.code } as const;
  return {
    isError,
    severity: isError ? words.error : words.warning,
    place: column === undefined ? '' : text.formats.place({ column }),
    ...findingWords(finding, text),
    written: writtenThere(written),
    control: isAccepted ? null : control,
    acceptId: `${id}-accept`,
    acceptName: isError || isAccepted ? null : decisionName(subject),
    isAccepted,
    outside: isError && control === null ? words.outside : null,
  };
}

function writtenThere(written: string | null): string | null {
  if (written === null || written.trim() === '') return null;
  return written.length > LONGEST_SHOWN ? `${written.slice(0, LONGEST_SHOWN)}…` : written;
}

function controlOf(
  { finding, written }: RowProblem,
  file: number,
  id: string,
  scales: ReadScales,
  text: Texts,
): DecisionControl | null {
  const words = text.uploads.rows;
  const { code, position: at } = finding;
  const field = finding.field as FindingField; // Findings are only ever made with such a field.
  const word = findingWord(finding);
  if (word !== null) {
    const name = decisionName({ file, kind: 'place', at, field: word.field, raw: word.raw });
    const choices = allowedValues(word.field, scales, text);
    const control = { id, name, label: words.fixLabel };
    return choices.length === 0
      ? typedControl(control, word.raw, false)
      : selectControl(control, text.uploads.draft.choose, choices);
  }
  if (MISSING.includes(code)) {
    const name = decisionName({ file, kind: 'place', at, field, raw: null });
    const isLong = field === 'text' || field === 'duties' || field === 'measure';
    const fieldName = field === null ? '' : text.errorWorkbook.fields[field];
    return typedControl({ id, name, label: fieldName }, '', isLong);
  }
  if (!REWRITTEN.includes(code) || written === null) return null;
  const name = decisionName({ file, kind: 'place', at, field, raw: written });
  return typedControl({ id, name, label: words.fixCell }, written);
}
