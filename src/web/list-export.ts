import type { Texts } from '../language/texts.ts';
import type { ExportRow, ExportTable, Taken } from './export-table.ts';
import type { ActiveFilter } from './list-parts.ts';

/** What a list is as a file: its sheet, what it is called, its columns, and an item's cells in their order. */
export interface ExportedList<Item> {
  readonly title: string;
  readonly caption: string;
  readonly columns: readonly (readonly [heading: string, width: number])[];
  readonly cells: (item: Item) => ExportRow;
}

/** The conditions in words, and who takes the list. */
export interface Taking {
  readonly active: readonly ActiveFilter[];
  readonly takenBy: string;
}

/** A list as a file, in the words of its page. */
export function listExport<Item>(
  taken: Taken<Item>,
  { title, caption, columns, cells }: ExportedList<Item>,
  { active, takenBy }: Taking,
  text: Texts,
): ExportTable {
  return {
    title,
    sheet: text.lists.about.sheet,
    about: aboutExport(taken, caption, active, takenBy, text),
    columns: columns.map(([heading, width]) => ({ heading, width })),
    rows: rowsOf(taken, cells),
  };
}

async function* rowsOf<Item>(
  { pieces }: Taken<Item>,
  cells: (item: Item) => ExportRow,
): AsyncGenerator<readonly ExportRow[]> {
  for await (const some of pieces) yield some.map(cells);
}

/** Which list, narrowed by what, how long, taken when and by whom. */
function aboutExport(
  taken: Omit<Taken<unknown>, 'pieces'>,
  caption: string,
  active: readonly ActiveFilter[],
  takenBy: string,
  text: Texts,
): ExportTable['about'] {
  const { about } = text.lists;
  const conditions = active.map((condition) => condition.text);
  return [
    [about.what, `${taken.bureau} ${String(taken.year)} ${caption}`],
    [about.filter, conditions.length === 0 ? about.everything : text.formats.clauses(conditions)],
    [about.total, text.formats.count(taken.total)],
    [about.at, text.formats.exactInstant(taken.at)],
    [about.by, takenBy],
  ];
}
