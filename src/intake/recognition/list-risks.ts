import type { FormKind, ReadRisk, ReadScales } from '../read-form.ts';
import { alignedWords, numbersWithout } from './aligned-words.ts';
import { textValue } from './field-values.ts';
import type { FindingList } from './finding-list.ts';
import type { ListRow } from './list-rows.ts';
import { listedLines, numberedItems, type Item } from './numbered-items.ts';
import { ownFacts } from './own-facts.ts';
import { judgementsOfEach, riskValues } from './risk-values.ts';

export type ListRisk = Omit<ReadRisk, 'ordinal'>;

/** The risks of a row: one as a rule, several when its cell numbers them. */
export function listRisks(
  row: ListRow,
  kind: FormKind,
  scales: ReadScales,
  findings: FindingList,
): ListRisk[] {
  if (textValue(row.risk) === null) {
    findings.error('missing-risk', {}, row.risk.position, 'text');
    return [];
  }
  const measure = row.words('measure');
  const items = riskItems(row.risk.text, measure?.text ?? '', kind);
  for (const number of numbersWithout(items, measure)) {
    findings.error('measure-without-risk', { number }, measure?.position ?? row.risk.position, 'measure');
  }
  const measures = alignedWords(items, measure);
  const facts = scales.facts === undefined ? {} : { facts: ownFacts(row.facts(scales.facts), findings) };
  return judgementsOfEach(items, (field) => row.words(field)).flatMap((judgement, index): ListRisk[] => {
    const text = { ...row.risk, text: items[index]?.text ?? '' };
    const values = riskValues({ ...judgement, text, measure: measures[index] ?? null }, scales, findings);
    return values === null ? [] : [{ ...values, ...facts }];
  });
}

/** Lines without numbers are a list only on the notice's own forms, and only when the measures have as many. */
function riskItems(risk: string, measure: string, kind: FormKind): Item[] {
  const numbered = numberedItems(risk);
  if (numbered.length > 1 || kind === 'register') return numbered;
  const lines = listedLines(risk);
  return lines.length > 1 && listedLines(measure).length === lines.length ? lines : numbered;
}
