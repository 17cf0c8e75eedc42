import type { KeyDomain } from '../../src/organisation/key-domain.ts';
import type { FormKind, ReadFile, ReadForm, ReadRisk, Sourced } from '../../src/intake/read-form.ts';

function sourced<Value>(value: Value, row: number): Sourced<Value> {
  return { value, raw: String(value), position: { table: 1, row, column: 2 } };
}

interface RiskWords {
  readonly text: string;
  readonly measure?: string | null;
  readonly probability?: string;
  readonly harm?: string;
  readonly grade?: 1 | 2 | 3;
  readonly domains?: readonly KeyDomain[];
}

interface FormWords {
  readonly kind?: FormKind;
  readonly unit?: string;
  /** `null`: the unit's own points. */
  readonly name?: string | null;
  readonly post?: string;
  readonly duties?: string;
  readonly risks: readonly RiskWords[];
}

/** A form as a reader gives it; steps are those of the notice's scales. */
function aReadForm(words: FormWords): ReadForm {
  const name = words.name === undefined ? '林海棠' : words.name;
  return {
    kind: words.kind ?? 'annex1',
    unit: sourced(words.unit ?? '办公室', 1),
    name: name === null ? null : sourced(name, 1),
    ownedByUnit: name === null,
    post: name === null ? null : sourced(words.post ?? '政府采购岗', 1),
    duties: sourced(words.duties ?? '负责局机关货物、服务采购计划申报、合同签订和履约验收。', 2),
    filledOn: sourced('2021-04-22', 1),
    risks: words.risks.map(readRisk),
    opinions: [],
  };
}

export function aReadFile(forms: readonly FormWords[], file = 'forms.docx'): ReadFile {
  return { file, format: 'docx', forms: forms.map(aReadForm), findings: [] };
}

function readRisk(words: RiskWords, index: number): ReadRisk {
  const row = index + 3;
  const step = (fact: 'probability' | 'harm'): ReadRisk['probability'] => {
    const word = words[fact];
    return word === undefined ? null : sourced({ scale: `notice-2021-${fact}`, step: word }, row);
  };
  const measure = words.measure === undefined ? '由三人以上小组论证，公示三个工作日。' : words.measure;
  return {
    ordinal: index + 1,
    text: sourced(words.text, row),
    measure: measure === null ? null : sourced(measure, row),
    probability: step('probability'),
    harm: step('harm'),
    grade: words.grade === undefined ? null : sourced(words.grade, row),
    domains: words.domains === undefined ? null : sourced(words.domains, row),
  };
}
