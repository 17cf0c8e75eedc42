import { cellField, type BaseEdit, type CellReasons } from './base-edit.ts';
import { gradeIn } from './draft-edit-form.ts';
import { nameFrom } from './rule-name.ts';

type Fields = Readonly<Record<string, string>>;

const READERS: Readonly<Record<string, (fields: Fields) => BaseEdit | null>> = {
  'set-rows': (fields) => {
    const rows = (['probability', 'harm'] as const).find((fact) => fact === fields['rows']);
    return rows === undefined ? null : { kind: 'set-rows', rows };
  },
  'set-reasons': (fields) => ({ kind: 'set-reasons', cells: cellsIn(fields) }),
  'set-hit-policy': (fields) => {
    const hitPolicy = (['first', 'any'] as const).find((one) => one === fields['hit-policy']);
    return hitPolicy === undefined ? null : { kind: 'set-hit-policy', hitPolicy };
  },
  'set-otherwise': readOtherwise,
};

/** The change of a base that a posted form asks for; `null` where it is none of ours. Whether it fits is the reducer's. */
export function readBaseEdit(fields: Fields): BaseEdit | null {
  const read = Object.entries(READERS).find(([kind]) => kind === fields['edit'])?.[1];
  return read?.(fields) ?? null;
}

// One box for each cell and reason, such as `why/high/serious/probability-high`. A form posts every cell: one whose boxes
// are as `seen/high/serious` says they were shown is nobody's change, or it would take back what somebody else ticked.
function cellsIn(fields: Fields): readonly CellReasons[] {
  return Object.entries(fields).flatMap(([field, seen]) => {
    const [, row, column] = /^seen\/([^/]+)\/([^/]+)$/u.exec(field) ?? [];
    if (row === undefined || column === undefined) return [];
    const boxes = `${cellField(row, column)}/`;
    const rules = Object.keys(fields).flatMap((one) =>
      one.startsWith(boxes) ? [one.slice(boxes.length)] : [],
    );
    return isSame(rules, seen === '' ? [] : seen.split(' ')) ? [] : [{ row, column, rules }];
  });
}

function isSame(rules: readonly string[], others: readonly string[]): boolean {
  return rules.length === others.length && rules.every((rule) => others.includes(rule));
}

function readOtherwise(fields: Fields): BaseEdit | null {
  if (fields['grade'] === '') return { kind: 'set-otherwise', otherwise: null };
  const grade = gradeIn(fields);
  if (grade === undefined) return null;
  const said = (field: string): string => (fields[field] ?? '').replaceAll('\r\n', '\n').trim();
  const title = { zh: said('title-zh'), en: said('title-en') };
  const name = said('name') === '' ? nameFrom(title.en) : said('name');
  const reason = { zh: said('reason-zh'), en: said('reason-en') };
  return { kind: 'set-otherwise', otherwise: { name, title, reason, clause: said('clause'), grade } };
}
