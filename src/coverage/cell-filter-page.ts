import type { Texts } from '../language/texts.ts';
import { KEY_DOMAINS } from '../organisation/key-domain.ts';
import { ignoredNotices, type ActiveFilter, type FilterForm } from '../web/list-parts.ts';
import { ignoredCondition, without, type ReadQuery } from '../web/query-fields.ts';
import { selectField, type SelectField } from '../web/select-field.ts';
import type { CoverageCell } from './coverage-cell.ts';
import { CELL_QUERY, CELL_STATUSES, cellsPath, coveragePaths, type CellFilter } from './paths.ts';

/** Whether the list beneath the matrix is narrowed to some cells. */
export function isNarrowed({ status, domain, unitId }: Partial<CellFilter>): boolean {
  return status !== undefined || domain !== undefined || unitId !== undefined;
}

/** The cells that meet the conditions. Empty ones of work that nobody does are listed only when asked for. */
export function filteredCells(
  cells: readonly CoverageCell[],
  { status, domain, unitId }: Partial<CellFilter>,
): readonly CoverageCell[] {
  const isAskedFor = (cell: CoverageCell): boolean =>
    status === undefined ? cell.status !== 'not-expected' || cell.points > 0 : cell.status === status;
  return cells.filter(
    (cell) =>
      isAskedFor(cell) &&
      (domain === undefined || cell.domain === domain) &&
      (unitId === undefined || cell.unitId === unitId),
  );
}

export function cellFilters(
  cells: readonly CoverageCell[],
  { filter, ignored }: ReadQuery<CellFilter>,
  text: Texts,
): FilterForm {
  const { filters } = text.coverage;
  const { year } = filter;
  const kept = year === undefined ? [] : [{ name: CELL_QUERY.year.name, value: String(year) }];
  return {
    action: coveragePaths.matrix,
    resetHref: cellsPath(without(filter, ['status', 'domain', 'unitId'])),
    kept,
    fields: fieldsOf(cells, filter, text),
    active: activeFilters(cells, filter, text),
    ignored: ignoredNotices(ignored, filters, text),
  };
}

function unitsOf(cells: readonly CoverageCell[]): readonly (readonly [string, string])[] {
  return [...new Map(cells.map(({ unitId, unit }) => [String(unitId), unit])).entries()];
}

function fieldsOf(
  cells: readonly CoverageCell[],
  { status, domain, unitId }: Partial<CellFilter>,
  text: Texts,
): readonly SelectField[] {
  const { filters } = text.coverage;
  const { any } = text.lists;
  const { coverage, keyDomains } = text.terms;
  const statuses = CELL_STATUSES.map((code) => [code, coverage[code]] as const);
  const domains = KEY_DOMAINS.map((code) => [code, keyDomains[code]] as const);
  return [
    selectField(CELL_QUERY.status.name, { label: filters.status, any }, statuses, status),
    selectField(CELL_QUERY.domain.name, { label: filters.domain, any }, domains, domain),
    selectField(CELL_QUERY.unitId.name, { label: filters.unit, any }, unitsOf(cells), unitId?.toString()),
  ];
}

function activeFilters(
  cells: readonly CoverageCell[],
  filter: Partial<CellFilter>,
  text: Texts,
): readonly ActiveFilter[] {
  const { filters } = text.coverage;
  const { year, status, domain, unitId } = filter;
  const said = (label: string, value: string, key: keyof CellFilter): ActiveFilter => ({
    text: text.lists.filter(label, value),
    dropHref: cellsPath(without(filter, [key])),
  });
  const unit = cells.find((cell) => cell.unitId === unitId)?.unit;
  return [
    ...(year === undefined ? [] : [said(filters.year, String(year), 'year')]),
    ...(status === undefined ? [] : [said(filters.status, text.terms.coverage[status], 'status')]),
    ...(domain === undefined ? [] : [said(filters.domain, text.terms.keyDomains[domain], 'domain')]),
    ...(unit === undefined ? [] : [said(filters.unit, unit, 'unitId')]),
  ];
}

/** Names a unit that is out of reach, or none, as a condition that means nothing here. */
export function withinCells(
  { filter, ignored }: ReadQuery<CellFilter>,
  cells: readonly CoverageCell[],
): ReadQuery<CellFilter> {
  const { unitId } = filter;
  if (unitId === undefined || cells.some((cell) => cell.unitId === unitId)) return { filter, ignored };
  const unknown = ignoredCondition(CELL_QUERY.unitId.name, String(unitId));
  return { filter: without(filter, ['unitId']), ignored: [...ignored, unknown] };
}
