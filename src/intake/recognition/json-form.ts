import type { JsonForm } from '../formats/json-document.ts';
import type { DeclaredFact } from '../../rulebooks/declared-fact.ts';
import type { Position, ReadFacts, ReadForm, ReadRisk, ReadScales } from '../read-form.ts';
import { dateValue, namedValue, ownerValue, textValue, type Owner, type Words } from './field-values.ts';
import { ownFactOf } from './own-columns.ts';
import { ownFacts } from './own-facts.ts';
import { riskValues } from './risk-values.ts';
import type { FindingList } from './finding-list.ts';

type JsonRisk = NonNullable<JsonForm['risks']>[number];
type JsonValue = string | number | readonly string[] | null | undefined;

/** Reads one form of a JSON file. `number` counts the forms of the file. */
export function jsonForm(
  form: JsonForm,
  number: number,
  scales: ReadScales,
  findings: FindingList,
): ReadForm {
  const position = { table: number };
  const kind = form.kind ?? 'register';
  const unit = namedValue(wordsOf(form.unit, position));
  const owner = ownerOf(form, unit?.value ?? null, position, findings);
  const read: ReadForm = {
    kind,
    unit,
    name: owner.is === 'person' ? owner.name : null,
    ownedByUnit: owner.is === 'unit',
    ...(owner.is === 'vacant' ? { vacant: true } : {}),
    post: namedValue(wordsOf(form.post, position)),
    duties: textValue(wordsOf(form.duties, position)),
    filledOn: dateValue(wordsOf(form.filledOn, position), findings),
    risks: risksOf(form.risks ?? [], number, scales, findings),
    opinions: (form.opinions ?? []).map(({ label, text }) => ({
      label,
      text: { value: text, raw: text, position },
    })),
  };
  if (read.unit === null) findings.error('missing-unit', {}, position, 'unit');
  if (owner.is === 'missing') findings.error('missing-name', {}, position, 'name');
  if (read.post === null && owner.is !== 'unit') findings.error('missing-post', {}, position, 'post');
  if (read.risks.length === 0) findings.error('missing-risk', {}, position, 'text');
  return read;
}

/** In what `read` prints, a form that is not annex 1 and has neither name nor post is the unit's own. */
function ownerOf(form: JsonForm, unit: string | null, position: Position, findings: FindingList): Owner {
  const isUnnamed = (form.name ?? form.post ?? null) === null && form.kind !== 'annex1';
  if (form.vacant === true) return { is: 'vacant' };
  if (form.ownedByUnit ?? isUnnamed) return { is: 'unit' };
  return ownerValue(wordsOf(form.name, position), unit, findings);
}

/** The numbers of the file, as long as they tell the risks apart. */
function risksOf(
  risks: readonly JsonRisk[],
  form: number,
  scales: ReadScales,
  findings: FindingList,
): ReadRisk[] {
  const given = risks.map(({ ordinal }, index) => ordinal ?? index + 1);
  const ordinals = new Set(given).size === risks.length ? given : risks.map((_, index) => index + 1);
  return risks.flatMap((risk, index) => {
    const position = { table: form, row: index + 1 };
    return riskOf(risk, ordinals[index] ?? index + 1, position, scales, findings);
  });
}

function riskOf(
  risk: JsonRisk,
  ordinal: number,
  position: Position,
  scales: ReadScales,
  findings: FindingList,
): ReadRisk[] {
  const said = (value: JsonValue): Words | null => wordsOf(value, position);
  const words = {
    text: said(risk.text) ?? { text: '', position },
    measure: said(risk.measure),
    probability: said(risk.probability),
    harm: said(risk.harm),
    grade: said(risk.grade),
    domains: said(risk.domains),
  };
  const values = riskValues(words, scales, findings);
  if (values === null) findings.error('missing-risk', {}, position, 'text');
  const facts =
    scales.facts === undefined
      ? {}
      : { facts: jsonFacts(risk.facts ?? {}, scales.facts, position, findings) };
  return values === null ? [] : [{ ordinal, ...values, ...facts }];
}

function jsonFacts(
  said: NonNullable<JsonRisk['facts']>,
  declared: readonly DeclaredFact[],
  position: Position,
  findings: FindingList,
): ReadFacts {
  const known = Object.entries(said).flatMap(([name, value]) => {
    const fact = ownFactOf(name, declared);
    if (fact === null)
      findings.error('unknown-fact-name', { name, known: declared.map(({ title }) => title) }, position);
    const words = value === null ? null : { text: String(value), position };
    return fact === null || words === null ? [] : [{ fact, words }];
  });
  return ownFacts(known, findings);
}

function wordsOf(value: JsonValue, position: Position): Words | null {
  if (value === null || value === undefined) return null;
  return { text: typeof value === 'object' ? value.join('、') : String(value), position };
}
