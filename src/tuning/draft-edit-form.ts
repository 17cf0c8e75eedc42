import type { ExampleFacts, Grade } from '../rulebooks/rulebook.ts';
import type { DraftEdit } from './draft-change.ts';
import { RULE_LISTS } from './rule-list.ts';

type Fields = Readonly<Record<string, string>>;

/** Every kind of change that the workbench's own forms post; rules have a form of their own. */
const READERS: Readonly<Record<string, (fields: Fields) => DraftEdit | null>> = {
  'set-cells': readCells,
  'move-rule': (fields) => {
    const list = RULE_LISTS.find((one) => one === fields['list']);
    const by = fields['by'] === '-1' ? -1 : 1;
    return list === undefined ? null : { kind: 'move-rule', list, name: fields['name'] ?? '', by };
  },
  'remove-rule': (fields) => {
    const list = RULE_LISTS.find((one) => one === fields['list']);
    return list === undefined ? null : { kind: 'remove-rule', list, name: fields['name'] ?? '' };
  },
  'remove-example': (fields) => ({ kind: 'remove-example', at: positionIn(fields) }),
  expect: (fields) => {
    const grade = fields['grade'] === '' ? null : gradeIn(fields);
    return grade === undefined ? null : { kind: 'expect', at: positionIn(fields), grade };
  },
  'add-example': (fields) => {
    const [grade, facts] = [gradeIn(fields), factsIn(fields['facts'])];
    if (grade === undefined || facts === null) return null;
    const name = { zh: fields['name-zh']?.trim() ?? '', en: fields['name-en']?.trim() ?? '' };
    return { kind: 'add-example', example: { name, facts, expect: { grade } } };
  },
  explain: (fields) => {
    const [better, worse] = [factsIn(fields['better']), factsIn(fields['worse'])];
    if (better === null || worse === null) return null;
    const reason = { zh: fields['reason-zh']?.trim() ?? '', en: fields['reason-en']?.trim() ?? '' };
    return { kind: 'explain', better, worse, reason, clause: fields['clause'] ?? '' };
  },
};

/** The change that a posted form asks for; `null` where it is none of ours. Whether it fits is the reducer's. */
export function readEdit(fields: Fields): DraftEdit | null {
  const read = Object.entries(READERS).find(([kind]) => kind === fields['edit'])?.[1];
  return read?.(fields) ?? null;
}

/** The grade that a form names; undefined where it is none. */
export function gradeIn(fields: Fields): Grade | undefined {
  return ([1, 2, 3] as const).find((grade) => String(grade) === fields['grade']);
}

// One field for each cell, such as `cell/high/serious`. A form posts the whole matrix: a cell that is as `seen/high/serious`
// says it was shown is nobody's change, or it would take back what somebody else changed meanwhile.
function readCells(fields: Fields): DraftEdit | null {
  const posted = Object.entries(fields).flatMap(([field, value]) => {
    const [, row, column] = /^cell\/([^/]+)\/([^/]+)$/u.exec(field) ?? [];
    const grade = ([1, 2, 3] as const).find((one) => String(one) === value);
    return row === undefined || column === undefined || grade === undefined ? [] : [{ row, column, grade }];
  });
  const cells = posted.filter(({ row, column, grade }) => fields[`seen/${row}/${column}`] !== String(grade));
  return posted.length === 0 ? null : { kind: 'set-cells', cells };
}

function positionIn(fields: Fields): number {
  const at = fields['at'] ?? '';
  return /^\d{1,6}$/u.test(at) ? Number(at) : -1;
}

/** Facts as the page wrote them into the form; what is no flat object of values is nobody's facts. */
function factsIn(text = ''): ExampleFacts | null {
  try {
    const said: unknown = JSON.parse(text);
    if (typeof said !== 'object' || said === null || Array.isArray(said)) return null;
    const entries: (readonly [string, unknown])[] = Object.entries(said);
    const values = entries.flatMap(([fact, value]) =>
      typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean'
        ? [[fact, value] as const]
        : [],
    );
    return values.length === entries.length ? Object.fromEntries(values) : null;
  } catch {
    return null;
  }
}
