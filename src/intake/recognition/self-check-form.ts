import type { ReadForm, ReadRisk, ReadScales } from '../read-form.ts';
import type { Draft } from './draft.ts';
import { dateValue, namedValue, ownerValue, textValue, type Owner, type Words } from './field-values.ts';
import type { FindingList } from './finding-list.ts';
import type { Field } from './labels.ts';
import type { Statement } from './piece.ts';
import { opinionsOf } from './opinions.ts';
import { pairedMeasures } from './paired-measures.ts';
import { judgementsOfEach, riskValues } from './risk-values.ts';
import { numberedTexts, type NumberedText } from './risk-lines.ts';
import { isBlank } from './wording.ts';

/** Reads a self-check form (annex 1). `null`, with a finding, for an empty template. */
export function selfCheckForm(draft: Draft, scales: ReadScales, findings: FindingList): ReadForm | null {
  const risks = numberedTexts(draft.risks);
  const measures = numberedTexts(draft.measures);
  if (isTemplate(draft, risks, measures)) {
    findings.warning('blank-form', {}, placeOf(draft, 'name'));
    return null;
  }
  const unit = namedValue(wordsOf(draft, 'unit'));
  const owner = ownerValue(wordsOf(draft, 'name'), unit?.value ?? null, findings);
  const form: ReadForm = {
    kind: 'annex1',
    unit,
    name: owner.is === 'person' ? owner.name : null,
    ownedByUnit: owner.is === 'unit',
    ...(owner.is === 'vacant' ? { vacant: true } : {}),
    post: namedValue(wordsOf(draft, 'post')),
    duties: textValue(wordsOf(draft, 'duties')),
    filledOn: dateValue(wordsOf(draft, 'filledOn'), findings),
    risks: risksOf(draft, risks, pairedMeasures(risks, measures, findings), scales, findings),
    opinions: opinionsOf(draft),
  };
  findWhatIsMissing(form, owner, draft, findings);
  return form;
}

function isTemplate(
  { said }: Draft,
  risks: readonly NumberedText[],
  measures: readonly NumberedText[],
): boolean {
  const hasText = (field: Field): boolean =>
    (said.get(field)?.lines ?? []).some(({ text }) => !isBlank(text));
  return risks.length + measures.length === 0 && !hasText('name') && !hasText('post') && !hasText('duties');
}

function risksOf(
  draft: Draft,
  risks: readonly NumberedText[],
  measures: readonly (Words | null)[],
  scales: ReadScales,
  findings: FindingList,
): ReadRisk[] {
  const judgements = judgementsOfEach(risks, (field) =>
    firstWords(draft.judgements.find((statement) => statement.field === field)),
  );
  const ordinals = ordinalsOf(risks);
  return judgements.flatMap((judgement, index): ReadRisk[] => {
    const text = risks[index];
    if (text === undefined) return [];
    const words = { ...judgement, text, measure: measures[index] ?? null };
    const values = riskValues(words, scales, findings);
    return values === null ? [] : [{ ordinal: ordinals[index] ?? index + 1, ...values }];
  });
}

/** The numbers on the paper, as long as they tell the risks apart. */
function ordinalsOf(risks: readonly NumberedText[]): number[] {
  const rises = risks.every(({ number }, index) => index === 0 || number > (risks[index - 1]?.number ?? 0));
  return risks.map(({ number }, index) => (rises ? number : index + 1));
}

function findWhatIsMissing(form: ReadForm, owner: Owner, draft: Draft, findings: FindingList): void {
  if (form.unit === null) findings.error('missing-unit', {}, placeOf(draft, 'unit'), 'unit');
  if (owner.is === 'missing') findings.error('missing-name', {}, placeOf(draft, 'name'), 'name');
  if (form.post === null && owner.is !== 'unit') {
    findings.error('missing-post', {}, placeOf(draft, 'post'), 'post');
  }
  const risk = draft.risks[0]?.position ?? placeOf(draft, 'name');
  if (form.risks.length === 0) findings.error('missing-risk', {}, risk, 'text');
  if (form.duties === null && !form.ownedByUnit)
    findings.warning('missing-duties', {}, placeOf(draft, 'duties'), 'duties');
  const hasDate = (draft.said.get('filledOn')?.lines ?? []).length > 0;
  if (form.filledOn === null && !hasDate) {
    findings.warning('missing-date', {}, placeOf(draft, 'filledOn'), 'filledOn');
  }
}

function wordsOf({ said }: Draft, field: Field): Words | null {
  return firstWords(said.get(field));
}

function firstWords(statement: Statement | undefined): Words | null {
  const [first] = statement?.lines ?? [];
  if (statement === undefined || first === undefined) return null;
  return { text: statement.lines.map(({ text }) => text).join('\n'), position: first.position };
}

/** Where a field's value is, or where it should be: else where the form begins. */
function placeOf({ said, risks }: Draft, field: Field): Words['position'] {
  const [anything] = said.values();
  return said.get(field)?.position ?? anything?.position ?? risks[0]?.position ?? {};
}
