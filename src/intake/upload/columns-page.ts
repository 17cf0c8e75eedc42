import { formLabels } from '../../language/zh/form-labels.ts';
import type { Texts } from '../../language/texts.ts';
import { findingWords } from '../finding.ts';
import type { Position } from '../read-form.ts';
import type { Field } from '../recognition/labels.ts';
import { selectControl, type DecisionControl } from './decision-control.ts';
import { decisionName } from './decision-fields.ts';
import type { FormFault } from '../../web/form-fault.ts';
import type { ColumnClash } from './column-clash.ts';
import { isUnknownColumn, type HeadingColumn } from './headings.ts';
import { placeKey } from './stored-document.ts';
import type { DraftFile } from './import-draft.ts';
import { lacksNameColumn } from './missing-name-column.ts';
import { isUnread } from './open-questions-page.ts';

export interface ColumnsPart {
  readonly faults: readonly FormFault[];
  readonly lists: readonly ColumnList[];
  /** Files in which there is no column to choose and nothing else either: why, and what to do. */
  readonly unread: readonly string[];
}

interface ColumnList {
  readonly caption: string;
  readonly isRecognised: boolean;
  /** Its rows lack a name, which one of its columns may be. */
  readonly lacksName: boolean;
  readonly columns: readonly ColumnRow[];
}

interface ColumnRow {
  readonly words: string;
  readonly samples: string;
  readonly isUnknown: boolean;
  /** Why it was not taken for what it was said to be; `null` where it was. */
  readonly why: string | null;
  readonly control: DecisionControl;
}

/** The fields' order is that of the notice's forms. */
const FIELDS = Object.keys(formLabels).filter((field) => field !== 'opinion') as Field[]; // The keys of a constant.

/** Which header was understood as which field. */
export function columnsPart(
  files: readonly DraftFile[],
  clashes: readonly ColumnClash[],
  text: Texts,
): ColumnsPart {
  const words = text.uploads.columns;
  let controls = 0;
  const faults: FormFault[] = [];
  const lists = files.flatMap(({ id: file, name, reading, isCorrectable }) =>
    (isCorrectable ? reading.headings : []).map((heading): ColumnList => ({
      caption: words.table(name, placeOf(heading.at, text)),
      isRecognised: heading.isRecognised,
      lacksName: lacksNameColumn(heading, reading),
      columns: heading.columns.map((column) => {
        controls += 1;
        const heading = namedColumn(column, text);
        const clash = clashes.find((one) => one.fileId === file && isSameColumn(one.column, column));
        const why = clash === undefined ? null : clashWords(clash, text);
        if (why !== null) faults.push({ field: `column-${String(controls)}`, message: why });
        const control = {
          id: `column-${String(controls)}`,
          name: decisionName({ file, kind: 'column', at: column.at, was: column.field ?? '' }),
          label: words.select(heading),
        };
        const unchosen =
          column.fact === null ? words.unknown : words.ownFact(text.formats.inThisLanguage(column.fact));
        const choices = FIELDS.map((field) => [field, words.fields[field]] as const);
        return {
          words: heading,
          samples: text.formats.clauses(column.samples.map(withoutStop)),
          isUnknown: isUnknownColumn(column),
          why,
          control: selectControl(control, unchosen, choices, column.field),
        };
      }),
    })),
  );
  return { faults, lists, unread: files.flatMap((file) => whyUnread(file, text)) };
}

function namedColumn({ words }: HeadingColumn, { uploads }: Texts): string {
  return words === '' ? uploads.columns.blank : words;
}

function isSameColumn(one: HeadingColumn, other: HeadingColumn): boolean {
  return placeKey(one.at) === placeKey(other.at);
}

function clashWords({ column, other, field }: ColumnClash, text: Texts): string {
  const { clash, fields } = text.uploads.columns;
  return clash(namedColumn(column, text), namedColumn(other, text), fields[field]);
}

function whyUnread(file: DraftFile, text: Texts): readonly string[] {
  if (!isUnread(file)) return [];
  const { name, reading } = file;
  const errors = reading.read.findings.filter(({ severity }) => severity === 'error');
  return errors.map((finding) => {
    const { message, fix } = findingWords(finding, text);
    return text.uploads.form.fault(name, message, fix);
  });
}

function placeOf({ sheet, table }: Position, text: Texts): string {
  return text.formats.place({ sheet: sheet ?? null, table: table ?? null });
}

/** A value without the stop at its end, which would collide with the mark after it. */
function withoutStop(value: string): string {
  return value.replace(/[。；;]$/u, '');
}
