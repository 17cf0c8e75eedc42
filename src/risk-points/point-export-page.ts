import type { Texts } from '../language/texts.ts';
import type { GradingRulebook } from '../rulebooks/rulebook.ts';
import { aboutExport } from '../web/export-about.ts';
import type { ExportColumn, ExportRow, ExportTable } from '../web/export-table.ts';
import type { ActiveFilter } from '../web/list-parts.ts';
import { gradeName } from './grade-look.ts';
import type { PointExport } from './point-export-service.ts';
import { pointRow } from './point-row-page.ts';
import type { ListedPoint } from './risk-point.ts';

/** The list of points as a file, in the words of its page. Takes the conditions in words and who takes it. */
export function pointExportTable(
  taken: PointExport,
  active: readonly ActiveFilter[],
  takenBy: string,
  text: Texts,
): ExportTable {
  const { list } = text.riskPoints;
  return {
    title: list.sheet,
    sheet: text.lists.about.sheet,
    about: aboutExport(taken, list.caption, active, takenBy, text),
    columns: columnsOf(text),
    rows: rowsOf(taken, text),
  };
}

async function* rowsOf({ pieces, rulebook }: PointExport, text: Texts): AsyncGenerator<readonly ExportRow[]> {
  for await (const some of pieces) yield some.map((point) => pointCells(point, rulebook, text));
}

/** In the order of `pointCells`. */
function columnsOf(text: Texts): readonly ExportColumn[] {
  const { exported } = text.riskPoints.list;
  const columns: readonly (readonly [heading: string, width: number])[] = [
    [exported.id, 8],
    [exported.grade, 8],
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
  return columns.map(([heading, width]) => ({ heading, width }));
}

/** In the order of `columnsOf`. */
function pointCells(point: ListedPoint, rulebook: GradingRulebook, text: Texts): ExportRow {
  const row = pointRow(point, rulebook, text);
  const { suggestedDomain, itself, differs, agrees } = text.riskPoints.row;
  const { probability, harm } = rulebook.scales;
  const step = (code: string | null, steps: typeof probability.steps): string | null => {
    const known = steps.find((candidate) => candidate.code === code);
    return known === undefined ? code : text.formats.inThisLanguage(known);
  };
  const domains = row.domains.map((domain) =>
    domain.isSuggested ? suggestedDomain(domain.text) : domain.text,
  );
  return [
    point.id,
    gradeName(point.grade ?? 'unassessed', text),
    point.text,
    point.unitName,
    point.postName ?? itself,
    point.personName,
    point.duties,
    text.formats.clauses(domains),
    step(point.probability, probability.steps),
    step(point.harm, harm.steps),
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
