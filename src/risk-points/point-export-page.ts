import type { ScaleValue } from '../grading/case.ts';
import { stepOn } from '../grading/class.ts';
import type { Texts } from '../language/texts.ts';
import type { GradingRulebook, Scale } from '../rulebooks/rulebook.ts';
import type { ExportRow, ExportTable } from '../web/export-table.ts';
import { listExport, type ExportedList } from '../web/list-export.ts';
import type { ActiveFilter } from '../web/list-parts.ts';
import { gradeName } from './grade-look.ts';
import type { PointExport } from './point-export-service.ts';
import { pointRow } from './point-row-page.ts';
import { leadersNamed } from './responsible-leader.ts';
import type { ListedPoint } from './risk-point.ts';

/** The list of points as a file, in the words of its page. Takes the conditions in words and who takes it. */
export function pointExportTable(
  taken: PointExport,
  active: readonly ActiveFilter[],
  takenBy: string,
  text: Texts,
): ExportTable {
  const { list } = text.riskPoints;
  const hasLeaders = leadersNamed(taken.rulebook.grades).length > 0;
  return listExport(
    taken,
    {
      title: list.sheet,
      caption: list.caption,
      columns: columnsOf(hasLeaders, text),
      cells: (point) => pointCells(point, taken.rulebook, hasLeaders, text),
    },
    { active, takenBy },
    text,
  );
}

/** In the order of `pointCells`. */
function columnsOf(hasLeaders: boolean, text: Texts): ExportedList<unknown>['columns'] {
  const { exported } = text.riskPoints.list;
  return [
    [exported.id, 8],
    [exported.grade, 8],
    ...(hasLeaders ? [[exported.leader, 16] as const] : []),
    [exported.text, 50],
    [exported.unit, 16],
    [exported.post, 18],
    [exported.holder, 12],
    [exported.duties, 40],
    [exported.domains, 20],
    [exported.probability, 10],
    [exported.harm, 12],
    [exported.because, 24],
    [exported.measureCount, 8],
    [exported.measures, 50],
    [exported.declared, 10],
    [exported.compared, 12],
    [exported.state, 10],
    [exported.changed, 12],
    [exported.form, 10],
  ];
}

/** In the order of `columnsOf`. */
function pointCells(
  point: ListedPoint,
  rulebook: GradingRulebook,
  hasLeaders: boolean,
  text: Texts,
): ExportRow {
  const row = pointRow(point, rulebook, text);
  const { suggestedDomain, itself, differs, agrees } = text.riskPoints.row;
  const { probability, harm } = rulebook.scales;
  const step = (value: ScaleValue | null, scale: Scale): string | null => {
    const known = scale.steps.find(({ code }) => code === stepOn(scale, value));
    return known === undefined ? (value?.step ?? null) : text.formats.inThisLanguage(known);
  };
  const domains = row.domains.map((domain) =>
    domain.isSuggested ? suggestedDomain(domain.text) : domain.text,
  );
  return [
    point.id,
    gradeName(point.grade ?? 'unassessed', text),
    ...(hasLeaders ? [row.leader] : []),
    point.text,
    point.unitName,
    point.postName ?? itself,
    point.personName,
    point.duties,
    text.formats.clauses(domains),
    step(point.probability, probability),
    step(point.harm, harm),
    row.because,
    point.measureCount,
    point.measureTexts.join('\n'),
    row.declared,
    row.declared === null ? null : row.declaredDiffers ? differs : agrees,
    row.state,
    row.changed,
    point.formId,
  ];
}
