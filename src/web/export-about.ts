import type { Texts } from '../language/texts.ts';
import type { ExportTable, Taken } from './export-table.ts';
import type { ActiveFilter } from './list-parts.ts';

/** Which list, narrowed by what, how long, taken when and by whom. */
export function aboutExport(
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
