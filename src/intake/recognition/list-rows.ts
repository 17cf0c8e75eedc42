import { nameKey } from '../../language/normalise.ts';
import type { DeclaredFact } from '../../rulebooks/declared-fact.ts';
import { cellsOfRow, type Cell } from '../formats/document.ts';
import type { Draft } from './draft.ts';
import type { Words } from './field-values.ts';
import type { Field } from './labels.ts';
import { fieldCell, type List } from './piece.ts';
import { isBlank, tidy, withoutGaps } from './wording.ts';

/** A row of a list, with what it takes over from the rows above or the lines above the list. */
export interface ListRow {
  /** What the row says of a field: `null` when the list has no such column and nothing was said above it. */
  words(field: Field): Words | null;
  hasColumn(field: Field): boolean;
  readonly risk: Words;
  /** What the row says in the columns of declared facts. */
  facts(declared: readonly DeclaredFact[]): readonly { readonly fact: DeclaredFact; readonly words: Words }[];
  /** Rows that share one cell of risk or measure, by a merge, speak of the same one. */
  cell(field: 'risk' | 'measure'): Cell | null;
}

/** What rows leave blank because the row above says it. */
interface Carried {
  readonly unit: Words | null;
  readonly name: Words | null;
  readonly post: Words | null;
  readonly duties: Words | null;
}

const NOTHING: Carried = { unit: null, name: null, post: null, duties: null };
const NOT_CONTENT: ReadonlySet<Field> = new Set(['ordinal', 'other', 'opinion']);
const NOTE = /^(?:注|备注|说明|填表说明|合计|总计|小计|共计|填表人|制表人|审核人)(?:[:：\s]|$)/u;
/** What stands under the risks in a row that adds them up. */
const COUNT = /^共?\s*\d{1,5}\s*[条个项处]?$/u;
const SECTION_NUMBER = /^[(（]?[一二三四五六七八九十\d]{1,3}[)）]?[、.．]\s*/u;

/**
 * The rows of a list that say something. With `carriesDown`, as in annex 2, a person's name, post and duties hold
 * until the next name, and a row of one merged cell names the unit of the rows below it.
 */
export function listRows(list: List, draft: Draft, carriesDown: boolean): ListRow[] {
  let carried = NOTHING;
  return list.rows.flatMap((row): ListRow[] => {
    const heading = carriesDown ? sectionUnit(list, row) : null;
    if (heading !== null) carried = { ...NOTHING, unit: heading };
    if (heading !== null || !hasContent(list, row)) return [];
    if (carriesDown) carried = carriedOn(list, row, carried);
    return [rowOf(list, row, draft, carried)];
  });
}

function rowOf(list: List, row: number, draft: Draft, carried: Carried): ListRow {
  const words = (field: Field): Words | null => {
    const taken = field in carried ? carried[field as keyof Carried] : null; // Just found to be one of its keys.
    return taken ?? cellWords(list, row, field) ?? saidAbove(draft, field);
  };
  return {
    words,
    hasColumn: (field) => list.columns.has(field),
    risk: cellWords(list, row, 'risk') ?? { text: '', position: list.grid.positionOf(row, 0) },
    facts: (declared) => declared.flatMap((fact) => factWords(list, row, fact)),
    cell: (field) => fieldCell(list, row, field)?.cell ?? null,
  };
}

function factWords(
  { grid, facts }: List,
  row: number,
  fact: DeclaredFact,
): { fact: DeclaredFact; words: Words }[] {
  const column = facts.get(fact.name);
  if (column === undefined) return [];
  const text = grid.at(row, column)?.text ?? '';
  return [{ fact, words: { text, position: grid.positionOf(row, column) } }];
}

function cellWords(list: List, row: number, field: Field): Words | null {
  const found = fieldCell(list, row, field);
  return found === null ? null : { text: found.cell?.text ?? '', position: found.position };
}

/** A blank is the same as above; a new name begins anew, another post has other duties. */
function carriedOn(list: List, row: number, above: Carried): Carried {
  const own = (field: Field): Words | null => filled(cellWords(list, row, field));
  const unit = own('unit') ?? above.unit;
  const [name, post, duties] = [own('name'), own('post'), own('duties')];
  const isNew = name !== null && !isSame(name, above.name);
  if (isNew) return { unit, name, post, duties };
  const isOtherPost = post !== null && !isSame(post, above.post);
  return {
    unit,
    name: above.name ?? name,
    post: post ?? above.post,
    duties: duties ?? (isOtherPost ? null : above.duties),
  };
}

function filled(words: Words | null): Words | null {
  return words === null || isBlank(words.text) ? null : words;
}

function isSame(one: Words | null, other: Words | null): boolean {
  return nameKey(withoutGaps(one?.text ?? '')) === nameKey(withoutGaps(other?.text ?? ''));
}

function saidAbove({ said }: Draft, field: Field): Words | null {
  const statement = said.get(field);
  if (statement === undefined) return null;
  return { text: statement.lines.map(({ text }) => text).join('\n'), position: statement.position };
}

/** Whether a row says more than its number and a remark, and is no note or sum. */
function hasContent(list: List, row: number): boolean {
  const first = cellsOfRow(list.grid, row).find(({ text }) => !isBlank(text))?.text ?? '';
  const risk = cellWords(list, row, 'risk')?.text ?? '';
  if (NOTE.test(first.trim()) && (isBlank(risk) || COUNT.test(risk.trim()))) return false;
  return [...list.columns.keys()].some((field) => {
    return !NOT_CONTENT.has(field) && !isBlank(cellWords(list, row, field)?.text ?? '');
  });
}

/** A row of one cell across the table that names the unit of the rows below. */
function sectionUnit(list: List, row: number): Words | null {
  const [cell, ...others] = cellsOfRow(list.grid, row).filter(({ text }) => !isBlank(text));
  if (cell === undefined || others.length > 0 || list.columns.has('unit')) return null;
  const text = tidy(cell.text).replace(SECTION_NUMBER, '');
  const isHeading =
    cell.columnSpan >= 3 && text.length <= 20 && !NOTE.test(text) && !/[。；，：:]/u.test(text);
  return isHeading ? { text, position: cell.position } : null;
}
