import type { GradeSection } from '../assessment/grade-section-page.ts';
import { divisionPath } from '../dashboards/paths.ts';
import { formPath } from '../forms/paths.ts';
import { callGrades } from '../language/call-grades.ts';
import type { Texts } from '../language/texts.ts';
import type { FormFault } from '../web/form-fault.ts';
import type { PageModel } from '../web/page.ts';
import { declaredFacts } from '../rulebooks/rulebook-facts.ts';
import { assessPath, ownFactsPath } from './paths.ts';
import type { PointDetail } from './point-detail.ts';
import { exampleForm, type ExampleForm } from './point-example-page.ts';
import { domainSection, type DomainEditing, type DomainSection } from './point-domains-page.ts';
import { factRows, placeIn, sourceRows, type FactRow, type SourceRow } from './point-facts-page.ts';
import { gradingCard, type GradingCard } from './point-grading-page.ts';
import type { OtherVersions } from './other-version.ts';
import { otherVersionsSection, type OtherVersionsSection } from './other-versions-page.ts';
import { otherwiseCard, type OtherwiseCard } from './otherwise-page.ts';
import { historyLines, type HistoryLine } from './point-history-page.ts';

export interface PointPage extends PageModel {
  readonly crumbs: readonly Crumb[];
  readonly heading: string;
  readonly meta: string;
  /** Where the viewer may set its facts; `null` for those who may not. */
  readonly assessHref: string | null;
  /** Where facts that the bureau added are set. */
  readonly factsHref: string | null;
  readonly duties: string | null;
  readonly holder: string;
  readonly state: string;
  readonly domains: DomainSection;
  readonly faults: readonly FormFault[];
  readonly faultHeading: string;
  readonly measures: readonly string[];
  readonly grading: GradingCard;
  readonly grades: GradeSection | null;
  /** For those who tune the rules. */
  readonly example: ExampleForm | null;
  readonly otherwise: OtherwiseCard;
  /** For those who may see versions of the rules. */
  readonly otherVersions: OtherVersionsSection | null;
  readonly facts: readonly FactRow[];
  readonly history: readonly HistoryLine[];
  readonly sources: readonly SourceRow[];
}

export interface Crumb {
  readonly text: string;
  readonly href: string | null;
}

/** What a viewer may do about a point, and what came of it. */
export interface PointViewing extends DomainEditing {
  readonly mayAssess: boolean;
  readonly mayTune: boolean;
  /** What people decided about its grade, and may decide. */
  readonly grades: GradeSection | null;
  readonly others: OtherVersions | null;
}

const LOOKS_ONLY: PointViewing = {
  mayAssess: false,
  mayTune: false,
  mayDecide: false,
  grades: null,
  others: null,
  faults: [],
  faultHeading: '',
  chosen: '',
};

/** The page of one risk point: what it says, why it has its grade, where everything came from. */
export function pointPage(point: PointDetail, asked: Texts, viewing: Partial<PointViewing> = {}): PointPage {
  const text = callGrades(asked, point.rulebook.body.grades);
  const { mayAssess, mayTune, grades, others, ...editing } = { ...LOOKS_ONLY, ...viewing };
  const words = text.riskPoints.point;
  const ordinal = text.formats.count(point.ordinal);
  return {
    title: words.title(ordinal, point.unitName),
    crumbs: [
      { text: point.unitName, href: divisionPath(point.unitId) },
      { text: crumbOfForm(point, text), href: formPath(point.formId) },
      { text: words.crumb(ordinal), href: null },
    ],
    heading: point.text,
    meta: metaOf(point, text),
    assessHref: mayAssess ? assessPath(point.id) : null,
    factsHref:
      mayAssess && declaredFacts(point.rulebook.body).length > 0
        ? ownFactsPath('risk_point', point.id)
        : null,
    duties: point.duties,
    holder: point.personName ?? words.ownRisk,
    state: text.terms.pointStates[point.state],
    domains: domainSection(point, editing, text),
    faults: editing.faults,
    faultHeading: editing.faultHeading,
    measures: point.measures.map((measure) => measure.text),
    grading: gradingCard(point, text),
    grades,
    example: mayTune ? exampleForm(point, text) : null,
    otherwise: otherwiseCard(point, text),
    otherVersions: otherVersionsSection(point, others, text),
    facts: factRows(point, text),
    history: historyLines(point, text),
    sources: sourceRows(point, text),
  };
}

/** The form that the point stands on, by its post and who holds that. */
function crumbOfForm({ postName, personName }: PointDetail, text: Texts): string {
  const words = text.riskPoints.point;
  return postName === null || personName === null ? words.ownRisk : words.ofHolder(postName, personName);
}

function metaOf({ formVersion, sources }: PointDetail, text: Texts): string {
  const { version, from } = text.riskPoints.point;
  const source = sources.find(({ field }) => field === 'text');
  const edition = version(text.formats.count(formVersion));
  if (source === undefined) return edition;
  return `${edition} · ${from(placeIn(source, text))} · ${text.formats.instant(source.at)}`;
}
