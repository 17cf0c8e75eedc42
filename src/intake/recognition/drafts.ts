import { nameKey } from '../../language/normalise.ts';
import { readDate } from './dates.ts';
import {
  EMPTY_DRAFT,
  hasBody,
  isContinuationOf,
  joined,
  withReplaced,
  withStatement,
  type Draft,
} from './draft.ts';
import type { Field } from './labels.ts';
import { isContinuation } from './labels.ts';
import type { List, LooseGrid, LooseText, Piece, Statement, Title } from './piece.ts';
import { cellsOfRow } from '../formats/document.ts';
import { isBlank } from './wording.ts';

interface Sorting {
  readonly done: readonly Draft[];
  readonly draft: Draft;
  /** The statement that text without a label goes on with. */
  readonly open: Statement | null;
}

/** Fields above a form's body; said again after one, they begin the next form. */
const HEAD: ReadonlySet<Field> = new Set(['unit', 'filledOn', 'name']);
/** Below an opinion a bare 日期 is the signature's. */
const SIGNATURE_DATE = /^(?:日期|时间):?$/u;
const NOTE = /^[\s（(]*(?:注|备注|说明|填表说明|附件|附页|续页|续表)/u;

/** Sorts the pieces of a section into forms. */
export function draftsOf(pieces: readonly Piece[]): Draft[] {
  const start: Sorting = { done: [], draft: EMPTY_DRAFT, open: null };
  const sorted = pieces.reduce(afterPiece, start);
  return closed(sorted).done.reduce<Draft[]>((drafts, draft) => {
    const before = drafts.at(-1);
    if (before === undefined || !isContinuationOf(draft, before)) return [...drafts, draft];
    return [...drafts.slice(0, -1), joined(before, draft)];
  }, []);
}

function afterPiece(sorting: Sorting, piece: Piece): Sorting {
  switch (piece.kind) {
    case 'title':
      return afterTitle(sorting, piece);
    case 'statement':
      return afterStatement(sorting, piece);
    case 'list':
      return { ...sorting, draft: withList(sorting.draft, piece), open: null };
    case 'text':
      return afterText(sorting, piece);
    case 'grid':
      return afterLooseGrid(sorting, piece);
  }
}

function closed({ done, draft }: Sorting): Sorting {
  return { done: draft === EMPTY_DRAFT ? done : [...done, draft], draft: EMPTY_DRAFT, open: null };
}

function afterTitle(sorting: Sorting, title: Title): Sorting {
  const { done, draft } = hasBody(sorting.draft) || sorting.draft.kind !== null ? closed(sorting) : sorting;
  return { done, draft: { ...draft, kind: title.form, title }, open: null };
}

function afterStatement(sorting: Sorting, statement: Statement): Sorting {
  const { field, label, lines } = statement;
  if (sorting.open?.field === 'opinion' && SIGNATURE_DATE.test(nameKey(label))) {
    return lines.reduce((now, line) => afterText(now, { kind: 'text', ...line }), sorting);
  }
  const open = statement.goesOn ? statement : null;
  const { draft } = sorting;
  if (!HEAD.has(field) || !draft.said.has(field) || !hasBody(draft)) {
    return { ...sorting, draft: withStatement(draft, statement), open };
  }
  // Between two people of one unit nothing need be said again but the name.
  const carried = field === 'name' ? withHead(draft) : EMPTY_DRAFT;
  return { done: closed(sorting).done, draft: withStatement(carried, statement), open };
}

function withHead({ kind, title, said }: Draft): Draft {
  const head = [...said].filter(([field]) => field === 'unit' || field === 'filledOn');
  return { ...EMPTY_DRAFT, kind, title, said: new Map(head) };
}

function withList(draft: Draft, list: List): Draft {
  return { ...draft, lists: [...draft.lists, list] };
}

function afterText(sorting: Sorting, { text, position }: LooseText): Sorting {
  const { open, draft } = sorting;
  if (NOTE.test(text) || isContinuation(text)) return { ...sorting, open: null };
  if (open === null) return sorting;
  if (open.field === 'filledOn' && (open.lines.length > 0 || typeof readDate(text) === 'string')) {
    return { ...sorting, open: null };
  }
  const [first] = open.lines;
  const line =
    first === undefined ? { number: null, text, position } : { ...first, text: `${first.text}\n${text}` };
  const now = { ...open, lines: [line] };
  return { ...sorting, draft: withReplaced(draft, open, now), open: now };
}

/** A table without a header goes on with the list above it when it has as many columns. */
function afterLooseGrid(sorting: Sorting, { grid }: LooseGrid): Sorting {
  const last = sorting.draft.lists.at(-1);
  if (last?.grid.columnCount !== grid.columnCount) return { ...sorting, open: null };
  const rows = Array.from({ length: grid.rowCount }, (_, row) => row).filter((row) =>
    cellsOfRow(grid, row).some(({ text }) => !isBlank(text)),
  );
  const list: List = {
    kind: 'list',
    grid,
    columns: last.columns,
    headerRow: last.headerRow,
    facts: last.facts,
    rows,
  };
  return { ...sorting, draft: withList(sorting.draft, list), open: null };
}
