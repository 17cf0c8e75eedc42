import type { Texts } from '../language/texts.ts';
import type { OrgUnit } from '../organisation/org-unit.ts';
import type { ActiveFilter } from '../web/list-parts.ts';
import { ignoredCondition, without, type ReadQuery } from '../web/query-fields.ts';
import { selectField, type SelectField } from '../web/select-field.ts';
import type { AssessFilter } from './assessment.ts';
import { ASSESS_QUERY, assessListPath } from './paths.ts';
import { unitOptions } from './point-filter-page.ts';

/** Splits off a unit that is out of reach. */
export function withinAssessed(
  { filter, ignored }: ReadQuery<AssessFilter>,
  units: readonly OrgUnit[],
): ReadQuery<AssessFilter> {
  const { unitId } = filter;
  if (unitId === undefined || units.some(({ id }) => id === unitId)) return { filter, ignored };
  const unit = ignoredCondition(ASSESS_QUERY.unitId.name, String(unitId));
  return { filter: without(filter, ['unitId']), ignored: [...ignored, unit] };
}

/** The form that narrows the list of points to assess. */
export function assessFilterFields(
  { unitId, show }: Partial<AssessFilter>,
  units: readonly OrgUnit[],
  text: Texts,
): readonly SelectField[] {
  const { filters, onlyUnassessed } = text.assessment.list;
  const { any } = text.lists;
  return [
    selectField(
      ASSESS_QUERY.unitId.name,
      { label: filters.unit, any },
      unitOptions(units),
      unitId?.toString(),
    ),
    selectField(ASSESS_QUERY.show.name, { label: filters.show, any }, [['unassessed', onlyUnassessed]], show),
  ];
}

/** The conditions that narrow it now, each with the way to drop it. */
export function activeAssessFilters(
  filter: Partial<AssessFilter>,
  units: readonly OrgUnit[],
  text: Texts,
): readonly ActiveFilter[] {
  const { filters, onlyUnassessed } = text.assessment.list;
  const said = (label: string, value: string, key: keyof AssessFilter): ActiveFilter => ({
    text: text.lists.filter(label, value),
    dropHref: assessListPath(without(filter, [key, 'page'])),
  });
  const { year, unitId, show } = filter;
  const unit = units.find(({ id }) => id === unitId)?.name;
  return [
    ...(year === undefined ? [] : [said(filters.year, String(year), 'year')]),
    ...(unit === undefined ? [] : [said(filters.unit, unit, 'unitId')]),
    ...(show === undefined ? [] : [said(filters.show, onlyUnassessed, 'show')]),
  ];
}
