import type { Texts } from '../language/texts.ts';
import { findingWords } from './finding.ts';
import type { Finding, Position, ReadFile, ReadForm, Sourced } from './read-form.ts';

/** One line of the workbook that goes back: where, what was written, what is wrong, what to do. */
export type FindingRow = Readonly<Record<keyof Texts['errorWorkbook']['columns'], string | number | null>>;

/** The findings of read files in the order of files and places, errors and warnings alike. */
export function findingRows(files: readonly ReadFile[], text: Texts): readonly FindingRow[] {
  return files.flatMap((file) => file.findings.map((finding) => findingRow(file, finding, text)));
}

function findingRow(file: ReadFile, finding: Finding, text: Texts): FindingRow {
  const { sheet, table, line, row, paragraph, column } = finding.position;
  const { message, fix } = findingWords(finding, text);
  const { errorWorkbook, reading } = text;
  const tableName = table === undefined ? null : errorWorkbook.table(table);
  return {
    file: file.file,
    severity: reading.severities[finding.severity],
    place: sheet ?? tableName,
    row: row ?? line ?? (paragraph === undefined ? null : reading.paragraph(paragraph)),
    column: column ?? null,
    field: fieldName(finding.field, text),
    value: valueAsWritten(file.forms, finding),
    wrong: message,
    fix,
  };
}

function fieldName(field: string | null, { errorWorkbook }: Texts): string | null {
  if (field === null) return null;
  const names: Readonly<Record<string, string>> = errorWorkbook.fields;
  return names[field] ?? null;
}

/** The words at the finding's place; a finding about a value that could not be read carries them itself. */
function valueAsWritten(forms: readonly ReadForm[], { field, parameters, position }: Finding): string | null {
  if ('raw' in parameters && typeof parameters.raw === 'string') return parameters.raw;
  if (field === null) return null;
  const there = forms
    .flatMap((form) => sourcedValues(form, field))
    .find((value) => value !== null && isSamePlace(value.position, position));
  return there?.raw ?? null;
}

function sourcedValues(form: ReadForm, field: string): readonly (Sourced<unknown> | null)[] {
  const { unit, name, post, duties, filledOn } = form;
  const ofForm: Readonly<Record<string, Sourced<unknown> | null>> = { unit, name, post, duties, filledOn };
  const ofRisks = form.risks.map((risk): Sourced<unknown> | null => {
    const { text, measure, probability, harm, grade, domains } = risk;
    const values: Readonly<Record<string, Sourced<unknown> | null>> = {
      text,
      measure,
      probability,
      harm,
      grade,
      domains,
    };
    return values[field] ?? null;
  });
  return [ofForm[field] ?? null, ...ofRisks];
}

function isSamePlace(a: Position, b: Position): boolean {
  return (
    a.sheet === b.sheet &&
    a.table === b.table &&
    a.paragraph === b.paragraph &&
    a.line === b.line &&
    a.row === b.row &&
    a.column === b.column
  );
}
