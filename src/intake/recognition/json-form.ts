import type { JsonForm } from '../formats/json-reader.ts';
import type { Position, ReadForm, ReadRisk, ReadScales } from '../read-form.ts';
import {
  dateValue,
  domainsValue,
  gradeValue,
  namedValue,
  ownerValue,
  stepValue,
  textValue,
  type Owner,
  type Words,
} from './field-values.ts';
import type { FindingList } from './finding-list.ts';

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
    risks: (form.risks ?? []).flatMap((risk, index) => riskOf(risk, index, number, scales, findings)),
    opinions: [],
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
  if (form.ownedByUnit ?? isUnnamed) return { is: 'unit' };
  return ownerValue(wordsOf(form.name, position), unit, findings);
}

function riskOf(
  risk: NonNullable<JsonForm['risks']>[number],
  index: number,
  form: number,
  scales: ReadScales,
  findings: FindingList,
): ReadRisk[] {
  const position = { table: form, row: index + 1 };
  const text = textValue(wordsOf(risk.text, position));
  if (text === null) {
    findings.error('missing-risk', {}, position, 'text');
    return [];
  }
  return [
    {
      ordinal: index + 1,
      text,
      measure: textValue(wordsOf(risk.measure, position)),
      probability: stepValue(
        wordsOf(risk.probability, position),
        scales.probability,
        'probability',
        findings,
      ),
      harm: stepValue(wordsOf(risk.harm, position), scales.harm, 'harm', findings),
      grade: gradeValue(wordsOf(risk.grade, position), findings),
      domains: domainsValue(wordsOf(risk.domains, position), findings),
    },
  ];
}

function wordsOf(value: JsonValue, position: Position): Words | null {
  if (value === null || value === undefined) return null;
  return { text: typeof value === 'object' ? value.join('、') : String(value), position };
}
