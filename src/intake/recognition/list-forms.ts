import type { FormKind, ReadForm, ReadRisk, ReadScales, Sourced } from '../read-form.ts';
import type { Draft } from './draft.ts';
import { dateValue, textValue, type Words } from './field-values.ts';
import type { FindingList } from './finding-list.ts';
import { rowOwner, type RowOwner } from './list-owner.ts';
import { listRisks, type ListRisk } from './list-risks.ts';
import { listRows, type ListRow } from './list-rows.ts';
import type { Field } from './labels.ts';
import type { List } from './piece.ts';
import { opinionsOf } from './opinions.ts';

/** The rows of one unit, name and post, as far as they are read. */
interface Group {
  readonly kind: FormKind;
  readonly owner: RowOwner;
  readonly risks: ListRisk[];
  duties: Sourced<string> | null;
  filledOn: Sourced<string> | null;
}

interface Reading {
  readonly draft: Draft;
  readonly scales: ReadScales;
  readonly findings: FindingList;
  readonly groups: Map<string, Group>;
}

/**
 * Reads the forms of an annex 2 or a register: one for each unit, name and post, in the order they first appear.
 * A list below the name of a self-check form is that form's.
 */
export function listForms(draft: Draft, scales: ReadScales, findings: FindingList): ReadForm[] {
  const reading: Reading = { draft, scales, findings, groups: new Map() };
  for (const list of draft.lists) readList(list, reading);
  const groups = [...reading.groups.values()];
  if (groups.length === 0) findings.warning('blank-form', {}, placeOf(draft));
  else findWhatIsMissing(groups, draft, findings);
  const dateAbove = dateValue(saidAbove(draft, 'filledOn'), findings);
  return groups.map((group) => formOf(group, dateAbove, draft));
}

function formOf(
  { kind, owner, risks, duties, filledOn }: Group,
  date: Sourced<string> | null,
  draft: Draft,
): ReadForm {
  return {
    kind,
    unit: owner.unit,
    name: owner.owner.is === 'person' ? owner.owner.name : null,
    ownedByUnit: owner.owner.is === 'unit',
    ...(owner.owner.is === 'vacant' ? { vacant: true } : {}),
    post: owner.post,
    duties,
    filledOn: filledOn ?? date,
    risks: risks.map((risk, index): ReadRisk => ({ ...risk, ordinal: index + 1 })),
    opinions: opinionsOf(draft),
  };
}

/** What a list is: its title says so, or its columns do. */
function listKind({ kind, said }: Draft, { columns }: List): FormKind {
  if (kind === 'annex1' || kind === 'annex2') return kind;
  if (columns.has('unit') || columns.has('probability') || columns.has('harm')) return 'register';
  return said.has('name') && !columns.has('name') ? 'annex1' : 'annex2';
}

function readList(list: List, reading: Reading): void {
  const { draft, scales, findings, groups } = reading;
  const kind = listKind(draft, list);
  const carriesDown = kind !== 'register' || !list.columns.has('unit');
  const read: { readonly row: ListRow; readonly group: Group }[] = [];
  for (const row of listRows(list, draft, carriesDown)) {
    const owner = rowOwner(row, findings);
    const group: Group = groups.get(owner.key) ?? { kind, owner, risks: [], duties: null, filledOn: null };
    groups.set(owner.key, group);
    group.duties ??= textValue(row.words('duties'));
    group.filledOn ??= row.hasColumn('filledOn') ? dateValue(row.words('filledOn'), findings) : null;
    const above = read.at(-1);
    if (above?.group === group && isSameRisk(row, above.row, carriesDown)) {
      addMeasure(group, row, above.row);
    } else {
      group.risks.push(...listRisks(row, kind, scales, findings));
    }
    read.push({ row, group });
  }
}

/** Rows of one merged risk, and rows that have nothing but a measure, add measures to the risk above. */
function isSameRisk(row: ListRow, above: ListRow, carriesDown: boolean): boolean {
  const cell = row.cell('risk');
  const isMerged = cell !== null && cell === above.cell('risk') && cell.rowSpan > 1;
  return (
    isMerged || (carriesDown && textValue(row.risk) === null && textValue(row.words('measure')) !== null)
  );
}

function addMeasure({ risks }: Group, row: ListRow, above: ListRow): void {
  const last = risks.at(-1);
  const more = row.cell('measure') === above.cell('measure') ? null : textValue(row.words('measure'));
  if (last === undefined || more === null) return;
  const before = last.measure;
  const value = before === null ? more.value : `${before.value}\n${more.value}`;
  const raw = before === null ? more.raw : `${before.raw}\n${more.raw}`;
  risks[risks.length - 1] = { ...last, measure: { value, raw, position: before?.position ?? more.position } };
}

/** What the lines above a list, or the rows of one person together, should have said. */
function findWhatIsMissing(groups: readonly Group[], draft: Draft, findings: FindingList): void {
  const hasUnits = draft.lists.some(({ columns }) => columns.has('unit'));
  if (!hasUnits && groups.some(({ owner }) => owner.unit === null)) {
    findings.error('missing-unit', {}, draft.said.get('unit')?.position ?? placeOf(draft), 'unit');
  }
  for (const { kind, owner, duties, risks } of groups) {
    const { post } = owner;
    const place =
      owner.owner.is === 'person' ? owner.owner.name.position : (risks[0]?.text.position ?? placeOf(draft));
    if (post === null && owner.owner.is !== 'unit') findings.error('missing-post', {}, place, 'post');
    if (duties === null && kind !== 'register' && owner.owner.is !== 'unit') {
      findings.warning('missing-duties', {}, place, 'duties');
    }
  }
  const isDated =
    draft.lists.some(({ columns }) => columns.has('filledOn')) ||
    (draft.said.get('filledOn')?.lines ?? []).length > 0;
  if (!isDated && groups.some(({ kind }) => kind !== 'register')) {
    findings.warning('missing-date', {}, draft.said.get('filledOn')?.position ?? placeOf(draft), 'filledOn');
  }
}

function saidAbove({ said }: Draft, field: Field): Words | null {
  const statement = said.get(field);
  const [first] = statement?.lines ?? [];
  return first === undefined ? null : { text: first.text, position: first.position };
}

function placeOf({ lists }: Draft): Words['position'] {
  const [list] = lists;
  return list === undefined ? {} : list.grid.positionOf(list.headerRow, 0);
}
