import type { FormKind, ReadRisk, ReadScales } from '../read-form.ts';
import { alignedWords } from './aligned-words.ts';
import { domainsValue, gradeValue, stepValue, textValue, type Words } from './field-values.ts';
import type { FindingList } from './finding-list.ts';
import type { Field } from './labels.ts';
import type { ListRow } from './list-rows.ts';
import { listedLines, numberedItems, type Item } from './numbered-items.ts';

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
  const shared = (field: Field): (Words | null)[] => alignedWords(items, row.words(field));
  const measures = alignedWords(items, measure);
  const [probability, harm] = [shared('probability'), shared('harm')];
  const [grade, domains] = [shared('grade'), shared('domains')];
  return items.flatMap((item, index): ListRisk[] => {
    const text = textValue({ ...row.risk, text: item.text });
    if (text === null) return [];
    return [
      {
        text,
        measure: textValue(measures[index] ?? null),
        probability: stepValue(probability[index] ?? null, scales.probability, 'probability', findings),
        harm: stepValue(harm[index] ?? null, scales.harm, 'harm', findings),
        grade: gradeValue(grade[index] ?? null, findings),
        domains: domainsValue(domains[index] ?? null, findings),
      },
    ];
  });
}

/** Lines without numbers are a list only on the notice's own forms, and only when the measures have as many. */
function riskItems(risk: string, measure: string, kind: FormKind): Item[] {
  const numbered = numberedItems(risk);
  if (numbered.length > 1 || kind === 'register') return numbered;
  const lines = listedLines(risk);
  return lines.length > 1 && listedLines(measure).length === lines.length ? lines : numbered;
}
