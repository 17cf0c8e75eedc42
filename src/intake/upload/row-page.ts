import type { Texts } from '../../language/texts.ts';
import type { ScaleValue } from '../../grading/case.ts';
import { valueWords } from '../../risk-points/fact-words-page.ts';
import { definitionOf } from '../../rulebooks/rulebook-facts.ts';
import { selectControl, type DecisionControl } from './decision-control.ts';
import { decisionName, NEW } from './decision-fields.ts';
import { problemView, type ProblemView } from './problem-page.ts';
import type { RowEntry, RowRisk } from './row-entries.ts';
import type { DraftView } from './uploader.ts';

export interface RowView {
  readonly id: string;
  readonly place: string;
  readonly file: string;
  /** Unit, person and post; `null` where the row says nothing of them. */
  readonly owner: string | null;
  readonly risks: readonly RiskView[];
  readonly problems: readonly ProblemView[];
  /** The name of the control that leaves the row out; `null` where nothing but the file itself could. */
  readonly leaveOutName: string | null;
}

export interface RiskView {
  readonly text: string;
  readonly measure: string;
  /** Probability, harm, declared grade and domains, as far as they were said. */
  readonly facts: readonly string[];
  readonly outcome: string | null;
  readonly tone: 'new' | 'same' | 'edited' | 'ambiguous' | null;
  readonly before: string | null;
  /** Asks which known point is meant. */
  readonly control: DecisionControl | null;
}

/** A row with what was understood next to what is wrong. */
export function rowView(entry: RowEntry, index: number, view: DraftView, text: Texts): RowView {
  const words = text.uploads.rows;
  const { file, at, risks, problems } = entry;
  const id = `row-${String(index)}`;
  const place = text.formats.place({
    ...{ sheet: at.sheet ?? null, table: at.table ?? null },
    ...{ line: at.line ?? null, row: at.row ?? null },
  });
  const isListRow = file.reading.headings.some(
    (heading) => heading.at.sheet === at.sheet && heading.at.table === at.table,
  );
  const paragraph =
    at.paragraph === undefined || at.paragraph === 0 ? words.whole : text.reading.paragraph(at.paragraph);
  return {
    id,
    place: place === '' ? paragraph : place,
    file: file.name,
    owner: ownerOf(risks[0], entry.owner, text),
    risks: risks.map((risk, number) => riskView(risk, entry, `${id}-risk-${String(number)}`, view, text)),
    problems: problems.map((problem, number) =>
      problemView(problem, file, `${id}-fix-${String(number)}`, view.scales, text),
    ),
    leaveOutName:
      isListRow && file.isCorrectable && at.row !== undefined
        ? decisionName({ file: file.id, kind: 'leave-out', at })
        : null,
  };
}

/** Whose risk a row is: as it was understood, else as it is written. */
function ownerOf(first: RowRisk | undefined, written: readonly string[], text: Texts): string | null {
  if (first === undefined) return written.length === 0 ? null : written.join(' · ');
  const { unit, name, post, ownedByUnit, vacant } = first.form;
  const person = vacant === true ? text.reading.vacant : name?.value;
  const parts = [unit?.value, ownedByUnit ? text.uploads.rows.ofUnit : person, post?.value];
  return parts.filter((part) => part !== undefined).join(' · ');
}

function riskView(
  { risk, outcome }: RowRisk,
  { file }: RowEntry,
  id: string,
  view: DraftView,
  text: Texts,
): RiskView {
  const words = text.uploads.rows;
  const kind = outcome?.kind ?? null;
  const known = outcome?.known ?? [];
  const isQuestion = kind === 'ambiguous';
  const control = {
    id,
    name: decisionName({ file: file.id, kind: 'point', at: risk.text.position }),
    label: words.whichOne,
  };
  const candidates = known.map((point) => [String(point.pointId), point.text] as const);
  return {
    text: risk.text.value,
    measure: risk.measure === null ? words.noMeasure : words.measure(risk.measure.value),
    facts: factsOf(risk, view, text),
    outcome: kind === null ? null : words.outcomes[kind],
    tone: kind === 'moved' ? 'same' : kind,
    before: kind === 'edited' ? words.editedFrom(known[0]?.text ?? '') : null,
    control: isQuestion
      ? selectControl(control, text.uploads.draft.choose, [...candidates, [NEW, words.asNew]])
      : null,
  };
}

function factsOf(
  { probability, harm, grade, domains, facts = {} }: RowRisk['risk'],
  { scales }: DraftView,
  text: Texts,
): readonly string[] {
  const { fields } = text.uploads.values;
  const step = (field: 'probability' | 'harm', value: ScaleValue | undefined): readonly string[] => {
    const found = scales[field].steps.find(({ code }) => code === value?.step);
    return found === undefined ? [] : [text.lists.filter(fields[field], text.formats.inThisLanguage(found))];
  };
  const declared = grade === null ? [] : [text.uploads.rows.declared(text.terms.declaredGrades[grade.value])];
  const named = (domains?.value ?? []).map((domain) => text.terms.keyDomains[domain]);
  return [
    ...step('probability', probability?.value),
    ...step('harm', harm?.value),
    ...declared,
    ...(named.length === 0 ? [] : [text.formats.list(named)]),
    ...(scales.facts ?? []).flatMap((fact) => {
      const said = facts[fact.name];
      const title = text.formats.inThisLanguage(fact.title);
      return said === undefined
        ? []
        : [text.lists.filter(title, valueWords(said.value, definitionOf(fact), text))];
    }),
  ];
}
