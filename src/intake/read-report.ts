import { zh } from '../language/zh.ts';
import type { Words } from '../language/words.ts';
import { textTable } from '../platform/text-table.ts';
import { findingWords } from './finding.ts';
import type { FileFormat, Finding, FormKind, Position, ReadFile, ReadForm, ReadRisk } from './read-form.ts';

const { formats, reading } = zh;

/** What `read --json` says of a file (commands.md); an absent value is `null`. */
export interface FileReport {
  readonly file: string;
  readonly format: FileFormat | null;
  readonly forms: readonly FormReport[];
  readonly findings: readonly FindingReport[];
}

export interface FormReport {
  readonly kind: FormKind;
  readonly unit: string | null;
  readonly name: string | null;
  readonly ownedByUnit: boolean;
  readonly vacant: boolean;
  readonly post: string | null;
  readonly duties: string | null;
  readonly filledOn: string | null;
  readonly risks: readonly RiskReport[];
  readonly opinions: readonly { readonly label: string; readonly text: string }[];
}

export interface RiskReport {
  readonly ordinal: number;
  readonly text: string;
  readonly measure: string | null;
  readonly probability: string | null;
  readonly harm: string | null;
  readonly grade: number | null;
  readonly domains: readonly string[] | null;
}

export interface FindingReport extends Omit<Finding, 'position' | 'parameters'>, Words {
  readonly position: Omit<Position, 'row' | 'column'> & {
    readonly row: number | null;
    readonly column: number | null;
  };
}

/** The plain values of a read file, as programs get them. */
export function fileReport({ file, format, forms, findings }: ReadFile): FileReport {
  return { file, format, forms: forms.map(formReport), findings: findings.map(findingReport) };
}

/** A table of the forms of each file and below it what is wrong with the file, for people. */
export function reportLines(files: readonly ReadFile[]): string[] {
  return [...files.flatMap(fileLines), totalLine(files)];
}

function formReport(form: ReadForm): FormReport {
  return {
    kind: form.kind,
    unit: form.unit?.value ?? null,
    name: form.name?.value ?? null,
    ownedByUnit: form.ownedByUnit,
    vacant: form.vacant === true,
    post: form.post?.value ?? null,
    duties: form.duties?.value ?? null,
    filledOn: form.filledOn?.value ?? null,
    risks: form.risks.map(riskReport),
    opinions: form.opinions.map(({ label, text }) => ({ label, text: text.value })),
  };
}

function riskReport(risk: ReadRisk): RiskReport {
  return {
    ordinal: risk.ordinal,
    text: risk.text.value,
    measure: risk.measure?.value ?? null,
    probability: risk.probability?.value.step ?? null,
    harm: risk.harm?.value.step ?? null,
    grade: risk.grade?.value ?? null,
    domains: risk.domains?.value ?? null,
  };
}

function findingReport(finding: Finding): FindingReport {
  const { severity, field, code } = finding;
  const { row = null, column = null, ...where } = finding.position;
  return { severity, position: { ...where, row, column }, field, code, ...findingWords(finding, zh) };
}

function fileLines({ file, format, forms, findings }: ReadFile): string[] {
  const heading = reading.file(file, format === null ? reading.unreadable : reading.formats[format]);
  const rows = forms.map(formCells);
  const table = rows.length === 0 ? [] : textTable([reading.columns, ...rows]).map((line) => `  ${line}`);
  const wrong = findings.map((finding) => {
    const { message, fix } = findingWords(finding, zh);
    return reading.finding(reading.severities[finding.severity], placeOf(finding.position), message, fix);
  });
  return [heading, ...table, ...wrong, ''];
}

function placeOf(position: Position): string {
  const { paragraph } = position;
  return paragraph === undefined ? formats.place(position) : reading.paragraph(paragraph);
}

function formCells(form: ReadForm): string[] {
  const measures = form.risks.filter(({ measure }) => measure !== null).length;
  return [
    reading.kinds[form.kind],
    form.unit?.value ?? reading.nothing,
    form.name?.value ?? nobody(form),
    form.post?.value ?? reading.nothing,
    form.filledOn?.value ?? reading.nothing,
    String(form.risks.length),
    String(measures),
  ];
}

function nobody({ ownedByUnit, vacant }: ReadForm): string {
  if (ownedByUnit) return reading.ofUnit;
  return vacant === true ? reading.vacant : reading.nothing;
}

function totalLine(files: readonly ReadFile[]): string {
  const forms = files.flatMap((file) => file.forms);
  const findings = files.flatMap((file) => file.findings);
  const ofSeverity = (wanted: Finding['severity']): number =>
    findings.filter(({ severity }) => severity === wanted).length;
  return reading.total({
    files: files.length,
    forms: forms.length,
    risks: forms.reduce((sum, { risks }) => sum + risks.length, 0),
    errors: ofSeverity('error'),
    warnings: ofSeverity('warning'),
  });
}
