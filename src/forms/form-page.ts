import { divisionPath } from '../dashboards/paths.ts';
import type { Texts } from '../language/texts.ts';
import { gradeTag, type GradeTag } from '../risk-points/grade-look.ts';
import { pointPath, pointsPath } from '../risk-points/paths.ts';
import type { ValueSource } from '../risk-points/point-detail.ts';
import type { PageModel } from '../web/page.ts';
import type { FormDetail, FormVersion, RiskStanding, VersionRisk } from './form-detail.ts';
import { differenceCard, type DifferenceCard } from './form-difference-page.ts';
import { formPath, formsPath, type VersionQuery } from './paths.ts';

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

export interface FormRisk {
  readonly ordinal: string;
  readonly text: string;
  readonly href: string | null;
  readonly measures: readonly string[];
  readonly grade: GradeTag | null;
  readonly domains: readonly { readonly text: string; readonly isSuggested: boolean }[];
}

export interface FormSource {
  readonly field: string;
  readonly file: string;
  readonly place: string;
  readonly at: string;
}

export interface VersionRow {
  readonly version: string;
  readonly kind: string;
  readonly filledOn: string;
  readonly filedAt: string;
  readonly actor: string;
  readonly file: string;
  readonly risks: string;
  /** What it changed of the version before; `null` for the first. */
  readonly compare: { readonly href: string; readonly label: string } | null;
}

/** One form as it is filed: what it says, where every value came from, and what changed when. */
export function formPage(
  form: FormDetail,
  query: VersionQuery,
  viewer: { readonly seesPoints: boolean },
  text: Texts,
): FormPage {
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
  const { form, states, list } = text.forms;
  const { count, instant } = text.formats;
  return [
    form.year(String(year)),
    list.version(count(current.version)),
    states[state],
    form.filed(instant(current.filedAt)),
  ].join(' · ');
}

function riskOf(
  { pointId, ordinal, text: said, measures }: VersionRisk,
  standings: readonly RiskStanding[],
  seesPoints: boolean,
  text: Texts,
): FormRisk {
  const standing = standings.find((one) => one.pointId === pointId);
  const number = text.formats.count(ordinal);
  return {
    ordinal: number,
    text: said,
    href: seesPoints ? pointPath(pointId) : null,
    measures,
    grade: seesPoints ? gradeTag(standing?.grade ?? null, text) : null,
    domains: (standing?.domains ?? [])
      .filter(({ state }) => state !== 'rejected')
      .map(({ domain, state }) => ({
        text: text.terms.keyDomains[domain],
        isSuggested: state === 'suggested',
      })),
  };
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

/** Of every value the place it came from last: the form's own, then each risk's words and measure. */
function sourcesOf({ sources, standings, versions: [current] }: FormDetail, text: Texts): FormSource[] {
  const { sources: words } = text.riskPoints.point;
  const row = ({ file, place, at }: ValueSource, field: string): FormSource => ({
    field,
    file,
    place: text.formats.place(place) || text.forms.list.missing,
    at: text.formats.instant(at),
  });
  const own = latestOf(sources).map((source) => row(source, words.fieldName(source.field)));
  const ofRisks = current.risks.flatMap(({ pointId, ordinal }) => {
    const known = standings.find((one) => one.pointId === pointId)?.sources ?? [];
    const number = text.formats.count(ordinal);
    return latestOf(known.filter(({ field }) => field === 'text' || field === 'measure')).map((source) =>
      row(source, text.forms.form.ofRisk(words.fieldName(source.field), number)),
    );
  });
  return [...own, ...ofRisks];
}

/** The first of each field, in the order of the paper. */
function latestOf(sources: readonly ValueSource[]): readonly ValueSource[] {
  const latest = sources.filter(
    ({ field }, index) => sources.findIndex((source) => source.field === field) === index,
  );
  return [...latest].reverse();
}

function versionRow(version: FormVersion, { id, versions }: FormDetail, text: Texts): VersionRow {
  const { list, form } = text.forms;
  const { count, date, instant } = text.formats;
  const before = versions[versions.indexOf(version) + 1];
  const number = count(version.version);
  return {
    version: list.version(number),
    kind: form.kinds[version.kind],
    filledOn: version.filledOn === null ? list.missing : date(version.filledOn),
    filedAt: instant(version.filedAt),
    actor: version.actor === null ? list.missing : text.audit.actorName(version.actor),
    file: version.file ?? list.missing,
    risks: count(version.risks.length),
    compare:
      before === undefined
        ? null
        : {
            href: formPath(id, { before: before.version, after: version.version }),
            label: form.compareLabel(count(before.version), number),
          },
  };
}
