import { divisionPath } from '../dashboards/paths.ts';
import type { Texts } from '../language/texts.ts';
import { pointsPath } from '../risk-points/paths.ts';
import { numberLink, type NumberLink } from '../web/number-link.ts';
import type { PageModel } from '../web/page.ts';
import type { CoverageCell } from './coverage-cell.ts';
import type { DivisionCoverage } from './division-coverage.ts';
import { coverageFinding } from './coverage-finding.ts';
import { toDoOf, type ToDo, type ToDoLink, type ToDoRights } from './coverage-to-do-page.ts';
import { powerCard, type PowerCard } from './power-card-page.ts';
import type { Exemption } from './exemption.ts';
import {
  cellsPath,
  exemptionPath,
  exemptionsPath,
  requestExemptionPath,
  type CoverageQuery,
} from './paths.ts';

export interface DivisionCoveragePage extends PageModel {
  readonly crumbs: readonly { readonly text: string; readonly href: string | null }[];
  readonly finding: string;
  readonly boardHref: string;
  readonly exemptionsHref: string;
  readonly toDosHeading: string;
  readonly toDos: readonly ToDo[];
  /** The domains that ask for nothing, each with why. */
  readonly others: readonly OtherDomain[];
  /** `null` where no power of the division is listed. */
  readonly powers: PowerCard | null;
}

export interface OtherDomain {
  readonly anchor: string;
  readonly domain: string;
  readonly status: string;
  readonly tone: 'cv' | 'ex' | 'wk';
  readonly why: string;
  /** Points in a domain that was exempted: one of the two is wrong. */
  readonly contradiction: string | null;
  readonly points: NumberLink;
  readonly actions: readonly ToDoLink[];
}

/** A division's gaps and weak domains as things to do, and its other domains. */
export function divisionCoveragePage(
  found: DivisionCoverage,
  query: CoverageQuery,
  rights: ToDoRights,
  text: Texts,
): DivisionCoveragePage {
  const { division } = text.coverage;
  const { unit, cells, toDos } = found;
  const open = new Set(toDos.map(({ cell }) => cell.domain));
  return {
    title: division.title(unit.name),
    crumbs: [
      { text: text.coverage.crumb, href: cellsPath(query) },
      { text: unit.name, href: null },
    ],
    finding: coverageFinding(cells, text),
    boardHref: divisionPath(unit.id, query),
    exemptionsHref: exemptionsPath(query),
    toDosHeading: toDos.length === 0 ? division.noToDos : division.toDosHeading,
    toDos: toDos.map((toDo) => toDoOf(toDo, query, rights, text)),
    others: cells
      .filter(({ domain }) => !open.has(domain))
      .map((cell) => otherDomain(cell, found.exemptions, query, rights, text)),
    powers: powerCard(found.powers, { ...query, unitId: unit.id }, text),
  };
}

function otherDomain(
  cell: CoverageCell,
  exemptions: readonly Exemption[],
  query: CoverageQuery,
  rights: ToDoRights,
  text: Texts,
): OtherDomain {
  const { division, lists } = text.coverage;
  const exemption = exemptions.find(({ domain, state }) => domain === cell.domain && isOpen(state)) ?? null;
  const domain = text.terms.keyDomains[cell.domain];
  const points = text.formats.count(cell.points);
  const isExempt = cell.status === 'exempt';
  return {
    anchor: `domain-${cell.domain}`,
    domain,
    status: text.terms.coverage[cell.status],
    tone: cell.status === 'covered' ? 'cv' : isExempt && cell.points > 0 ? 'wk' : 'ex',
    why: whyOf(cell, exemption, text),
    contradiction: isExempt && cell.points > 0 ? division.despite(points) : null,
    points: numberLink(
      points,
      pointsPath({ ...query, unitId: cell.unitId, domain: cell.domain }),
      lists.pointsLabel(cell.unit, domain, points),
    ),
    actions: actionsOf(cell, exemption, query, rights, text),
  };
}

function isOpen(state: Exemption['state']): boolean {
  return state === 'requested' || state === 'approved';
}

function whyOf(cell: CoverageCell, exemption: Exemption | null, text: Texts): string {
  const { division } = text.coverage;
  const { count, instant } = text.formats;
  const approval = exemption?.steps.find(({ state }) => state === 'approved');
  if (cell.status === 'exempt' && approval !== undefined) {
    return division.exemptSince(approval.actor, instant(approval.at));
  }
  if (exemption?.state === 'requested') return division.requested;
  if (cell.status === 'covered') {
    const points = division.covered(count(cell.points), count(cell.withMeasure));
    return text.formats.clauses([points, division.because[cell.expected]]);
  }
  return cell.points > 0 ? division.notExpectedPoints : division.notExpected;
}

function actionsOf(
  { unitId, unit, domain, status, points }: CoverageCell,
  exemption: Exemption | null,
  query: CoverageQuery,
  rights: ToDoRights,
  text: Texts,
): readonly ToDoLink[] {
  const { division, toDo } = text.coverage;
  const link = (said: string, href: string): ToDoLink => ({
    text: said,
    href,
    label: toDo.actions.label(said, unit, text.terms.keyDomains[domain]),
  });
  if (exemption !== null) return [link(division.seeExemption, exemptionPath(exemption.id))];
  const mayAsk = rights.requestExemption && status !== 'exempt' && points === 0;
  return mayAsk && status !== 'not-expected'
    ? [link(division.request, requestExemptionPath(unitId, { ...query, domain }))]
    : [];
}
