import { sentence, wordsOf, type SentencePart } from '../language/sentence.ts';
import type { Texts } from '../language/texts.ts';
import type { OrgUnit } from '../organisation/org-unit.ts';
import { unitOptions, type ActiveFilter } from '../risk-points/point-filter-page.ts';
import type { EmptyList } from '../risk-points/point-list-page.ts';
import type { PageModel } from '../web/page.ts';
import { pagerOf, type Pager } from '../web/pager.ts';
import type { IgnoredCondition } from '../web/query-fields.ts';
import { selectField, type SelectField } from '../web/select-field.ts';
import { FORMS_PER_PAGE, type FormFilter, type FormList, type FormSummary } from './form.ts';
import { FORM_QUERY, formPaths, formsPath } from './paths.ts';

export interface FormListPage extends PageModel {
  readonly finding: readonly SentencePart[];
  readonly range: string | null;
  readonly action: string;
  readonly resetHref: string;
  readonly kept: readonly { readonly name: string; readonly value: string }[];
  readonly fields: readonly SelectField[];
  readonly active: readonly ActiveFilter[];
  readonly ignored: readonly string[];
  readonly rows: readonly FormRow[];
  readonly empty: EmptyList | null;
  readonly pager: Pager | null;
}

export interface FormRow {
  readonly unit: string;
  readonly person: string;
  readonly posts: string;
  readonly version: string;
  readonly state: string;
  readonly filledOn: string;
  readonly points: string;
  readonly withMeasure: string;
  readonly file: string;
  /** Known from a summary or a register alone. */
  readonly missesAnnex1: boolean;
}
