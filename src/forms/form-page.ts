import { divisionPath } from '../dashboards/paths.ts';
import { callGrades } from '../language/call-grades.ts';
import type { Texts } from '../language/texts.ts';
import { pointsPath } from '../risk-points/paths.ts';
import type { PageModel } from '../web/page.ts';
import type { FormDetail } from './form-detail.ts';
import { differenceCard, type DifferenceCard } from './form-difference-page.ts';
import { riskOf, type FormRisk } from './form-risk-page.ts';
import { sourcesOf, type FormSource } from './form-source-page.ts';
import { versionRow, type VersionRow } from './form-version-page.ts';
import { formsPath, type VersionQuery } from './paths.ts';

export interface FormPage extends PageModel {
  readonly crumbs: readonly { readonly text: string; readonly href: string | null }[];
  readonly heading: string;
  readonly meta: string;
  readonly unit: string;
  readonly person: string;
  readonly posts: string;
  readonly filledOn: string;
  readonly duties: string | null;
  readonly showsGrades: boolean;
  readonly pointsHref: string | null;
  readonly risks: readonly FormRisk[];
  readonly opinions: readonly { readonly label: string; readonly text: string }[];
  readonly opinionsFrom: string | null;
  readonly sources: readonly FormSource[];
  readonly versions: readonly VersionRow[];
  readonly difference: DifferenceCard | null;
}

/** One form as it is filed: what it says, where every value came from, and what changed when. */
export function formPage(
  form: FormDetail,
  query: VersionQuery,
  viewer: { readonly seesPoints: boolean },
  asked: Texts,
): FormPage {
  const text = callGrades(asked, form.gradeLabels);
  const words = text.forms.form;
  const [current] = form.versions;
  const person = form.personName ?? text.forms.list.unitsOwn;
  const title = words.title(person, form.unitName);
  const { list } = text.forms;
  const scope = { year: form.year, formId: form.id };
  return {
    title,
    crumbs: [
      { text: text.web.menu.forms, href: formsPath({ year: form.year }) },
      { text: form.unitName, href: divisionPath(form.unitId, { year: form.year }) },
      { text: person, href: null },
    ],
    heading: title,
    meta: metaOf(form, text),
    unit: form.unitName,
    person,
    posts: form.postNames.length === 0 ? list.missing : text.formats.list(form.postNames),
    filledOn: current.filledOn === null ? list.missing : text.formats.date(current.filledOn),
    duties: current.duties,
    showsGrades: viewer.seesPoints,
    pointsHref: viewer.seesPoints && current.risks.length > 0 ? pointsPath(scope) : null,
    risks: current.risks.map((risk) => riskOf(risk, form.standings, viewer.seesPoints, text)),
    ...opinionsOf(form.versions, text),
    sources: sourcesOf(form, text),
    versions: form.versions.map((version) => versionRow(version, form, text)),
    difference: differenceCard(form, query, text),
  };
}

function metaOf({ versions: [current], state, year }: FormDetail, text: Texts): string {
  const { form, states } = text.forms;
  const { count, instant } = text.formats;
  return [
    form.year(String(year)),
    text.forms.form.version(count(current.version)),
    states[state],
    form.filed(instant(current.filedAt)),
  ].join(' · ');
}

/** Opinions are given to a version; where the latest has none, the last ones given are shown with their version. */
function opinionsOf(
  versions: FormDetail['versions'],
  text: Texts,
): Pick<FormPage, 'opinions' | 'opinionsFrom'> {
  const [current] = versions;
  const given = versions.find(({ opinions }) => opinions.length > 0);
  if (given === undefined) return { opinions: [], opinionsFrom: null };
  const isEarlier = given.version !== current.version;
  const number = text.formats.count(given.version);
  return { opinions: given.opinions, opinionsFrom: isEarlier ? text.forms.form.opinionsOf(number) : null };
}
