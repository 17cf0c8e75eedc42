import type { Texts } from '../../language/texts.ts';
import { faultOf, type FormFault } from '../../web/form-fault.ts';
import type { PageModel } from '../../web/page.ts';
import { importPaths } from '../paths.ts';
import type { UploadTarget } from './uploader.ts';

/** The formats that are read; a browser's dialog shows these first. */
export const ACCEPTED = '.docx,.doc,.xlsx,.xls,.csv,.tsv,.json';

export interface UploadFormPage extends PageModel {
  readonly action: string;
  readonly accepted: string;
  readonly faults: readonly FormFault[];
  readonly wrong: { readonly files: string | null; readonly year: string | null };
  readonly bureaus: readonly Option[];
  readonly years: readonly Option[];
  /** Whose forms alone may be uploaded; `null` for the whole bureau's. */
  readonly own: string | null;
  readonly listPath: string;
}

interface Option {
  readonly value: string;
  readonly label: string;
  readonly isSelected: boolean;
}

export interface UploadForm {
  readonly bureau: string;
  readonly year: string;
}

/** The form that files are uploaded with. */
export function uploadFormPage(
  targets: readonly UploadTarget[],
  { form, today, ownUnits }: { readonly form: UploadForm; readonly today: string; readonly ownUnits: string },
  faults: readonly FormFault[],
  text: Texts,
): UploadFormPage {
  const words = text.uploads.form;
  const target = targets.find(({ bureau }) => String(bureau.id) === form.bureau) ?? targets[0];
  const title = words.title;
  return {
    title: faults.length === 0 ? title : `${words.errorHeading} – ${title}`,
    action: importPaths.new,
    accepted: ACCEPTED,
    faults,
    wrong: { files: faultOf(faults, 'files'), year: faultOf(faults, 'year') },
    bureaus: targets.map(({ bureau }) => ({
      value: String(bureau.id),
      label: bureau.name,
      isSelected: bureau === target?.bureau,
    })),
    years: yearOptions(target, form.year, today, text),
    own: target === undefined || target.mayOpenCampaign ? null : words.own(ownUnits),
    listPath: importPaths.list,
  };
}

/** The years there are, and this year where the uploader may open it. */
export function yearsOf(target: UploadTarget | undefined, today: string): readonly number[] {
  const thisYear = Number(today.slice(0, 4));
  if (target === undefined) return [];
  const opens = target.mayOpenCampaign && !target.years.includes(thisYear);
  return opens ? [thisYear, ...target.years] : target.years;
}

function yearOptions(
  target: UploadTarget | undefined,
  chosen: string,
  today: string,
  text: Texts,
): readonly Option[] {
  const { newYear, yearOption } = text.uploads.form;
  const years = yearsOf(target, today);
  const latest = target?.years[0] ?? years[0];
  return years.map((year) => ({
    value: String(year),
    label: target?.years.includes(year) === true ? yearOption(String(year)) : newYear(String(year)),
    isSelected: chosen === '' ? year === latest : String(year) === chosen,
  }));
}
