import type { Texts } from '../language/texts.ts';
import type { OrgUnit } from '../organisation/org-unit.ts';
import { unitOptions } from '../risk-points/point-filter-page.ts';
import { filterForm, type ListAddresses, type ListCondition } from '../web/list-condition.ts';
import type { FilterForm } from '../web/list-parts.ts';
import { formOrderField } from './form-headers-page.ts';
import { FORM_STATES, type FormFilter } from './form.ts';
import { FORM_QUERY, formPaths, formsPath } from './paths.ts';

const ADDRESSES: ListAddresses<FormFilter> = {
  action: formPaths.list,
  fields: FORM_QUERY,
  addressOf: formsPath,
  kept: ['size'],
};

/** The form of conditions, filled with those of the address, with each of them in words. */
export function formFilterForm(
  filter: Partial<FormFilter>,
  units: readonly OrgUnit[],
  text: Texts,
): Omit<FilterForm, 'ignored'> {
  const form = filterForm(formConditions(units, text), filter, ADDRESSES, text);
  return { ...form, fields: [...form.fields, formOrderField(filter, text)] };
}

function formConditions(units: readonly OrgUnit[], text: Texts): readonly ListCondition<FormFilter>[] {
  const { filters, annex1Missing, revised } = text.forms.list;
  const states = FORM_STATES.map((state) => [state, text.forms.states[state]] as const);
  return [
    { key: 'words', label: filters.words, short: text.lists.searched, asked: 'search', options: [] },
    { key: 'year', label: filters.year, asked: 'link', options: [] },
    { key: 'unitId', label: filters.unit, asked: 'common', options: unitOptions(units) },
    { key: 'state', label: filters.state, asked: 'common', options: states },
    { key: 'revised', label: filters.revised, asked: 'common', options: [['yes', revised]] },
    { key: 'annex1', label: filters.annex1, asked: 'common', options: [['missing', annex1Missing]] },
  ];
}
