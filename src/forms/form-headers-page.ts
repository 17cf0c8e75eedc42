import type { Texts } from '../language/texts.ts';
import { selectField, type SelectField } from '../web/select-field.ts';
import { sortHeader, type SortHeader } from '../web/sort-header.ts';
import {
  DEFAULT_FORM_ORDER,
  FORM_COLUMNS,
  FORM_ORDERS,
  formColumnOf,
  usualDirection,
  type FormColumn,
} from './form-order.ts';
import type { FormFilter } from './form.ts';
import { FORM_QUERY, formsPath } from './paths.ts';

export type FormHeaders = Readonly<Record<FormColumn, SortHeader>>;

/** The heads of a list of forms that is narrowed and ordered like this. */
export function formHeaders(filter: Partial<FormFilter>, text: Texts): FormHeaders {
  const now = formColumnOf(filter.order ?? DEFAULT_FORM_ORDER);
  const headers = FORM_COLUMNS.map((column) => [
    column,
    sortHeader(
      column,
      text.forms.list.sorted[column],
      now,
      usualDirection(column),
      (order) => formsPath({ ...filter, order, page: 1 }),
      text,
    ),
  ]);
  // The entries are made of the columns, each once.
  return Object.fromEntries(headers) as Record<FormColumn, SortHeader>;
}

/** The order stands in the form too: where a table becomes cards, it has no head to click. */
export function formOrderField({ order }: Partial<FormFilter>, text: Texts): SelectField {
  const { orders, filters } = text.forms.list;
  const others = FORM_ORDERS.filter((other) => other !== DEFAULT_FORM_ORDER);
  const words = { label: filters.order, any: orders[DEFAULT_FORM_ORDER] };
  return selectField(
    FORM_QUERY.order.name,
    words,
    others.map((other) => [other, orders[other]]),
    order,
  );
}
